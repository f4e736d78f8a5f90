"""Where in a plan something stands: readable, and in the order of the document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from clientplan.checks.said import Said
from clientplan.plan.plan import Plan
from clientplan.plan.source import Path
from clientplan.plan.value import Value


def place(plan: Plan, path: Path) -> str:
    """`objectives[o2].measure.due`: items of a list by their id where they have one, else by their number from 1."""
    words = ""
    for step, value in _steps(plan, path):
        if isinstance(step, int):
            words += f"[{_label(step, value)}]"
        else:
            words += f".{step}" if words else step
    return words


def subject(plan: Plan, path: Path) -> Said | str:
    """What a sentence about this place begins with: `objective o2`, `next review`; nothing for the plan itself."""
    steps = list(_steps(plan, path))
    if len(steps) > 1 and path[0] == "objectives":
        return Said("objective {id}", id=_label(*steps[1]))
    if len(steps) > 1 and path[0] == "actions":
        return Said("action {id}", id=_label(*steps[1]))
    return place(plan, path).replace("_", " ") if len(steps) == 1 else place(plan, path)


def order(plan: Plan, path: Path) -> tuple[int, ...]:
    """Sorts places as they stand in the document, what holds something before what is in it."""
    found: list[int] = []
    around: Any = plan
    for step, value in _steps(plan, path):
        found.append(step if isinstance(step, int) else _keys(around).index(step))
        around = value
    return tuple(found)


def _steps(plan: Plan, path: Path) -> Iterator[tuple[str | int, Any]]:
    """Each step of the path with the value that it leads to."""
    value: Any = plan
    for step in path:
        if isinstance(value, Value):
            value = getattr(value, str(step))
        elif isinstance(value, dict):
            value = value.get(step)
        else:
            value = value[step]
        yield step, value


def _label(at: str | int, value: Any) -> str:
    return str(getattr(value, "id", None) or int(at) + 1)


def _keys(around: Any) -> list[str]:
    return list(type(around).model_fields if isinstance(around, Value) else around)
