"""Theme 5, actions: who does them, and with which hours."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clientplan.checks.capacity import capacity, exceeds, months, person, shown
from clientplan.checks.finding import Finding, Severity
from clientplan.checks.names import flaw
from clientplan.checks.registry import rule
from clientplan.checks.rule import About, Context, Threshold
from clientplan.plan.action import Action
from clientplan.plan.plan import Plan
from clientplan.plan.source import Path
from clientplan.plan.words import ActionStatus, Side

Owned = list[tuple[Path, Action]]


@rule(
    About(
        code="CP505",
        name="owner-overloaded",
        severities=(Severity.WARNING,),
        why="Hours are finite. What doesn't fit into somebody's month isn't done late, it isn't done at all.",
        source="",
        example="""
            actions:
              - id: a1
                owner: Jonas Weiß  # who has 40 hours a month, by [capacity] in clientplan.toml
                due: 2026-10-02
                hours: 90
            """,
        better="""
            actions:
              - id: a1
                owner: Jonas Weiß
                due: 2026-10-02
                hours: 30
            """,
        thresholds=(Threshold("most", 8, "one person may own this many open actions"),),
        uses=("capacity",),
        since="0.1",
    )
)
def owner_has_time(plan: Plan, context: Context) -> Iterator[Finding]:
    """Somebody of ours owns too many open actions, or more hours of them than there are until the last is due.

    Told on the first action too many. The hours there are: the person's capacity a month, from today (from the first
    day of the period, before it) to the last due date, one month at least. They aren't judged while one of the actions
    has no due date. Nothing is said when the period is over.
    """
    if context.today > plan.period.last:
        return
    most = context.limits["most"]
    for actions in _owners(plan):
        owner = actions[0][1].owner or ""
        overbooked = _overbooked(actions, owner, plan, context)
        if overbooked is not None:
            yield overbooked
        elif len(actions) > most and not flaw(owner):
            path, _ = actions[int(most)]
            yield context.warning(
                (*path, "owner"),
                "{owner} owns {count} open actions. Keep to {most}: give some to others, or drop them.",
                owner=owner,
                count=len(actions),
                most=most,
            )


def _owners(plan: Plan) -> Iterator[Owned]:
    """The open actions of each person of ours, in the order of the plan."""
    owned: dict[str, Owned] = {}
    for at, action in enumerate(plan.actions):
        if action.open and action.side is Side.OURS and action.owner:
            owned.setdefault(person(action.owner), []).append((("actions", at), action))
    yield from owned.values()


def _overbooked(actions: Owned, owner: str, plan: Plan, context: Context) -> Finding | None:
    a_month = capacity(owner, context.figures)
    days = [action.due for _, action in actions if action.due is not None]
    if a_month is None or len(days) < len(actions):
        return None
    last = max(days)
    there = a_month * months(max(context.today, plan.period.first), last)
    planned = Decimal()
    first: Path | None = None
    for path, action in actions:
        planned += max(action.hours or Decimal(), Decimal())
        if first is None and exceeds(planned, there):
            first = path
    if first is None:
        return None
    return context.warning(
        (*first, "owner"),
        "{owner} has {planned} hours of open actions until {last}, and time for {there}. "
        "Give some to others, drop them, or move them.",
        owner=owner,
        planned=shown(planned),
        last=last,
        there=shown(there),
    )


@rule(
    About(
        code="CP506",
        name="no-action-of-the-client",
        severities=(Severity.WARNING,),
        why="Intention is on both sides, and an action of theirs is the best sign of it. Where all the work is ours, "
        "the client watches.",
        source="",
        example="""
            actions:
              - id: a3
                owner: Jonas Weiß
                side: ours
            """,
        better="""
            actions:
              - id: a3
                owner: Maria Sales
                side: client
            """,
        thresholds=(Threshold("fewest", 3, "with fewer actions than this nothing is said"),),
        since="0.1",
    )
)
def client_acts(plan: Plan, context: Context) -> Iterator[Finding]:
    """Both sides have an intent, and no action is owned on the client's side.

    Dropped actions don't count. Nothing is said when the period is over.
    """
    sides = [action.side for action in plan.actions if action.status is not ActionStatus.DROPPED]
    intents = (plan.intent.ours, plan.intent.client)
    if context.today > plan.period.last or not all(intent and intent.words for intent in intents):
        return
    if sides and len(sides) >= context.limits["fewest"] and Side.CLIENT not in sides:
        yield context.warning(
            ("actions",),
            "all are ours. Agree one that the client does, with a name of theirs and `side: client`.",
        )
