"""The ladder of a plan's objectives as the checks walk it: upwards, and safe where it forms a circle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clientplan.plan.objective import Objective
from clientplan.plan.plan import Plan
from clientplan.plan.source import Path
from clientplan.plan.words import Progress


def standing(plan: Plan) -> Iterator[tuple[Path, Objective]]:
    """The objectives that weren't dropped, each with its path."""
    for at, objective in enumerate(plan.objectives):
        if objective.status is not Progress.DROPPED:
            yield ("objectives", at), objective


def above(plan: Plan, names: Iterable[str]) -> set[str]:
    """The ids of all objectives that these serve, directly or through others."""
    serves = {objective.id: objective.serves for objective in plan.objectives}
    found: set[str] = set()
    for name in names:
        step = serves.get(name)
        while step in serves and step not in found:
            found.add(step)
            step = serves[step]
    return found


def broken_links(plan: Plan) -> Iterator[tuple[Path, str]]:
    """What is served and isn't there, with its path."""
    ids = {objective.id for objective in plan.objectives}
    for path, objective in standing(plan):
        if objective.serves is not None and objective.serves not in ids:
            yield (*path, "serves"), objective.serves


def circles(plan: Plan) -> Iterator[list[int]]:
    """The places of objectives that serve each other in a circle, each circle once, from the first in the plan."""
    places = {objective.id: at for at, objective in enumerate(plan.objectives)}
    seen: set[int] = set()
    for start in range(len(plan.objectives)):
        walked: list[int] = []
        at: int | None = start
        while at is not None and at not in seen:
            seen.add(at)
            walked.append(at)
            at = places.get(plan.objectives[at].serves or "")
        if at in walked:
            circle = walked[walked.index(at) :]
            first = circle.index(min(circle))
            yield circle[first:] + circle[:first]
