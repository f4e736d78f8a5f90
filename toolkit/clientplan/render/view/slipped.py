"""What slipped: results below their plan, and objectives that are off their way, by how far and since when."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile

from clientplan.plan.objective import Measure, Objective
from clientplan.plan.pace import expected
from clientplan.plan.people import Result, Results
from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition
from clientplan.render.pace import behind_since, is_off
from clientplan.render.view.course import Course, course
from clientplan.render.view.results import attained, first_day
from clientplan.render.view.shown import Code
from clientplan.render.view.voice import Voice


@dataclass(frozen=True)
class Slip:
    """An objective that isn't where it should be by now."""

    id: Code
    words: str
    measure: str | None
    pace: str | None  # where it should have been on the day of the latest reading
    latest: str | None
    day: str | None
    since: str | None
    course: Course | None
    status: str
    state: Code
    internal: bool


@dataclass(frozen=True)
class Slipped:
    title: str
    results: tuple[str, ...]  # the sentences on results against plan; never in the client edition
    objectives: tuple[Slip, ...]


def slipped(plan: Plan, edition: Edition, voice: Voice) -> Slipped | None:
    """The client reads of the objectives alone: results against plan are ours."""
    results = tuple(_results(plan.results, voice)) if plan.results else ()
    slips = tuple(
        _slip(plan, objective, voice) for _, objective in plan.ladder() if is_off(objective, plan.period.first)
    )
    title = voice.words(f"slipped.title_{edition.value}")
    return Slipped(title, results, slips) if results or slips else None


def _slip(plan: Plan, objective: Objective, voice: Voice) -> Slip:
    measure = objective.measure or Measure()
    latest = measure.latest
    since = behind_since(measure, plan.period.first)
    wanted = expected(measure, plan.period.first, latest.when) if latest else None
    return Slip(
        id=Code(objective.id),
        words=objective.words or voice.words("objectives.unwritten"),
        measure=measure.name,
        pace=None if wanted is None else voice.formats.value(_as_exact(wanted, measure), measure.unit),
        latest=voice.formats.value(latest.value, measure.unit) if latest else None,
        day=voice.day(latest.when) if latest else None,
        since=voice.words("slipped.since", day=voice.formats.short_day(since)) if since else None,
        course=course(measure, plan.period, voice),
        status=voice.words(f"progress.{objective.status.value}"),
        state=Code(objective.status.value.replace(" ", "-")),
        internal=objective.internal,
    )


def _as_exact(value: Decimal, measure: Measure) -> Decimal:
    """No more decimals than the measure itself is read with."""
    known = [measure.baseline, measure.target, *(reading.value for reading in measure.readings)]
    places = max(0, *(-int(figure.as_tuple().exponent) for figure in known if figure is not None))
    return value.quantize(Decimal(1).scaleb(-places))


def _results(found: Results, voice: Voice) -> list[str]:
    """What has come in against what was planned, and from which month on each month was below its plan."""
    actual, planned = found.to_date
    if actual >= planned:
        return []
    below = _below(found.months)
    day = first_day(below.month) if below else None
    sentences = [attained(found, voice)] if planned > 0 else []
    if day:
        sentences.append(voice.words("slipped.below", month=voice.formats.month_of_year(day)))
    return sentences


def _below(months: tuple[Result, ...]) -> Result | None:
    """The first of the months in a row, up to the latest, that came in below their plan."""
    known = [(month, month.actual - month.plan) for month in months if month.actual is not None and month.plan]
    run = list(takewhile(lambda one: one[1] < 0, reversed(known)))
    return run[-1][0] if run else None
