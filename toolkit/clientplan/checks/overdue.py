"""Theme 5, actions: what was due and what they take, against the days and hours that there are."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clientplan.checks.capacity import exceeds, months, shown
from clientplan.checks.finding import Finding, Severity
from clientplan.checks.registry import rule
from clientplan.checks.rule import About, Context, Threshold
from clientplan.plan.plan import Plan
from clientplan.plan.words import Side


@rule(
    About(
        code="CP507",
        name="overdue",
        severities=(Severity.ERROR, Severity.WARNING),
        why="A day that passes without a word tells everybody that the days in this plan don't count. With a word it "
        "is a plan that is kept up.",
        source="",
        example="""
            actions:
              - id: a2
                due: 2026-09-08
            """,
        better="""
            actions:
              - id: a2
                due: 2026-09-08
                note: The carrier answers by the 25th
            """,
        thresholds=(
            Threshold("share", 0.25, "this part of the open actions may be overdue"),
            Threshold("fewest", 4, "with fewer open actions than this their share isn't judged"),
        ),
        since="0.1",
    )
)
def on_time(plan: Plan, context: Context) -> Iterator[Finding]:
    """An open action whose day is past and that has no note on why (error), or many that are overdue (warning).

    What is due today is on time. An action without a due date (CP501) doesn't count for the share. The end of the
    period changes nothing: what is still open then was carried out, dropped or moved, and the plan should say which.
    """
    dated = [(at, action) for at, action in enumerate(plan.actions) if action.open and action.due is not None]
    late = [(at, action) for at, action in dated if action.due is not None and action.due < context.today]
    for at, action in late:
        if not action.note:
            yield context.error(
                ("actions", at, "note"),
                "was due on {due}, and no note says why it is open. Write one, set a new day, or close it.",
                due=action.due,
            )
    if len(dated) >= context.limits["fewest"] and len(late) > context.limits["share"] * len(dated):
        yield context.warning(
            ("actions",),
            "{late} of {all} open ones are overdue. Close what is done, drop what isn't needed, set days for the rest.",
            late=len(late),
            all=len(dated),
        )


@rule(
    About(
        code="CP508",
        name="hours-without-a-stop",
        severities=(Severity.WARNING,),
        why="An hour here is an hour not spent elsewhere. What is added without stopping something comes out of hours "
        "that nobody has.",
        source="",
        example="""
            effort:
              hours: 3
            actions:
              - id: a1
                hours: 16
            """,
        better="""
            effort:
              hours: 3
            actions:
              - id: a1
                hours: 16
            stops:
              - what: Monthly slide deck of service figures
                frees: 4
            """,
        since="0.1",
    )
)
def hours_freed(plan: Plan, context: Context) -> Iterator[Finding]:
    """Our open actions take more hours than are planned for the client until the end of the period, and no stop.

    The hours planned: `effort.hours` a month, from today (from the first day of the period, before it) to the last day,
    one month at least. Nothing is said when the period is over.
    """
    a_month = plan.effort.hours
    if a_month is None or a_month < 0 or plan.stops or context.today > plan.period.last:
        return
    there = a_month * months(max(context.today, plan.period.first), plan.period.last)
    mine = [action.hours for action in plan.actions if action.open and action.side is Side.OURS]
    planned = sum((hours for hours in mine if hours is not None and hours > 0), Decimal())
    if exceeds(planned, there):
        yield context.warning(
            ("stops",),
            "nothing is stopped, and our open actions take {planned} hours where {there} are planned until {last}. "
            "Name what we stop doing, cut an action, or plan more hours.",
            planned=shown(planned),
            there=shown(there),
            last=plan.period.last,
        )
