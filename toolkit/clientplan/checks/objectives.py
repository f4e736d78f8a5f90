"""Theme 4, objectives: few, and each saying how much."""

from __future__ import annotations

from collections.abc import Iterator

from clientplan.checks.finding import Finding, Severity
from clientplan.checks.ladder import standing
from clientplan.checks.measures import GOAL_SETTING
from clientplan.checks.registry import rule
from clientplan.checks.rule import About, Context, Threshold
from clientplan.checks.vague import vague_verb
from clientplan.plan.plan import Plan


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


@rule(
    About(
        code="CP404",
        name="vague-verb",
        severities=(Severity.WARNING,),
        why="“Improve” is fulfilled by anything. Specific and hard goals beat “do your best” (d = .42 to .80), and the "
        "sentence is what people remember, not the table beside it.",
        source=GOAL_SETTING,
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
