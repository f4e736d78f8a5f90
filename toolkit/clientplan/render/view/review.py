"""The last review: what was agreed and learned, and what has changed since."""

from __future__ import annotations

from dataclasses import dataclass

from clientplan.plan.action import Action
from clientplan.plan.objective import Objective
from clientplan.plan.plan import Plan
from clientplan.render import changes
from clientplan.render.changes import Measured, Moved
from clientplan.render.view.objectives import span
from clientplan.render.view.voice import Voice


@dataclass(frozen=True)
class Change:
    """One thing that is different now: which, how, since when, and the remark that goes with it."""

    id: str
    what: str
    how: str
    day: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class ReviewView:
    title: str
    changes: tuple[Change, ...]
    agreed: str | None
    lessons: str | None


def review(plan: Plan, voice: Voice) -> ReviewView | None:
    last = plan.last_review
    if last is None:
        return None
    found = changes.since(plan, last)
    shown = (
        *(_done(action, voice) for action in found.done),
        *(_measured(measured, voice) for measured in found.measured),
        *(_moved(moved, voice) for moved in found.moved),
    )
    if not (shown or last.agreed or last.lessons):
        return None
    title = voice.words("review.since" if shown else "review.last", day=voice.formats.day(last.when))
    return ReviewView(title, shown, last.agreed, last.lessons)


def _done(action: Action, voice: Voice) -> Change:
    what = action.what or voice.words("actions.unwritten")
    return Change(action.id, what, voice.words("action_status.done"), voice.day(action.done))


def _measured(found: Measured, voice: Voice) -> Change:
    return Change(
        found.objective.id,
        _name(found.objective, voice),
        f" {voice.formats.arrow} ".join(span(found.before, found.reading.value, found.measure.unit, voice)),
        voice.day(found.reading.when),
        found.reading.note,
    )


def _moved(found: Moved, voice: Voice) -> Change:
    before, now = (voice.words(f"progress.{status.value}") for status in (found.before, found.now))
    return Change(found.objective.id, _name(found.objective, voice), f"{before} {voice.formats.arrow} {now}")


def _name(objective: Objective, voice: Voice) -> str:
    """The measure's name, short as it is; else the objective's own words."""
    name = objective.measure.name if objective.measure else None
    return name or objective.words or voice.words("objectives.unwritten")
