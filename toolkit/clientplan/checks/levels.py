"""Theme 4, objectives: the ladder. Outcome is reached through performance, performance through process."""

from __future__ import annotations

from collections.abc import Iterator

from clientplan.checks.finding import Finding, Severity
from clientplan.checks.ladder import above, broken_links, circles, standing
from clientplan.checks.links import linked
from clientplan.checks.meant import meant
from clientplan.checks.registry import rule
from clientplan.checks.rule import About, Context
from clientplan.plan.plan import Plan
from clientplan.plan.words import Level


@rule(
    About(
        code="CP405",
        name="ladder-incomplete",
        severities=(Severity.ERROR, Severity.WARNING),
        why="An outcome can't be managed, only reached through performance, and that through process: what somebody "
        "does. Process goals have by far the largest effect on performance (d = 1.36, against 0.44 for performance "
        "and 0.09 for outcome goals).",
        source="Williamson et al., The performance and psychological effects of goal setting in sport: "
        "a systematic review and meta-analysis, 2022",
        example="""
            objectives:
              - id: o2
                level: outcome
              - id: o3
                level: outcome
            """,
        better="""
            objectives:
              - id: o2
                level: performance
                serves: o1
              - id: o3
                level: process
                serves: o2
            """,
        since="0.1",
    )
)
def ladder_complete(plan: Plan, context: Context) -> Iterator[Finding]:
    """An objective without a level, an outcome with no performance or process under it, or no process objective at all.

    The last is a warning. Nothing is said of what may be missing below while a level or a link (CP410) is still open:
    it may be the one.
    """
    objectives = list(standing(plan))
    for path, objective in objectives:
        if objective.level is None:
            yield context.error((*path, "level"), "no level. Choose outcome, performance or process.")
    if any(objective.level is None for _, objective in objectives) or any(broken_links(plan)):
        return
    reached = above(plan, (objective.id for _, objective in objectives if objective.level is not Level.OUTCOME))
    bare = [path for path, found in objectives if found.level is Level.OUTCOME and found.id not in reached]
    for path in bare:
        yield context.error(
            path,
            "an outcome with nothing under it. Add the performance or process objective that it is reached through, "
            "or let one serve it (`serves: {id}`).",
            id=plan.objectives[int(path[1])].id,
        )
    if objectives and not bare and not any(objective.level is Level.PROCESS for _, objective in objectives):
        yield context.warning(
            ("objectives",), "none is a process. Add what somebody will do, regularly, to reach the others."
        )


@rule(
    About(
        code="CP410",
        name="ladder-broken",
        severities=(Severity.ERROR, Severity.NOTE),
        why="The page shows which objective is reached through which. A link to nothing, or a circle, hides it.",
        source="",
        example="""
            objectives:
              - id: o2
                serves: o7
            """,
        better="""
            objectives:
              - id: o2
                serves: o1
            """,
        since="0.1",
    )
)
def ladder_whole(plan: Plan, context: Context) -> Iterator[Finding]:
    """An objective that serves one that isn't there (error), or objectives that serve each other in a circle (note)."""
    ids = [objective.id for objective in plan.objectives]
    for path, name in broken_links(plan):
        others = [known for at, known in enumerate(ids) if at != path[1]]  # none serves itself
        yield context.error(
            path,
            "there is no objective {name}.{meant}",
            fix=linked(path, name, others, context),
            name=name,
            meant=meant(name, others),
        )
    for circle in circles(plan):
        yield context.note(
            ("objectives", circle[0], "serves"),
            "serves itself in a circle ({chain}). Take out the link of the one that stands highest.",
            chain=" → ".join(ids[at] for at in [*circle, circle[0]]),
        )
