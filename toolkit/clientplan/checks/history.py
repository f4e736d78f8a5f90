"""Theme 10, history: what is carried over from one period to the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from clientplan.checks.finding import Finding, Severity
from clientplan.checks.ladder import standing
from clientplan.checks.measured import measured
from clientplan.checks.registry import rule
from clientplan.checks.rule import About, Context, Threshold
from clientplan.checks.spelling import words
from clientplan.plan.plan import Plan
from clientplan.plan.review import Review
from clientplan.plan.words import Progress

_CLOSING = 31  # days; a review in the last month of the period says how it ended


@rule(
    About(
        code="CP1001",
        name="carried-forward-unchanged",
        severities=(Severity.WARNING,),
        why="A plan that is copied from last year's says that a year has taught nothing, and the client reads it so.",
        source="",
        example="""
            objectives:
              - id: o2
                words: Cut late deliveries from 7 to 3 %
            """,
        better="""
            objectives:
              - id: o2
                words: Cut late deliveries on Mondays from 9 to 4 %
                measure: {name: late deliveries on Mondays, baseline: 9, target: 4}
            """,
        thresholds=(
            Threshold("share", 0.7, "this part of the words may be those of the plan before"),
            Threshold("targets", 0.8, "with this part of baselines and targets the same, the targets are"),
        ),
        uses=("previous",),
        since="0.1",
    )
)
def renewed(plan: Plan, context: Context) -> Iterator[Finding]:
    """More than 70 % of the words are those of the client's plan before, and nearly all baselines and targets.

    The words are those of the intents, value proposition, objectives and actions; one is the same where the word before
    or after it is the same too, wherever in the plan they stand. Nothing is said when the period is over.
    """
    previous = context.figures.previous
    if previous is None or context.today > plan.period.last:
        return
    targets, kept = _targets(plan), _targets(plan) & _targets(previous)
    if not targets or kept.total() < context.limits["targets"] * targets.total():
        return
    share = _same(plan, previous)
    if share > context.limits["share"]:
        yield context.warning(
            (),
            "carried forward from {first} to {last}: {percent} % of the words and {kept} of {all} targets are those of "
            "that plan. Write what is different this time, from the baselines on.",
            first=previous.period.first,
            last=previous.period.last,
            percent=format(100 * share, ".0f"),
            kept=kept.total(),
            all=targets.total(),
        )


def _targets(plan: Plan) -> Counter[tuple[Decimal, Decimal]]:
    return Counter((measure.baseline, measure.target) for _, _, measure in measured(plan))


def _same(plan: Plan, previous: Plan) -> float:
    """The part of a plan's words that stand beside the same word in the plan before."""
    pairs = {pair for text in _texts(previous) for pair in pairwise(_words(text))}
    same = [known for text in _texts(plan) for known in _known(_words(text), pairs)]
    return sum(same) / max(len(same), 1)


def _known(text: list[str], pairs: set[tuple[str, str]]) -> Iterator[bool]:
    there = [pair in pairs for pair in pairwise(text)]
    return (before or after for before, after in pairwise([False, *there, False]))


def _words(text: str) -> list[str]:
    """Folded; a word that is alone has nothing as its neighbour."""
    found = [word.folded for word in words(text)]
    return found if len(found) != 1 else ["", *found]


def _texts(plan: Plan) -> Iterator[str]:
    value = plan.value_proposition
    intents = (intent.words for intent in (plan.intent.ours, plan.intent.client) if intent is not None)
    objectives = (objective.words for _, objective in standing(plan))
    actions = (action.what for action in plan.actions)
    for text in (*intents, value.goal, value.value, value.they_gain, value.we_gain, *objectives, *actions):
        if text:
            yield text


@rule(
    About(
        code="CP1002",
        name="ended-without-an-outcome",
        severities=(Severity.NOTE,),
        why="What a period has taught is worth most on its last day, and is forgotten a month later. The next plan "
        "begins with it.",
        source="",
        example="""
            period:
              last: 2026-08-31
            objectives:
              - {id: o1, measure: {due: 2026-08-31}}
              - {id: o2, measure: {due: 2026-08-31}}
              - {id: o3, measure: {due: 2026-08-31}}
              - {id: o4, measure: {due: 2026-08-31}}
            """,
        better="""
            period:
              last: 2026-08-31
            objectives:
              - {id: o1, measure: {due: 2026-08-31}}
              - {id: o2, measure: {due: 2026-08-31}}
              - {id: o3, measure: {due: 2026-08-31}}
              - {id: o4, measure: {due: 2026-08-31}}
            reviews:
              - when: 2026-08-28
                verdicts:
                  - {objective: o1, status: at risk, note: The second line came too late in their year}
                  - {objective: o2, status: on track, note: Mondays are the carrier's}
                  - {objective: o3, status: on track, note: Thursday is the day before their planning}
                  - {objective: o4, status: on track, note: The narrow film runs}
            """,
        since="0.1",
    )
)
def outcome_written(plan: Plan, context: Context) -> Iterator[Finding]:
    """The period is over, and an objective has no outcome, or one without a lesson.

    An outcome is the status `reached` or `dropped`, or a verdict in a review in the last month of the period or later.
    The lesson is that review's, or the note on the verdict; where it was reached before, that of any review of it.
    """
    if context.today <= plan.period.last:
        return
    held = [review for review in plan.reviews if review.when <= context.today]
    closing = [review for review in held if (plan.period.last - review.when).days < _CLOSING]
    judged = {verdict.objective for review in closing for verdict in review.verdicts}
    taught, ever_taught = set(_taught(closing)), set(_taught(held))
    of_all = any(review.lessons for review in closing)
    for path, objective in standing(plan):
        reached = objective.status is Progress.REACHED
        if not reached and objective.id not in judged:
            yield context.note(
                (*path, "status"),
                "the period is over, and nothing says how this ended. Write it into a last review, and what it taught.",
            )
        elif objective.id not in taught and not (reached and (of_all or objective.id in ever_taught)):
            yield context.note(
                (*path, "status"),
                "the period is over, and nothing says what this taught. Write the lesson into the last review.",
            )


def _taught(reviews: Iterable[Review]) -> Iterator[str]:
    """The ids of the objectives that reviews have a verdict on, and a lesson of."""
    for review in reviews:
        yield from (verdict.objective for verdict in review.verdicts if review.lessons or verdict.note)
