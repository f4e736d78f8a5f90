"""Where in a plan something stands: readable, and in the order of the document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
    """What a sentence about this place begins with: `objective o2`, `value proposition, goal`; nothing for the plan."""
    steps = list(_steps(plan, path))
    if len(steps) > 1 and path[0] in _ITEMS:
        return _ITEMS[str(path[0])](steps[1][1])
    if path[:1] == ("checks_off",):
        return place(plan, path)
    if len(steps) > 1 and path[0] == "people":
        steps = [(steps[1][1].name, None), *steps[2:]]
    return ", ".join(_word(step, value) for step, value in steps if step != "words")


_ITEMS: dict[str, Callable[[Any], Said]] = {
    "objectives": lambda objective: Said("objective {id}", id=objective.id),
    "actions": lambda action: Said("action {id}", id=action.id),
    "reviews": lambda review: Said("review of {day}", day=review.when),
}


def _word(step: str | int, value: Any) -> str:
    return _label(step, value) if isinstance(step, int) else step.replace("_", " ")


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
