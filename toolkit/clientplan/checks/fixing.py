"""Applying fixes to a plan: in one run, on the plan that they were found in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from pydantic import ValidationError

from clientplan.checks.finding import Edit, Fix
from clientplan.plan.plan import Plan
from clientplan.plan.source import Path
from clientplan.plan.value import Value

_NOT_POSSIBLE = (ValidationError, LookupError, AttributeError, TypeError)  # refused, or the place isn't there


class Fixed(NamedTuple):
    plan: Plan
    left: tuple[Fix, ...]  # those that weren't applied, in their order


def fixed(plan: Plan, fixes: Iterable[Fix]) -> Fixed:
    """The plan with these fixes, and those that are left over. Each is applied as a whole or not at all.

    Of fixes that touch the same place, one path within the other, the first wins. What the model refuses is left over,
    and so is what edits a place that isn't there. Paths are those of `plan`, whichever fixes come before.
    """
    fixes = list(fixes)
    kept = _joined(plan, [], list(_apart(fixes)))
    mended = _tried(plan, kept)
    applied = {id(fix) for fix in kept}
    return Fixed(mended or plan, tuple(fix for fix in fixes if id(fix) not in applied))


def _apart(fixes: list[Fix]) -> Iterable[Fix]:
    """Without those that touch a place which an earlier one touches."""
    touched: set[Path] = set()
    around: set[Path] = set()  # everything that holds a touched place, and the place itself
    for fix in fixes:
        places = {edit.path for edit in fix.edits}
        holders = {path[:depth] for path in places for depth in range(len(path) + 1)}
        if not (holders & touched or places & around):
            touched |= places
            around |= holders
            yield fix


def _joined(plan: Plan, kept: list[Fix], more: list[Fix]) -> list[Fix]:
    """What is kept, and of these as many as the model takes: all at once, else one half after the other."""
    if not more or _tried(plan, [*kept, *more]):
        return [*kept, *more]
    if len(more) == 1:
        return kept
    half = len(more) // 2
    return _joined(plan, _joined(plan, kept, more[:half]), more[half:])


def _tried(plan: Plan, fixes: list[Fix]) -> Plan | None:
    try:
        changed = _with(plan, [(edit.path, edit) for fix in fixes for edit in fix.edits])
    except _NOT_POSSIBLE:
        return None
    return changed if isinstance(changed, Plan) else None


def _with(value: Any, edits: list[tuple[Path, Edit]]) -> Any:
    """A value with edits, each with the rest of the way to its place.

    All at once and from the bottom up: lists that the model sorts must not move while their items are edited.
    """
    below: dict[str | int, list[tuple[Path, Edit]]] = {}
    for way, edit in edits:
        if not way:
            return edit.value
        below.setdefault(way[0], []).append((way[1:], edit))
    if not isinstance(value, (Value, dict, tuple)):
        raise TypeError(f"nothing stands below {value!r}")
    changed = {step: _with(_at(value, step), inner) for step, inner in below.items()}
    if isinstance(value, Value):
        return value.replace(**{str(name): new for name, new in changed.items()})
    if isinstance(value, dict):
        return {key: new for key, new in (value | changed).items() if new is not None}
    return tuple(changed.get(at, item) for at, item in enumerate(value))


def _at(value: Value | dict[str, Any] | tuple[Any, ...], step: str | int) -> Any:
    """What stands there now; a key may be new."""
    if isinstance(value, Value):
        return getattr(value, str(step))
    if isinstance(value, dict):
        return value.get(str(step))
    if step not in range(len(value)):
        raise LookupError(f"there is no item {step}")
    return value[int(step)]
