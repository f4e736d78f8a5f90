"""Theme 7, progress and erosion: results against plan, where the client stands and which way it moves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from clientplan.checks.attainment import QUARTER, Month, months, percent, under
from clientplan.checks.finding import Finding, Severity
from clientplan.checks.measured import Measured, measured
from clientplan.checks.registry import rule
from clientplan.checks.rule import About, Context, Threshold
from clientplan.plan.objective import Reading
from clientplan.plan.people import Results
from clientplan.plan.plan import Plan
from clientplan.plan.words import Area, Direction, Phase, Progress
from clientplan.trend import mann_kendall, theil_sen

_WINDOW = 12  # months, or readings: what was before them isn't today's drift


@rule(
    About(
        code="CP702",
        name="behind-plan",
        severities=(Severity.ERROR, Severity.WARNING),
        why="Erosion is often a subtle decline: it shows only when results are measured against the plan.",
        source="Flynn, Client Business Plan: erosion shows when results are measured against the plan",
        example="""
            results:
              currency: EUR
              months:
                - {month: 2026-06, plan: 40000, actual: 37000}
                - {month: 2026-07, plan: 40000, actual: 37500}
                - {month: 2026-08, plan: 40000, actual: 37200}
            """,
        better="""
            results:
              currency: EUR
              months:
                - {month: 2026-06, plan: 40000, actual: 39000}
                - {month: 2026-07, plan: 40000, actual: 39500}
                - {month: 2026-08, plan: 40000, actual: 39200}
            """,
        thresholds=(
            Threshold("share", 0.95, "this part of the plan should be reached to date"),
            Threshold("share_in_maintenance", 0.85, "less than this part in maintenance is an error"),
            Threshold("months", 3, "with fewer months than this that have both figures nothing is said"),
        ),
        since="0.1",
    )
)
def results_on_plan(plan: Plan, context: Context) -> Iterator[Finding]:
    """The results to date are under 95 % of plan (warning), in maintenance under 85 % (error).

    The months that are over and have both figures count. In build the months are small and the plan is bold, in erosion
    everybody knows: there it stays a warning, however low. Nothing is said outside the period.
    """
    past = months(plan.results, context.today)
    if plan.results is None or len(past) < context.limits["months"] or context.today not in plan.period:
        return
    if plan.phase is Phase.MAINTENANCE and under(past, context.limits["share_in_maintenance"]):
        yield context.error(
            ("results",),
            "{name} is at {percent} % of plan over {months} months, too far behind for maintenance. "
            "Add what brings it back, or change the phase to erosion.",
            name=plan.results.name,
            percent=percent(past),
            months=len(past),
        )
    elif under(past, context.limits["share"]):
        yield context.warning(
            ("results",),
            "{name} is at {percent} % of plan over {months} months. Find out why, and plan what brings it back.",
            name=plan.results.name,
            percent=percent(past),
            months=len(past),
        )


@rule(
    About(
        code="CP703",
        name="drift-under-a-green-light",
        severities=(Severity.WARNING,),
        why="A year that loses a little each month can stay above 95 % of plan to date until its last day. The order "
        "of the months shows it, while it can still be turned.",
        source="",
        example="""
            objectives:
              - id: o4
                status: on track
                measure:
                  readings:
                    - {when: 2026-04-30, value: 75}
                    - {when: 2026-05-31, value: 76}
                    - {when: 2026-06-30, value: 77.5}
                    - {when: 2026-07-31, value: 79}
                    - {when: 2026-08-31, value: 81}
            """,
        better="""
            objectives:
              - id: o4
                status: at risk
                measure:
                  readings:
                    - {when: 2026-04-30, value: 75}
                    - {when: 2026-05-31, value: 76}
                    - {when: 2026-06-30, value: 77.5}
                    - {when: 2026-07-31, value: 79}
                    - {when: 2026-08-31, value: 81}
            """,
        thresholds=(
            Threshold("chance", 0.05, "a drift counts when chance alone would show it with less than this probability"),
            Threshold("months", 6, "with fewer months than this no drift of the results is looked for"),
            Threshold("readings", 5, "with fewer readings than this none of an objective is"),
        ),
        since="0.1",
    )
)
def no_drift(plan: Plan, context: Context) -> Iterator[Finding]:
    """Results against plan, or the readings of an objective that is `on track`, move the wrong way, and not by chance.

    The test is that of Mann and Kendall, one-sided, over the last twelve months or readings. Results count where their
    last quarter is under plan and no open financial objective is at risk or off track; readings where the last one
    isn't at its target.
    """
    past = months(plan.results, context.today)[-_WINDOW:]
    if plan.results is not None and len(past) >= context.limits["months"] and context.today in plan.period:
        yield from _results_drift(plan, plan.results, past, context)
    for path, objective, measure in measured(plan):
        readings = [reading for reading in measure.readings if reading.when <= context.today][-_WINDOW:]
        if objective.status is not Progress.ON_TRACK or len(readings) < max(context.limits["readings"], 1):
            continue
        if _away(measure, readings, context):
            yield context.warning(
                (*path, "status"),
                "is on track, but the last {readings} readings of {name} move away from the target ({first} to "
                "{last}). Set at risk, or write down what turns it.",
                readings=len(readings),
                name=measure.name,
                first=measure.shown(readings[0].value),
                last=measure.shown(readings[-1].value),
            )


def _results_drift(plan: Plan, results: Results, past: Sequence[Month], context: Context) -> Iterator[Finding]:
    said = {Progress.AT_RISK, Progress.OFF_TRACK}
    known = any(objective.area is Area.FINANCIAL and objective.status in said for objective in plan.objectives)
    if known or not under(past[-QUARTER:], 1) or any(month.plan <= 0 for month in past):
        return
    reached = [float(100 * month.actual / month.plan) for month in past]
    if mann_kendall(reached).falling < context.limits["chance"]:
        yield context.warning(
            ("results",),
            "{name} falls by {slope} points of plan a month, steadily over {months} months, and no financial objective "
            "is at risk. Ask the client why, and set the status that fits.",
            name=results.name,
            slope=format(-theil_sen(reached), ".1f"),
            months=len(past),
        )


def _away(measure: Measured, readings: Sequence[Reading], context: Context) -> bool:
    """Whether readings move away from the target more steadily than by chance; not while it is reached."""
    left = [_left(measure, reading.value) for reading in readings]
    return measure.way is not None and left[-1] > 0 and mann_kendall(left).rising < context.limits["chance"]


def _left(measure: Measured, value: Decimal) -> float:
    """What is left to the target; below 0 behind it. To be held means neither above nor below."""
    left = measure.target - value
    if measure.way is Direction.HOLD:
        return abs(float(left))
    return float(left if measure.way is Direction.UP else -left)
