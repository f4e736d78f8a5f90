"""Theme 5, actions: the "How". Somebody, by a day, for an objective, and soon."""

from __future__ import annotations

from collections.abc import Iterator

from clientplan.checks.finding import Finding, Severity
from clientplan.checks.ladder import above, broken_links, circles
from clientplan.checks.links import linked
from clientplan.checks.meant import meant
from clientplan.checks.names import flaw, in_order
from clientplan.checks.registry import rule
from clientplan.checks.rule import About, Context, Threshold
from clientplan.checks.said import Said
from clientplan.plan.action import Action
from clientplan.plan.plan import Plan
from clientplan.plan.source import Path
from clientplan.plan.words import ActionStatus


def _standing(plan: Plan) -> Iterator[tuple[Path, Action]]:
    """The actions that weren't dropped, each with its path."""
    for at, action in enumerate(plan.actions):
        if action.status is not ActionStatus.DROPPED:
            yield ("actions", at), action


@rule(
    About(
        code="CP501",
        name="action-incomplete",
        severities=(Severity.ERROR,),
        why="What a team owns, nobody does; what has no day is done last; what serves no objective isn't smart "
        "activity. Saying who, when and what for makes an intention far likelier to be carried out (d = .65).",
        source="Gollwitzer and Sheeran, Implementation intentions and goal achievement: a meta-analysis, 2006",
        example="""
            actions:
              - id: a1
                owner: Sales team
                due:
                objective: o8
            """,
        better="""
            actions:
              - id: a1
                owner: Jonas Weiß
                due: 2026-10-02
                objective: o3
            """,
        since="0.1",
    )
)
def action_complete(plan: Plan, context: Context) -> Iterator[Finding]:
    """An action without exactly one named owner, a due date, or an objective that exists."""
    ids = [objective.id for objective in plan.objectives]
    for path, action in _standing(plan):
        if not action.owner:
            yield context.error((*path, "owner"), "no owner. Name the one person who answers for it.")
        elif wrong := flaw(action.owner):
            yield context.error((*path, "owner"), wrong, fix=in_order((*path, "owner"), action.owner, context))
        if action.due is None:
            yield context.error((*path, "due"), "no due date. Add one as YYYY-MM-DD.")
        if not ids:
            continue  # CP401 says that there is no objective at all
        if action.objective is None:
            yield context.error(
                (*path, "objective"), "serves no objective. Name one by its id: {ids}.", ids=", ".join(ids)
            )
        elif action.objective not in ids:
            yield context.error(
                (*path, "objective"),
                "there is no objective {id}.{meant}",
                fix=linked((*path, "objective"), action.objective, ids, context),
                id=action.objective,
                meant=meant(action.objective, ids),
            )


@rule(
    About(
        code="CP502",
        name="objective-without-action",
        severities=(Severity.ERROR,),
        why="An objective without an action is a wish: objectives are reached through actions, the “How”.",
        source="Flynn, Client Business Plan: objectives are reached through actions",
        example="""
            actions:
              - id: a2
                status: done
              - id: a3
                status: dropped
            """,
        better="""
            actions:
              - id: a2
                status: done
              - id: a3
                status: doing
            """,
        gives_way_to=("CP405",),
        since="0.1",
    )
)
def objective_has_action(plan: Plan, context: Context) -> Iterator[Finding]:
    """An open objective with no open action, neither its own nor of an objective under it.

    The lowest speaks for those above it. Nothing is said while as many links are broken (CP501, CP410): what hangs on
    them may be what is missing; nor when the period is over (CP1002).
    """
    if context.today > plan.period.last:
        return
    ids = {objective.id for objective in plan.objectives}
    in_circles = {plan.objectives[at].id for circle in circles(plan) for at in circle}
    stray = [action for action in plan.actions if action.open and action.objective not in ids]
    served = {action.objective for action in plan.actions if action.open and action.objective is not None}
    served |= above(plan, served)
    has_lower = above(plan, (lower.id for lower in plan.objectives if lower.open and lower.id not in in_circles))
    bare = [
        at for at, objective in enumerate(plan.objectives) if objective.open and objective.id not in served | has_lower
    ]
    if len(bare) > len(stray) + len(list(broken_links(plan))):
        for at in bare:
            yield context.error(
                ("objectives", at), "is open, and nobody does anything for it. Add an action, or close the objective."
            )


MONTH = 31  # days, at its longest


@rule(
    About(
        code="CP504",
        name="actions-too-late",
        severities=(Severity.WARNING,),
        why="If no calendar changes next week, the hour that went into the plan was wasted. "
        "What is due in the last month is begun in it, too late to correct.",
        source="",
        example="""
            actions:
              - id: a1
                due: 2026-12-18
              - id: a2
                due: 2026-12-18
              - id: a3
                due: 2026-12-18
            """,
        better="""
            actions:
              - id: a1
                due: 2026-10-02
              - id: a2
                due: 2026-11-13
              - id: a3
                due: 2026-12-18
            """,
        thresholds=(
            Threshold("days", 30, "something should be due within this many days"),
            Threshold("share", 0.6, "this part of the actions may be due in the last month of the period"),
            Threshold("fewest", 3, "with fewer actions than this their share isn't judged"),
        ),
        since="0.1",
    )
)
def actions_soon(plan: Plan, context: Context) -> Iterator[Finding]:
    """Nothing due in the next days, or most actions due in the last month of the period.

    Before the period begins its first day counts as today. Nothing is said while an open action has no due date
    (CP501), nor when the period is over; and of the last month only while it lies ahead and is at most half the period.
    """
    start = max(context.today, plan.period.first)
    left = (plan.period.last - start).days
    if left < 0 or any(action.open and action.due is None for action in plan.actions):
        return
    coming = [action.due for action in plan.actions if action.open and action.due is not None]
    days = context.limits["days"]
    if coming and not any(0 <= (due - start).days <= days for due in coming):
        later = min((due for due in coming if due > start), default=None)
        yield context.warning(
            ("actions",),
            "nothing is due in the next {days} days{later}. Bring a first step forward.",
            days=days,
            later=Said(" (the next on {day})", day=later) if later else "",
        )
    yield from _bunched(plan, context, left)


def _bunched(plan: Plan, context: Context, left: int) -> Iterator[Finding]:
    length = (plan.period.last - plan.period.first).days + 1
    dues = [action.due for _, action in _standing(plan) if action.due is not None]
    late = sum(0 <= (plan.period.last - due).days < MONTH for due in dues)
    if left < MONTH or length < 2 * MONTH or len(dues) < context.limits["fewest"]:
        return
    if late > context.limits["share"] * len(dues):
        yield context.warning(
            ("actions",),
            "{late} of {all} are due in the last month of the period. Spread them, so that there is time to correct.",
            late=late,
            all=len(dues),
        )
