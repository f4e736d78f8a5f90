"""The course of each objective: where it stood at the last review and where it stands now, as figures and as a line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from clientplan.plan.objective import Measure, Objective
from clientplan.plan.plan import Period, Plan
from clientplan.plan.review import Review
from clientplan.plan.words import Progress
from clientplan.render.sparkline import Sparkline, sparkline
from clientplan.render.view.objectives import DEEPEST
from clientplan.render.view.shown import Code
from clientplan.render.view.voice import Voice


@dataclass(frozen=True)
class Course:
    drawn: Sparkline
    alternative: Code


@dataclass(frozen=True)
class Standing:
    """Value and status on one day."""

    value: str | None
    day: str | None
    status: str | None


@dataclass(frozen=True)
class Way:
    """One objective from then to now."""

    id: str
    depth: int
    words: str
    written: bool
    internal: bool
    measure: str | None
    course: Course | None
    then: Standing | None
    now: Standing
    target: str | None
    due: str | None
    state: Code
    note: str | None


@dataclass(frozen=True)
class Ways:
    title: str
    reviewed: bool  # whether there is a then
    rows: tuple[Way, ...]


def ways(plan: Plan, voice: Voice) -> Ways | None:
    """All objectives in the order of the ladder; without a review before today, only where they stand."""
    before = earlier(plan, voice.today)
    rows = tuple(_way(plan, min(depth, DEEPEST), objective, before, voice) for depth, objective in plan.ladder())
    title = voice.words("course.title" if before else "course.title_first")
    return Ways(title, bool(before), rows) if rows else None


def earlier(plan: Plan, today: date) -> tuple[Review, ...]:
    """The reviews before today: one that is held today is the one that the page is printed for."""
    return tuple(review for review in plan.reviews if review.when < today)


def course(measure: Measure, period: Period, voice: Voice) -> Course | None:
    drawn = sparkline(measure, period.first, period.last)
    if drawn is None:
        return None
    values = [measure.baseline, *(reading.value for reading in measure.readings), measure.target]
    known = [voice.formats.value(value, measure.unit) for value in values if value is not None]
    return Course(drawn, Code(f" {voice.words('page.arrow')} ".join(known)))


def _way(plan: Plan, depth: int, objective: Objective, before: tuple[Review, ...], voice: Voice) -> Way:
    measure = objective.measure or Measure()
    return Way(
        id=objective.id,
        depth=depth,
        words=objective.words or voice.words("objectives.unwritten"),
        written=bool(objective.words),
        internal=objective.internal,
        measure=measure.name,
        course=course(measure, plan.period, voice),
        then=_then(objective, before, voice) if before else None,
        now=_standing(measure, voice.today, objective.status, voice),
        target=None if measure.target is None else voice.formats.value(measure.target, measure.unit),
        due=voice.words("objectives.by", day=voice.formats.short_day(measure.due)) if measure.due else None,
        state=Code(objective.status.value.replace(" ", "-")),
        note=objective.note,
    )


def _then(objective: Objective, before: tuple[Review, ...], voice: Voice) -> Standing | None:
    """As the last review before today saw it; its status as the latest review that had one saw that."""
    said = [verdict.status for review in before for verdict in review.verdicts if verdict.objective == objective.id]
    standing = _standing(objective.measure or Measure(), before[-1].when, said[-1] if said else None, voice)
    return standing if standing.value or standing.status else None


def _standing(measure: Measure, day: date, status: Progress | None, voice: Voice) -> Standing:
    known = [reading for reading in measure.readings if reading.when <= day]
    return Standing(
        value=voice.formats.value(known[-1].value, measure.unit) if known else None,
        day=voice.day(known[-1].when) if known else None,
        status=voice.words(f"progress.{status.value}") if status else None,
    )
