"""Theme 2, identity and time: who answers for the plan, when it is looked at next, and which phase it is for."""

from __future__ import annotations

from collections.abc import Iterator

from clientplan.checks.attainment import months, percent, quarters, under
from clientplan.checks.finding import Finding, Severity
from clientplan.checks.names import flaw, in_order
from clientplan.checks.registry import rule
from clientplan.checks.rhythm import SLOWEST, SLOWEST_IN_EROSION
from clientplan.checks.rule import About, Context, Threshold
from clientplan.checks.said import Said
from clientplan.plan.plan import Plan
from clientplan.plan.words import Phase


@rule(
    About(
        code="CP201",
        name="identity-incomplete",
        severities=(Severity.ERROR,),
        why="A plan that nobody owns and that no day is set for is written once and filed.",
        source="Flynn, Client Business Plan: the plan is a working document",
        example="""
            manager: Key account team
            next_review:
            """,
        better="""
            manager: Ruth Adeyemi
            next_review: 2026-10-12
            """,
        since="0.1",
    )
)
def identity_complete(plan: Plan, context: Context) -> Iterator[Finding]:
    """No client, no manager who is one person by name, or no next review.

    A plan without a client's name, or whose period doesn't have its first day before its last, isn't read at all.
    """
    if not plan.client.name:
        yield context.error(("client", "name"), "is empty. Write the client's name.")
    if not plan.manager:
        yield context.error(("manager",), "nobody is named. Name the one person who owns this plan.")
    elif wrong := flaw(plan.manager):
        yield context.error(("manager",), wrong, fix=in_order(("manager",), plan.manager, context))
    if plan.next_review is None:
        yield context.error(("next_review",), "no date. Set the day of the next look as YYYY-MM-DD.")


@rule(
    About(
        code="CP202",
        name="next-review-out-of-reach",
        severities=(Severity.ERROR, Severity.WARNING),
        why="The plan is a working document: opened every week, reviewed every month or quarter. "
        "Erosion is often subtle, so a client in erosion is looked at every month.",
        source="Flynn, Client Business Plan: the plan is a working document",
        example="""
            next_review: 2026-08-31
            """,
        better="""
            next_review: 2026-10-12
            """,
        thresholds=(
            Threshold("days", SLOWEST, "the next review may be this many days away"),
            Threshold("days_in_erosion", SLOWEST_IN_EROSION, "the same for a client in erosion"),
        ),
        since="0.1",
    )
)
def next_review_within_reach(plan: Plan, context: Context) -> Iterator[Finding]:
    """The next review lies in the past (error), or too far away (warning).

    Nothing is said once the period is over: what is left to do then is to write down how it ended (CP1002).
    """
    if plan.next_review is None or context.today > plan.period.last:
        return
    away = (plan.next_review - context.today).days
    most = context.limits["days_in_erosion" if plan.phase is Phase.EROSION else "days"]
    if away < 0:
        yield context.error(
            ("next_review",),
            "{day} is past. Review the plan now, and set the day of the next look.",
            day=plan.next_review,
        )
    elif away > most:
        yield context.warning(
            ("next_review",),
            "{day} is {away} days away{in_erosion}. Set it within {most} days.",
            day=plan.next_review,
            away=away,
            in_erosion=Said(" for a client in erosion") if plan.phase is Phase.EROSION else "",
            most=most,
        )


@rule(
    About(
        code="CP204",
        name="phase-open-or-outdated",
        severities=(Severity.ERROR, Severity.WARNING),
        why="Build, maintenance and erosion each ask for other activity. Erosion shows only when results are measured "
        "against the plan, so the figures are asked as well as the manager.",
        source="Flynn, Client Business Plan: each phase asks for different smart activity",
        example="""
            phase:
            """,
        better="""
            phase: maintenance
            """,
        thresholds=(
            Threshold("share", 0.7, "a quarter under this part of the plan, twice a month apart, says erosion"),
        ),
        uses=("phase",),
        since="0.1",
    )
)
def phase_said(plan: Plan, context: Context) -> Iterator[Finding]:
    """No phase (error), or another phase than erosion while the client's figures say erosion (warning).

    Where no figures are at hand, the plan's own results are asked about a client in maintenance: two quarters that end
    a month apart, the later one not long ago, and both far under plan. In build that shows a bold plan as well.
    """
    if plan.phase is None:
        yield context.error(("phase",), "is open. Choose build, maintenance or erosion.")
        return
    because = _erosion(plan, context)
    if because is not None and plan.phase is not Phase.EROSION:
        yield context.warning(
            ("phase",),
            "{phase}, but the figures say erosion{because} "
            "Change the phase, or switch CP204 off in checks_off with your reason.",
            phase=plan.phase,
            because=because,
        )


def _erosion(plan: Plan, context: Context) -> Said | str | None:
    """Why the figures say erosion, as the end of a sentence; None where they don't."""
    figures = context.figures
    if figures.phase is not None:
        because = Said(": {because}", because=figures.because) if figures.because else "."
        return because if figures.phase is Phase.EROSION else None
    looks = quarters(months(plan.results, context.today), context.today)
    if plan.phase is not Phase.MAINTENANCE or looks is None:
        return None
    last, before = looks
    if not all(under(look, context.limits["share"]) for look in looks):
        return None
    return Said(
        ": {first} to {last} came to {percent} % of plan, and {first_before} to {last_before} to {percent_before} %.",
        first=last[0].name,
        last=last[-1].name,
        percent=percent(last),
        first_before=before[0].name,
        last_before=before[-1].name,
        percent_before=percent(before),
    )
