"""Theme 7, progress and erosion: the readings of each objective, and what its status makes of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import ROUND_FLOOR, Decimal
from itertools import pairwise, takewhile

from clientplan.checks.finding import Finding, Severity
from clientplan.checks.measured import Measured, measured
from clientplan.checks.registry import rule
from clientplan.checks.rhythm import rhythm
from clientplan.checks.rule import About, Context, Threshold
from clientplan.plan.objective import Reading
from clientplan.plan.plan import Plan
from clientplan.plan.source import Path
from clientplan.plan.words import Direction, Progress


@rule(
    About(
        code="CP701",
        name="reading-missing",
        severities=(Severity.ERROR, Severity.WARNING),
        why="Progress that nobody reads is an opinion. A goal helps those who see how far they have come.",
        source="",
        example="""
            objectives:
              - id: o2
                measure:
                  readings:
            """,
        better="""
            objectives:
              - id: o2
                measure:
                  readings:
                    - {when: 2026-08-31, value: 4.2}
            """,
        thresholds=(Threshold("days", 45, "the last reading may be this many days old"),),
        since="0.1",
    )
)
def progress_read(plan: Plan, context: Context) -> Iterator[Finding]:
    """An open objective without a reading for longer than one review rhythm (error), or whose last is old (warning).

    What is read less often by its own rhythm, such as once a quarter, is old when that has passed. The review rhythm is
    that of CP203, counted from the period's first day. An objective that is `not started` may be new: for
    it the first day of an action or a verdict of its own counts, and while there is none nothing is said. Neither is it
    of a measure that is incomplete (CP402), nor when the period is over.
    """
    if context.today > plan.period.last:
        return
    begun, days = _begun(plan, context.today), rhythm(plan)
    for path, objective, measure in measured(plan):
        if not objective.open:
            continue
        place = (*path, "measure", "readings")
        past = [reading for reading in measure.readings if reading.when <= context.today]
        since = begun.get(objective.id) if objective.status is Progress.NOT_STARTED else plan.period.first
        if past:
            last = past[-1].when
            if (context.today - max(last, plan.period.first)).days > max(context.limits["days"], _usual_gap(past)):
                yield context.warning(
                    place,
                    "the last reading of {name} is from {last}, {age} days ago. Add the latest.",
                    name=measure.name,
                    last=last,
                    age=(context.today - last).days,
                )
        elif since is not None and (context.today - max(since, plan.period.first)).days > days:
            yield context.error(
                place,
                "no reading of {name} in {days} days. Add one, with its day and its value.",
                name=measure.name,
                days=(context.today - max(since, plan.period.first)).days,
            )


_LATE = 15  # days: a quarter's figure isn't there on its last day


def _usual_gap(readings: list[Reading]) -> int:
    """Days from one reading to the next, as it has been from the third reading on, and some to be late; 0 before."""
    gaps = [(later.when - earlier.when) // timedelta(days=1) for earlier, later in pairwise(readings)]
    return sorted(gaps)[len(gaps) // 2] + _LATE if len(gaps) > 1 else 0


def _begun(plan: Plan, today: date) -> dict[str, date]:
    """The first day up to now on which something was done, was due or was said about an objective, by its id."""
    signs = [(action.objective, action.done or action.due) for action in plan.actions]
    signs += [(verdict.objective, review.when) for review in plan.reviews for verdict in review.verdicts]
    first: dict[str, date] = {}
    for name, day in signs:
        if name is not None and day is not None and day <= today:
            first[name] = min(day, first.get(name, day))
    return first


@rule(
    About(
        code="CP704",
        name="status-against-figures",
        severities=(Severity.WARNING,),
        why="A green light that the figures don't bear out is how erosion goes unseen: everybody looks at the light.",
        source="",
        example="""
            objectives:
              - id: o4
                status: on track
                measure:
                  readings:
                    - {when: 2026-08-31, value: 96}
            """,
        better="""
            objectives:
              - id: o4
                status: at risk
                measure:
                  readings:
                    - {when: 2026-08-31, value: 96}
            """,
        thresholds=(
            Threshold("points", 10, "a status may be on track this many hundredths of the way behind the pace"),
        ),
        gives_way_to=("CP703",),
        since="0.1",
    )
)
def status_fits(plan: Plan, context: Context) -> Iterator[Finding]:
    """An objective that is `on track` and far behind the pace, or `reached` and not once read at its target.

    Also one whose due day is past, and that is still open and not `off track`. The pace is the straight line to the
    target on the due day, from the baseline on the period's first day, or on the last day on which it was still read;
    looked at on the day of the last reading, in whole steps where all figures are whole numbers. A note on the
    objective, or on that reading, is the word that is asked for. Nothing is said of a measure to be held, nor when the
    period is over, except of what is `reached`.
    """
    for path, objective, measure in measured(plan):
        past = [reading for reading in measure.readings if reading.when <= context.today]
        if not past or measure.way not in {Direction.UP, Direction.DOWN}:
            continue
        if objective.status is Progress.REACHED and max(map(measure.gone, past)) < 1:
            yield context.warning(
                (*path, "status"),
                "is reached, but the last reading of {name} ({value} on {day}) is short of the target, {target}. "
                "Add the reading that reached it, or set another status.",
                name=measure.name,
                value=measure.shown(past[-1].value),
                day=past[-1].when,
                target=measure.shown(measure.target),
            )
        told = objective.note or past[-1].note or context.today > plan.period.last
        if objective.status in _UNENDED and plan.period.first <= measure.due < context.today and not told:
            yield context.warning(
                (*path, "status"),
                "is {status}, and was due on {due}. Set reached or off track, or a new day.",
                status=objective.status,
                due=measure.due,
            )
        elif objective.status is Progress.ON_TRACK and not told:
            yield from _behind(measure, past, (*path, "status"), context)


_UNENDED = {Progress.NOT_STARTED, Progress.ON_TRACK, Progress.AT_RISK}


def _behind(measure: Measured, past: list[Reading], path: Path, context: Context) -> Iterator[Finding]:
    reading = past[-1]
    waited = takewhile(lambda one: one.value == measure.baseline, past[:-1])
    pace = _pace(measure, reading, max([context.plan.period.first, *(one.when for one in waited)]))
    if pace is None:
        return
    points = 100 * (pace - measure.gone(reading))
    if points > Decimal(str(context.limits["points"])):
        yield context.warning(
            path,
            "is on track, but the reading of {name} on {day} is {value}, and the pace to {target} by {due} was {pace}. "
            "Set at risk, or say in a note what brings it back.",
            day=reading.when,
            name=measure.name,
            value=measure.shown(reading.value),
            target=measure.shown(measure.target),
            due=measure.due,
            pace=measure.shown_at(pace),
        )


def _pace(measure: Measured, reading: Reading, first: date) -> Decimal | None:
    """The part of the way that should be gone on the day of a reading; None where it is from before the period."""
    days, needed = (reading.when - first).days, (measure.due - first).days
    if days < 0 or needed <= 0:
        return None
    part = min(Decimal(days) / needed, Decimal(1))
    if not measure.whole:
        return part
    steps = abs(measure.target - measure.baseline)
    return (part * steps).to_integral_value(ROUND_FLOOR) / steps
