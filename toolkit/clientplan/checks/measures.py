"""Theme 4, objectives: how we know. A measure with a baseline, a target ahead of it, and a day in the period."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from clientplan.checks.finding import Edit, Finding, Fix, Severity
from clientplan.checks.ladder import standing
from clientplan.checks.registry import rule
from clientplan.checks.rule import About, Context
from clientplan.checks.said import Said
from clientplan.checks.unsaid import unsaid
from clientplan.plan.objective import Measure
from clientplan.plan.plan import Period, Plan
from clientplan.plan.source import Path
from clientplan.plan.value import plain
from clientplan.plan.words import Direction

GOAL_SETTING = (
    "Locke and Latham, Building a practically useful theory of goal setting and task motivation, "
    "American Psychologist 57(9), 2002"
)

_PARTS = {
    "name": Said("the measure has no name. Say what is counted, such as late deliveries."),
    "unit": Said("the measure has no unit. Add one, such as %, days or EUR."),
    "baseline": Said("no baseline. Add where the measure stands today."),
    "target": Said("no target. Add the value to reach."),
    "due": Said("no due date. Add one as YYYY-MM-DD."),
}


@rule(
    About(
        code="CP402",
        name="objective-incomplete",
        severities=(Severity.ERROR,),
        why="Whether an objective is reached can only be seen when it says what is measured, from where, to where and "
        "by when. Specific and hard goals beat “do your best” (d = .42 to .80).",
        source=GOAL_SETTING,
        example="""
            objectives:
              - id: o2
                measure: {name: late deliveries, unit: "%", baseline: 7, target: 3, due: }
            """,
        better="""
            objectives:
              - id: o2
                measure: {name: late deliveries, unit: "%", baseline: 7, target: 3, due: 2026-12-31}
            """,
        since="0.1",
    )
)
def objective_complete(plan: Plan, context: Context) -> Iterator[Finding]:
    """An objective without a sentence, or whose measure lacks its name, unit, baseline, target or due date."""
    for path, objective in standing(plan):
        if unsaid(objective.words):
            yield context.error((*path, "words"), "no sentence. Say in one what will be reached.")
        missing = [part for part in _PARTS if getattr(objective.measure, part, None) in {None, ""}]
        if len(missing) == len(_PARTS):
            yield context.error(
                (*path, "measure"), "no measure. Say how you will know: name, unit, baseline, target and due date."
            )
        else:
            for part in missing:
                yield context.error((*path, "measure", part), _PARTS[part])


@rule(
    About(
        code="CP403",
        name="target-or-due-date-wrong",
        severities=(Severity.ERROR,),
        why="An objective that is due outside the period belongs to another plan. A target that is the baseline, or "
        "lies behind it, asks for nothing, and is mostly a slip.",
        source="",
        example="""
            objectives:
              - id: o2
                measure: {name: late deliveries, unit: "%", baseline: 3, target: 7, due: 2026-12-31, direction: down}
            """,
        better="""
            objectives:
              - id: o2
                measure: {name: late deliveries, unit: "%", baseline: 7, target: 3, due: 2026-12-31, direction: down}
            """,
        since="0.1",
    )
)
def target_ahead(plan: Plan, context: Context) -> Iterator[Finding]:
    """An objective due outside the period, or with a target equal to its baseline or on the wrong side of it.

    With `direction: hold` the target is the baseline.
    """
    for path, objective in standing(plan):
        if objective.measure is not None:
            yield from _due_inside(objective.measure, plan.period, (*path, "measure", "due"), context)
            yield from _way_to_go(objective.measure, (*path, "measure"), context)


def _due_inside(measure: Measure, period: Period, path: Path, context: Context) -> Iterator[Finding]:
    if measure.due is not None and measure.due not in period:
        yield context.error(
            path,
            "due {due}, outside the plan's period ({first} to {last}). Move it inside.",
            fix=_moved(measure.due, period, path, context),
            due=measure.due,
            first=period.first,
            last=period.last,
        )


def _moved(due: date, period: Period, path: Path, context: Context) -> Fix | None:
    """To the same day of the period's own year, where that lies ahead; else from behind the period to its end."""
    days = (_in_year(due, year) for year in range(period.first.year, min(period.last.year, period.first.year + 1) + 1))
    inside = next((day for day in days if day is not None and day in period and day >= context.today), None)
    if inside is None and due > period.last:
        inside = period.last
    return None if inside is None else context.fix("set due to {day}", Edit(path, inside), day=inside)


def _in_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return None


_WRONG_SIDE = {
    Direction.UP: Said(
        "the target {target} is below the baseline {baseline}, but the direction is up. Correct one of them."
    ),
    Direction.DOWN: Said(
        "the target {target} is above the baseline {baseline}, but the direction is down. Correct one of them."
    ),
    Direction.HOLD: Said(
        "the target {target} isn't the baseline {baseline}, but the direction is hold. Correct one of them."
    ),
}


def _way_to_go(measure: Measure, path: Path, context: Context) -> Iterator[Finding]:
    baseline, target, direction = measure.baseline, measure.target, measure.direction
    if baseline is None or target is None:
        return
    if target == baseline and direction is not Direction.HOLD:
        yield context.error(
            (*path, "target"),
            "the target is the baseline, {target}. Set another target, or write `direction: hold` to keep it there.",
            fix=context.fix("write direction: hold", Edit((*path, "direction"), Direction.HOLD)),
            target=plain(target),
        )
    if target != baseline and direction not in {None, _way(baseline, target)}:
        wrong = _WRONG_SIDE[direction].template
        fix = _turned(baseline, target, direction, path, context)
        yield context.error((*path, "target"), wrong, fix=fix, baseline=plain(baseline), target=plain(target))


def _turned(
    baseline: Decimal, target: Decimal, direction: Direction | None, path: Path, context: Context
) -> Fix | None:
    """The target with the sign that was forgotten, or the two figures the other way round."""
    if direction is Direction.HOLD:
        return None
    if _way(baseline, -target) is direction and baseline * target <= 0:
        return context.fix("set target to {target}", Edit((*path, "target"), -target), target=plain(-target))
    swapped = (Edit((*path, "baseline"), target), Edit((*path, "target"), baseline))
    return context.fix(
        "swap baseline and target: from {target} to {baseline}",
        *swapped,
        baseline=plain(baseline),
        target=plain(target),
    )


def _way(baseline: Decimal, target: Decimal) -> Direction:
    return Direction.UP if target > baseline else Direction.DOWN
