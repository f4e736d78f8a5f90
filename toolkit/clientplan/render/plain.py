"""A view as plain data: templates of others get dictionaries, tuples and text, and nothing that has code of ours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any


def plain(value: Any) -> Any:
    """The same content in dictionaries and tuples; what computes something else becomes a function and no more."""
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, (tuple, list)):
        return tuple(plain(inner) for inner in value)
    if is_dataclass(value) and not callable(value):
        return {name: plain(getattr(value, name)) for name in _names(value)}
    if callable(value):
        return _only_callable(value)
    raise TypeError(f"a template can't be given a {type(value).__name__}")


def _names(value: Any) -> list[str]:
    """What a template may ask of a value: its fields, and what it works out of them."""
    kind = type(value)
    worked_out = [name for name in dir(kind) if not name.startswith("_") and isinstance(getattr(kind, name), property)]
    return [*(field.name for field in fields(value) if not field.name.startswith("_")), *worked_out]


def _only_callable(value: Callable[..., Any]) -> Callable[..., Any]:
    def call(*arguments: Any, **named: Any) -> Any:
        return plain(value(*arguments, **named))

    return call
