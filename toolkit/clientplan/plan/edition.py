"""The client edition: built from an allow-list, so that nothing internal can reach it by oversight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from clientplan.plan.value import Value, is_shared

if TYPE_CHECKING:
    from clientplan.plan.plan import Plan

    P = TypeVar("P", bound=Plan)


def client_edition(plan: P) -> P:
    """A new plan without internal fields, internal objectives, their actions, and what points at them."""
    objectives = {objective.id for objective in plan.objectives if not objective.internal}
    hidden = {objective.id for objective in plan.objectives} - objectives
    kept = plan.replace(
        objectives=tuple(
            objective.replace(serves=None) if objective.serves in hidden else objective
            for objective in plan.objectives
            if objective.id in objectives
        ),
        actions=tuple(action for action in plan.actions if not action.internal and action.objective not in hidden),
        reviews=tuple(
            review.replace(verdicts=tuple(verdict for verdict in review.verdicts if verdict.objective not in hidden))
            for review in plan.reviews
        ),
    )
    return type(plan).model_validate(_shown(kept))


def _shown(value: Any) -> Any:
    if isinstance(value, Value):
        model = type(value)
        return {name: _shown(getattr(value, name)) for name in model.model_fields if is_shared(model, name)}
    if isinstance(value, tuple):
        return tuple(_shown(item) for item in value)
    return value
