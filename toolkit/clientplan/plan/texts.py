"""Everything that is written in a plan, with its place and whether the client edition shows it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import Any, NamedTuple

from clientplan.plan.plan import Plan
from clientplan.plan.source import Path
from clientplan.plan.value import Value, is_shared

_NO_TEXT = {"id", "serves", "objective", "currency", "locale", "month"}  # keys that name or point, and say nothing


class Written(NamedTuple):
    path: Path
    words: str
    shared: bool


_latest: list[tuple[Plan | None, tuple[Written, ...]]] = [(None, ())]


def written(plan: Plan) -> tuple[Written, ...]:
    """The texts of a plan in the order of the model; numbers, dates and chosen words aren't texts.

    Those of the latest plan are kept: one check after the other asks for them, and a plan never changes.
    """
    known, texts = _latest[0]
    if known is not plan:
        texts = tuple(_written(plan))
        _latest[0] = (plan, texts)
    return texts


def _written(plan: Plan) -> Iterator[Written]:
    kept = {("objectives", at) for at, objective in enumerate(plan.objectives) if objective.internal}
    hidden = {objective.id for objective in plan.objectives if objective.internal}
    kept |= {("actions", at) for at, action in enumerate(plan.actions) if action.internal or action.objective in hidden}
    for name, shared in _fields(Plan):
        value = getattr(plan, name)
        if isinstance(value, tuple):
            for at, item in enumerate(value):
                yield from _in(item, (name, at), shared=shared and (name, at) not in kept)
        else:
            yield from _in(value, (name,), shared=shared)


def _in(value: Any, path: Path, *, shared: bool) -> Iterator[Written]:
    if isinstance(value, str):
        if value and not isinstance(value, Enum):
            yield Written(path, value, shared)
    elif isinstance(value, Value):
        for name, field_shared in _fields(type(value)):
            if (inner := getattr(value, name)) is not None:
                yield from _in(inner, (*path, name), shared=shared and field_shared)
    elif isinstance(value, tuple):
        for at, item in enumerate(value):
            yield from _in(item, (*path, at), shared=shared)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _in(item, (*path, key), shared=shared)


@cache
def _fields(model: type[Value]) -> tuple[tuple[str, bool], ...]:
    """The fields of a model that may hold text, each with whether the client edition shows it."""
    return tuple((name, is_shared(model, name)) for name in model.model_fields if name not in _NO_TEXT)
