"""The client edition: built from an allow-list, so that nothing internal can reach it by oversight."""

from __future__ import annotations

from typing import Any

from clientplan.plan.value import Value, is_shared, key


def only_shared(value: Any) -> Any:
    """The fields that are marked `shared()`, down to the last part, as the model takes them in."""
    if isinstance(value, Value):
        model = type(value)
        return {
            key(model, name): only_shared(getattr(value, name)) for name in model.model_fields if is_shared(model, name)
        }
    if isinstance(value, tuple):
        return tuple(only_shared(item) for item in value)
    return value
