"""The table of a review: what was agreed last time and done since, what is to be decided, when we meet again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from clientplan.plan.action import Action
from clientplan.plan.plan import Plan
from clientplan.plan.words import ActionStatus, Progress
from clientplan.render.pace import is_off
from clientplan.render.view.actions import by_day, day_of, side_of, state_of, words_of
from clientplan.render.view.course import earlier
from clientplan.render.view.shown import Code
from clientplan.render.view.voice import Voice

_ROWS = 5  # of the table to write in, of which so many at least are empty:
_EMPTY = 3


@dataclass(frozen=True)
class LastTime:
    title: str
    by: str | None
    agreed: str | None
    lessons: str | None
    first: str | None  # what stands there before the first review


@dataclass(frozen=True)
class Item:
    id: str
    what: str
    written: bool
    owner: str | None
    side: str | None
    day: str | None
    internal: bool
    note: str | None


@dataclass(frozen=True)
class Group:
    title: str
    state: Code
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Decisions:
    open: tuple[str, ...]  # what asks for a decision
    empty: int  # rows to write in


@dataclass(frozen=True)
class NextReview:
    words: str
    agreed: bool  # else the day is to be written in


def last_time(plan: Plan, voice: Voice) -> LastTime:
    before = earlier(plan, voice.today)
    if not before:
        words = voice.words
        return LastTime(words("last_time.first"), None, None, None, words("last_time.none"))
    last = before[-1]
    title = voice.words("review.last", day=voice.formats.day(last.when))
    return LastTime(title, last.by, last.agreed, last.lessons, None)


def since(plan: Plan, voice: Voice) -> tuple[Group, ...]:
    """Actions: those done since the last review, those overdue, the other open ones. An empty group doesn't appear."""
    before = earlier(plan, voice.today)
    day = before[-1].when if before else None
    done = [
        one for one in plan.actions if one.status is ActionStatus.DONE and (not day or (one.done and one.done > day))
    ]
    late = [one for one in plan.actions if state_of(one, voice) == "overdue"]
    open_ = [one for one in plan.actions if one.open and one not in late]
    groups = (
        ("done" if before else "done_so_far", "done", done),
        ("overdue", "overdue", late),
        ("open", "open", open_),
    )
    return tuple(
        Group(
            voice.words.count(
                f"since.{name}", Decimal(len(actions)), count=voice.formats.number(Decimal(len(actions)))
            ),
            Code(state),
            tuple(_item(action, voice) for action in by_day(actions)),
        )
        for name, state, actions in groups
        if actions
    )


def decisions(plan: Plan, voice: Voice) -> Decisions:
    """What the figures ask for, and room for what the people at the table say."""
    asked = tuple(_asked(plan, voice))
    return Decisions(asked, max(_ROWS - len(asked), _EMPTY))


def next_review(plan: Plan, voice: Voice) -> NextReview:
    if plan.next_review is None or plan.next_review <= voice.today:
        return NextReview(voice.words("next_review.unset"), agreed=False)
    return NextReview(voice.formats.day(plan.next_review), agreed=True)


def _asked(plan: Plan, voice: Voice) -> Iterator[str]:
    off = [objective for _, objective in plan.ladder() if is_off(objective, plan.period.first)]
    for objective in off:
        said = objective.status in {Progress.AT_RISK, Progress.OFF_TRACK}  # else its figures say it
        status = voice.words(f"progress.{objective.status.value}" if said else "decisions.slow")
        yield voice.words("decisions.objective", id=objective.id, status=status)
    late = [action.id for action in by_day(plan.actions) if state_of(action, voice) == "overdue"]
    for name in late:
        yield voice.words("decisions.overdue", id=name)


def _item(action: Action, voice: Voice) -> Item:
    return Item(
        id=action.id,
        what=words_of(action, voice),
        written=bool(action.what),
        owner=action.owner,
        side=side_of(action, voice),
        day=voice.day(day_of(action)),
        internal=action.internal,
        note=action.note,
    )
