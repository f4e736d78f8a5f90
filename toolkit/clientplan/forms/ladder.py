"""The ladder outcome <- performance <- process <- actions: where each objective stands, and what it lacks."""

from __future__ import annotations

from dataclasses import dataclass

from clientplan.plan.objective import Objective
from clientplan.plan.plan import Plan
from clientplan.plan.words import Level

_DEEPEST = 3  # steps to the right; what lies deeper stands there too


@dataclass(frozen=True)
class Rung:
    depth: int
    actions: tuple[str, ...]  # in words
    asks: str  # what is missing under it, as a question; "" where nothing is
    below: Level | None  # the level of the objective that would answer it; None where an action would


def rungs(plan: Plan) -> dict[str, Rung]:
    """By the id of the objective, from the top of the ladder down."""
    return {one.id: _rung(plan, depth, one) for depth, one in plan.ladder()}


def _rung(plan: Plan, depth: int, one: Objective) -> Rung:
    actions = [action for action in plan.actions if action.objective == one.id]
    words = tuple(
        f"{action.id} {action.what or 'open'}{'' if action.open else f' ({action.status})'}" for action in actions
    )
    asks, below = _missing(plan, one, any(action.open for action in actions))
    return Rung(min(depth, _DEEPEST), words, asks, below)


def _missing(plan: Plan, one: Objective, acted_on: bool) -> tuple[str, Level | None]:
    if not one.words:
        return "", None
    reached = {lower.level for lower in _all_below(plan, one)}
    if one.level in {Level.OUTCOME, Level.PERFORMANCE} and Level.PROCESS not in reached:
        return (
            f"No process goal under {one.id}: what will you do, wholly in your own hands, that brings it about?",
            Level.PROCESS,
        )
    if one.level is Level.PROCESS and not acted_on:
        return f"No open action for {one.id}: who does what next, and by when?", None
    return "", None


def _all_below(plan: Plan, one: Objective) -> list[Objective]:
    found = {one.id: one}
    waiting = [one]
    while waiting:
        for lower in plan.below(waiting.pop().id):
            if lower.id not in found:
                found[lower.id] = lower
                waiting.append(lower)
    return list(found.values())[1:]
