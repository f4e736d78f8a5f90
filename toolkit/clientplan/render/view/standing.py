"""How a client stands, in a line: objectives, results against plan, actions, and what asks for attention."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal

from clientplan.plan.plan import Plan
from clientplan.plan.words import Progress
from clientplan.render.in_force import Entry
from clientplan.render.view.actions import NextStep, next_step
from clientplan.render.view.shown import Code
from clientplan.render.view.voice import Voice

GOOD = (Progress.REACHED, Progress.ON_TRACK)
_ORDER = (*GOOD, Progress.AT_RISK, Progress.OFF_TRACK, Progress.NOT_STARTED)
_LONGEST = Decimal("1.25")  # of the plan; a bar has no room for more


@dataclass(frozen=True)
class Marks:
    """The objectives, a mark each: good, at-risk, off-track, not-started."""

    states: tuple[Code, ...]
    text: str
    alternative: Code


@dataclass(frozen=True)
class Attained:
    """Results to date as a part of the plan to date; `part` is of the longest bar, `goal` is where the plan stands."""

    part: float
    goal: float
    text: str
    alternative: Code


@dataclass(frozen=True)
class ClientLine:
    id: Code  # the name of the plan's file
    name: str
    phase: str | None
    manager: str | None
    objectives: Marks | None
    results: Attained | None
    open: str
    overdue: str | None
    hours: str | None
    next_review: str | None
    late: bool  # the review
    reasons: tuple[str, ...]
    next_step: NextStep | None


def line(entry: Entry, voice: Voice) -> ClientLine:
    plan = entry.plan
    overdue = count_overdue(plan, voice)
    return ClientLine(
        id=Code(entry.name),
        name=plan.client.name,
        phase=voice.word("phase", plan.phase),
        manager=plan.manager,
        objectives=_marks(plan, voice),
        results=_attained(plan, voice),
        open=voice.formats.number(Decimal(count_open(plan))),
        overdue=voice.formats.number(Decimal(overdue)) if overdue else None,
        hours=None if plan.effort.hours is None else voice.formats.number(plan.effort.hours),
        next_review=voice.day(plan.next_review),
        late=_review_is_late(plan, voice),
        reasons=tuple(_reasons(entry, voice)),
        next_step=next_step(plan, voice),
    )


def count_open(plan: Plan) -> int:
    return sum(action.open for action in plan.actions)


def count_overdue(plan: Plan, voice: Voice) -> int:
    return sum(action.open and action.due is not None and action.due < voice.today for action in plan.actions)


def on_track(plan: Plan) -> tuple[int, int]:
    """How many objectives are reached or on track, and of how many; a dropped one is none."""
    states = [objective.status for objective in plan.objectives if objective.status is not Progress.DROPPED]
    return sum(state in GOOD for state in states), len(states)


def needs_attention(entry: Entry, voice: Voice) -> bool:
    return any(_reasons(entry, voice))


def of(part: int, whole: int, voice: Voice) -> str:
    formats = voice.formats
    return voice.words("portfolio.of", part=formats.number(Decimal(part)), whole=formats.number(Decimal(whole)))


def _reasons(entry: Entry, voice: Voice) -> Iterator[str]:
    """Why a plan is to be looked at first; only what stands in it, or what the checks say of it."""
    plan = entry.plan
    if entry.errors:
        codes = ", ".join(dict.fromkeys(entry.errors))
        yield _count("portfolio.errors", len(entry.errors), voice, codes=codes)
    if plan.period.last < voice.today:
        yield voice.words("portfolio.ended", day=voice.formats.short_day(plan.period.last))
    if _review_is_late(plan, voice) and plan.next_review:
        yield voice.words("portfolio.review_due", day=voice.formats.short_day(plan.next_review))
    if off := sum(objective.status is Progress.OFF_TRACK for objective in plan.objectives):
        yield _count("portfolio.off_track", off, voice)


def _count(key: str, number: int, voice: Voice, **values: str) -> str:
    return voice.words.count(key, Decimal(number), count=voice.formats.number(Decimal(number)), **values)


def _review_is_late(plan: Plan, voice: Voice) -> bool:
    return plan.next_review is not None and plan.next_review < voice.today


def _marks(plan: Plan, voice: Voice) -> Marks | None:
    good, count = on_track(plan)
    if not count:
        return None
    found = Counter(objective.status for objective in plan.objectives)
    states = [state for state in _ORDER for _ in range(found[state])]
    told = [f"{voice.words(f'progress.{state.value}')}: {found[state]}" for state in _ORDER if found[state]]
    return Marks(
        tuple(Code("good" if state in GOOD else state.value.replace(" ", "-")) for state in states),
        of(good, count, voice),
        Code(", ".join(told)),
    )


def _attained(plan: Plan, voice: Voice) -> Attained | None:
    if plan.results is None:
        return None
    actual, planned = plan.results.to_date
    if planned <= 0:
        return None
    part = actual / planned
    text = voice.formats.percent(part.quantize(Decimal("0.01"), rounding=ROUND_FLOOR))
    shown = min(max(part, Decimal(0)), _LONGEST) / _LONGEST
    return Attained(
        round(float(shown), 4), float(1 / _LONGEST), text, Code(voice.words("portfolio.attained", part=text))
    )
