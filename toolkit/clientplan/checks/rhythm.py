"""Theme 2, identity and time: whether the plan is worked with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from clientplan.checks.finding import Finding, Severity
from clientplan.checks.registry import rule
from clientplan.checks.rule import About, Context
from clientplan.plan.plan import Plan
from clientplan.plan.words import Phase

SLOWEST = 100  # days; a quarter, and a week to find the day
SLOWEST_IN_EROSION = 35  # a month


def rhythm(plan: Plan) -> int:
    """The days from one review to the next: as the plan sets them, else the slowest that its phase allows."""
    last = plan.last_review
    if last is not None and plan.next_review is not None and plan.next_review > last.when:
        return (plan.next_review - last.when).days
    return SLOWEST_IN_EROSION if plan.phase is Phase.EROSION else SLOWEST


@rule(
    About(
        code="CP203",
        name="plan-unchanged",
        severities=(Severity.WARNING,),
        why="A plan that isn't opened is a plan that was filed: the work goes on without it.",
        source="Flynn, Client Business Plan: the plan is a working document",
        example="""
            objectives:
              - id: o2
                status: on track
            """,
        better="""
            objectives:
              - id: o2
                status: at risk
                note: The carrier has lost two drivers
            """,
        gives_way_to=("CP201", "CP202"),
        uses=("changed",),
        since="0.1",
    )
)
def plan_changes(plan: Plan, context: Context) -> Iterator[Finding]:
    """Nothing in the plan has changed for longer than from one review to the next.

    The rhythm is the days from the last review to the next one; while one of them is open, 100 days, and 35 in erosion.
    A change is one of the file, or what the plan itself has a date for: a review, a reading, an action that was done.
    Nothing is said in the first such stretch of the period, nor when it is over.
    """
    changed, days = context.figures.changed, rhythm(plan)
    if changed is None or context.today > plan.period.last or (context.today - plan.period.first).days <= days:
        return
    last = max([changed, *(day for day in _dated(plan) if day <= context.today)])
    unchanged = (context.today - last).days
    if unchanged > days:
        yield context.warning(
            ("next_review",),
            "the plan hasn't changed since {last}, and is to be looked at every {days} days. "
            "Open it now, and bring readings, states and actions up to date.",
            last=last,
            days=days,
        )


def _dated(plan: Plan) -> Iterator[date]:
    for objective in plan.objectives:
        if objective.measure is not None:
            yield from (reading.when for reading in objective.measure.readings)
    yield from (review.when for review in plan.reviews)
    yield from (action.done for action in plan.actions if action.done is not None)
    yield from (one.when for one in plan.value_proposition.evidence if one.when is not None)
    for intent in (plan.intent.ours, plan.intent.client):
        if intent is not None and intent.when is not None:
            yield intent.when
