"""Theme 4, objectives: few, measurable, reachable by somebody, and standing on a ladder."""

from __future__ import annotations

from collections.abc import Iterator

from clientplan.checks.finding import Finding, Severity
from clientplan.checks.ladder import standing
from clientplan.checks.registry import rule
from clientplan.checks.rule import About, Context, Threshold
from clientplan.checks.vague import vague_verb
from clientplan.plan.objective import Measure
from clientplan.plan.plan import Period, Plan
from clientplan.plan.source import Path
from clientplan.plan.value import plain
from clientplan.plan.words import Direction

_GOAL_SETTING = (
    "Locke and Latham, Building a practically useful theory of goal setting and task motivation, "
    "American Psychologist 57(9), 2002"
)


@rule(
    About(
        code="CP401",
        name="number-of-objectives",
        severities=(Severity.ERROR, Severity.WARNING),
        why="A plan without an objective has nothing that an activity could serve. "
        "With too many it is a shopping list, and nobody knows what comes first.",
        source="Flynn, Client Business Plan: an activity is smart only relative to the plan",
        example="""
            objectives:
            """,
        better="""
            objectives:
              - id: o1
                words: Win the second filling line, so that two of three run on our film
                level: outcome
                measure: {name: filling lines on our film, unit: lines, baseline: 1, target: 2, due: 2026-12-15}
              - id: o2
                words: Sit down with the three plant managers every month
                level: process
                serves: o1
                measure: {name: visits a month, unit: visits, baseline: 0, target: 3, due: 2026-12-15}
            """,
        thresholds=(Threshold("most", 6, "this many objectives may be open at a time"),),
        since="0.1",
    )
)
def few_objectives(plan: Plan, context: Context) -> Iterator[Finding]:
    """No objective that wasn't dropped (error), or too many that are open (warning)."""
    if not any(standing(plan)):
        yield context.error(("objectives",), "there is none. Write the first, with a measure.")
    count = sum(objective.open for objective in plan.objectives)
    if count > context.limits["most"]:
        yield context.warning(
            ("objectives",),
            "{count} are open, and {most} is the most that can be kept in sight. Drop or merge those that matter less.",
            count=count,
            most=context.limits["most"],
        )


_PARTS = {
    "name": "the measure has no name. Say what is counted, such as late deliveries.",
    "unit": "the measure has no unit. Add one, such as %, days or EUR.",
    "baseline": "no baseline. Add where the measure stands today.",
    "target": "no target. Add the value to reach.",
    "due": "no due date. Add one as YYYY-MM-DD.",
}


@rule(
    About(
        code="CP402",
        name="measure-incomplete",
        severities=(Severity.ERROR,),
        why="Whether an objective is reached can only be seen when it says what is measured, from where, to where and "
        "by when. Specific and hard goals beat “do your best” (d = .42 to .80).",
        source=_GOAL_SETTING,
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
def measure_complete(plan: Plan, context: Context) -> Iterator[Finding]:
    """An objective without a measure, or whose measure lacks its name, unit, baseline, target or due date."""
    for path, objective in standing(plan):
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
            yield from _way_to_go(objective.measure, (*path, "measure", "target"), context)


def _due_inside(measure: Measure, period: Period, path: Path, context: Context) -> Iterator[Finding]:
    if measure.due is not None and measure.due not in period:
        yield context.error(
            path,
            "due {due}, outside the plan's period ({first} to {last}). Move it inside.",
            due=measure.due,
            first=period.first,
            last=period.last,
        )


_WRONG_SIDE = {
    Direction.UP: "the target {target} is below the baseline {baseline}, but the direction is up. Correct one of them.",
    Direction.DOWN: "the target {target} is above the baseline {baseline}, but the direction is down. "
    "Correct one of them.",
    Direction.HOLD: "the target {target} isn't the baseline {baseline}, but the direction is hold. "
    "Correct one of them.",
}
_NO_WAY = "the target is the baseline, {target}. Set another target, or write `direction: hold` to keep it there."


def _way_to_go(measure: Measure, path: Path, context: Context) -> Iterator[Finding]:
    baseline, target, direction = measure.baseline, measure.target, measure.direction
    if baseline is None or target is None:
        return
    if target == baseline:
        wrong = None if direction is Direction.HOLD else _NO_WAY
    else:
        way = Direction.UP if target > baseline else Direction.DOWN
        wrong = None if direction in {None, way} else _WRONG_SIDE[direction]
    if wrong is not None:
        yield context.error(path, wrong, baseline=plain(baseline), target=plain(target))


@rule(
    About(
        code="CP404",
        name="vague-verb",
        severities=(Severity.WARNING,),
        why="“Improve” is fulfilled by anything. Specific and hard goals beat “do your best” (d = .42 to .80), and the "
        "sentence is what people remember, not the table beside it.",
        source=_GOAL_SETTING,
        example="""
            objectives:
              - id: o2
                words: Improve our delivery performance
            """,
        better="""
            objectives:
              - id: o2
                words: Cut late deliveries from 7 to 3 %
            """,
        since="0.1",
    )
)
def specific_words(plan: Plan, context: Context) -> Iterator[Finding]:
    """An objective whose sentence begins with a vague verb (improve, support, explore …) and holds no number.

    The verbs are lists for English, German, French and Spanish; the plan's locale says which counts, and all do while
    it has none.
    """
    for path, objective in standing(plan):
        if verb := vague_verb(objective.words or "", plan.locale):
            yield context.warning(
                (*path, "words"),
                "“{verb}” leaves open how much. Say it in the sentence (“from 7 to 3 %”), "
                "or use a verb that can be seen done, such as win, sign, deliver, cut.",
                verb=verb,
            )
