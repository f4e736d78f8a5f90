"""Everything that is written in a plan, with its place and whether the client edition shows it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any, NamedTuple

from clientplan.plan.plan import Plan
from clientplan.plan.source import Path
from clientplan.plan.value import Value, is_shared

_NO_TEXT = {"id", "serves", "objective", "currency", "locale", "month"}  # keys that name or point, and say nothing


class Written(NamedTuple):
    path: Path
    words: str
    shared: bool


def written(plan: Plan) -> Iterator[Written]:
    """The texts of a plan in the order of the model; numbers, dates and chosen words aren't texts."""
    hidden = {objective.id for objective in plan.objectives if objective.internal}
    for name in type(plan).model_fields:
        for found in _in(getattr(plan, name), (name,), shared=is_shared(Plan, name)):
            yield found._replace(shared=found.shared and not _kept_in(plan, found.path, hidden))


def _in(value: Any, path: Path, *, shared: bool) -> Iterator[Written]:
    if isinstance(value, Value):
        for name in type(value).model_fields:
            if name not in _NO_TEXT:
                yield from _in(getattr(value, name), (*path, name), shared=shared and is_shared(type(value), name))
    elif isinstance(value, tuple):
        for at, item in enumerate(value):
            yield from _in(item, (*path, at), shared=shared)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _in(item, (*path, key), shared=shared)
    elif isinstance(value, str) and not isinstance(value, Enum) and value and path[-1] not in _NO_TEXT:
        yield Written(path, value, shared)


def _kept_in(plan: Plan, path: Path, hidden: set[str]) -> bool:
    """Whether it stands in an objective or action that the client edition leaves out."""
    if len(path) < 2:  # noqa: PLR2004
        return False
    at = path[1]
    if path[0] == "objectives" and isinstance(at, int):
        return plan.objectives[at].internal
    if path[0] == "actions" and isinstance(at, int):
        return plan.actions[at].internal or plan.actions[at].objective in hidden
    return False
