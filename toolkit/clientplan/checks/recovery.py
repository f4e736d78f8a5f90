"""Theme 4, objectives: first things first. A client in erosion is won back before it grows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from clientplan.checks.finding import Finding, Severity
from clientplan.checks.ladder import above, standing
from clientplan.checks.registry import rule
from clientplan.checks.rule import About, Context, Threshold
from clientplan.plan.objective import Objective
from clientplan.plan.plan import Plan
from clientplan.plan.words import Area, Direction, Level, Phase


@rule(
    About(
        code="CP409",
        name="growth-before-recovery",
        severities=(Severity.WARNING,),
        why="The way out of erosion leads back to maintenance: what was broken is repaired first. A growth target on "
        "top of it sends people to sell where they should listen.",
        source="",
        example="""
            phase: erosion
            objectives:
              - id: o5
                words: Invoice 28,000 EUR a month
                level: performance
                area: financial
                measure:
                  {name: invoiced a month, unit: EUR, baseline: 20000, target: 28000, due: 2026-10-30,
                   readings: [{when: 2026-08-31, value: 20400}]}
            actions:
              - id: a4
                what: Offer the film for the second line
                objective: o5
                owner: Jonas Weiß
                due: 2026-10-09
                done_when: The offer is with the buyer
            """,
        better="""
            phase: erosion
            objectives:
              - id: o5
                words: Invoice 28,000 EUR a month
                level: performance
                area: financial
                measure:
                  {name: invoiced a month, unit: EUR, baseline: 20000, target: 28000, due: 2026-12-18,
                   readings: [{when: 2026-08-31, value: 20400}]}
            actions:
              - id: a4
                what: Offer the film for the second line
                objective: o5
                owner: Jonas Weiß
                due: 2026-10-09
                done_when: The offer is with the buyer
            """,
        thresholds=(Threshold("growth", 0.3, "a target may be this part above its baseline"),),
        since="0.1",
    )
)
def recovery_first(plan: Plan, context: Context) -> Iterator[Finding]:
    """A growth target for a client in erosion, and no recovery objective before it.

    Growth is an open financial objective, not a process, whose target lies far above its baseline. Recovery is any
    objective in another area that is due by then, or that the growth is reached through. Of several growth targets the
    one that is due first speaks.
    """
    if plan.phase is not Phase.EROSION:
        return
    limit = Decimal(str(context.limits["growth"]))
    others = [objective for _, objective in standing(plan) if objective.area is not Area.FINANCIAL]
    reached = above(plan, (other.id for other in others))
    first = min((other.due or date.min for other in others), default=None)
    growing = [
        (objective.due or date.max, (*path, "measure", "target"), growth)
        for path, objective in standing(plan)
        if (growth := _growth(objective)) is not None and growth > limit and objective.id not in reached
    ]
    if not growing:
        return
    due, path, growth = min(growing)
    if first is None or first > due:
        yield context.warning(
            path,
            "{growth} % above today for a client in erosion, and no recovery comes before it. "
            "Add an objective that repairs what was broken, due earlier, or aim lower first.",
            growth=format(100 * growth, ".0f"),
        )


def _growth(objective: Objective) -> Decimal | None:
    """The part that the target lies above the baseline, of an open objective that is about money."""
    measure = objective.measure
    if objective.area is not Area.FINANCIAL or objective.level is Level.PROCESS or not objective.open or not measure:
        return None
    if measure.baseline is None or measure.target is None or measure.baseline <= 0 or measure.way is not Direction.UP:
        return None
    return (measure.target - measure.baseline) / measure.baseline
