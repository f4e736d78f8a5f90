"""Theme 8, portfolio and hours: finite, and shared by all clients."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clientplan.checks.capacity import capacity, exceeds, person, shown
from clientplan.checks.finding import Finding, Severity
from clientplan.checks.registry import rule
from clientplan.checks.rule import About, Context, Threshold
from clientplan.plan.plan import Plan

CALLPLAN = "Lodish, CALLPLAN: An Interactive Salesman's Call Planning System, Management Science 18(4-II), 1971"


@rule(
    About(
        code="CP801",
        name="hours-over-capacity",
        severities=(Severity.ERROR, Severity.WARNING),
        why="Hours are finite: what is planned beyond them is taken from a client without anybody deciding so. And "
        "the best use of hours by arithmetic alone drops whole clients, so each phase has a floor.",
        source=CALLPLAN,
        example="""
            effort:
              hours: 0.5
            """,
        better="""
            effort:
              hours: 2
            """,
        thresholds=(
            Threshold("floor_build", 2, "hours a month that a client in build gets at least"),
            Threshold("floor_maintenance", 1, "the same for a client in maintenance"),
            Threshold("floor_erosion", 2, "the same for a client in erosion"),
        ),
        uses=("capacity", "portfolio"),
        since="0.1",
    )
)
def hours_within_capacity(plan: Plan, context: Context) -> Iterator[Finding]:
    """The hours planned for the manager's clients exceed the hours the manager has (error), or a client gets too few.

    Too few (warning): under the floor of its phase. The error stands in each of the manager's plans that has hours
    and whose period is on. Nothing is said when the period is over.
    """
    hours = plan.effort.hours
    if hours is None or hours < 0 or context.today > plan.period.last:
        return
    if hours and context.today in plan.period:
        yield from _over_capacity(plan, context)
    floor = None if plan.phase is None else context.limits[f"floor_{plan.phase}"]
    if floor is not None and hours < floor:
        yield context.warning(
            ("effort", "hours"),
            "{hours} hours a month, and {floor} are the least for a client in {phase}. Plan more, or hand it over.",
            hours=shown(hours),
            floor=floor,
            phase=plan.phase,
        )


def _over_capacity(plan: Plan, context: Context) -> Iterator[Finding]:
    there = capacity(plan.manager or "", context.figures)
    if there is None or not plan.manager or context.figures.portfolio is None:
        return
    manager = person(plan.manager)
    planned = [
        holding.hours
        for holding in context.figures.portfolio.holdings
        if holding.hours is not None and holding.hours > 0 and person(holding.manager or "") == manager
    ]
    total = sum(planned, Decimal())
    if exceeds(total, there):
        yield context.error(
            ("effort", "hours"),
            "{manager} has {there} hours a month, and {planned} are planned for {count} client. "
            "Plan fewer, here or for another, or hand a client over.",
            several="{manager} has {there} hours a month, and {planned} are planned for {count} clients. "
            "Plan fewer, here or for another, or hand a client over.",
            manager=plan.manager,
            there=shown(there),
            planned=shown(total),
            count=len(planned),
        )
