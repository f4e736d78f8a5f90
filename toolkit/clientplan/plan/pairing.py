"""Which item of an earlier list is which of a later one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

T = TypeVar("T")
Pair = tuple[int | None, int | None]  # places before and after; None where the item isn't there
_ALIKE = 0.6  # of their letters


def paired(old: Sequence[T], new: Sequence[T], known: Callable[[T], object], *, reworded: bool = False) -> list[Pair]:
    """Each item of either list once: those of the later list in its order, then those that are gone.

    Items are the same where `known` says the same of them. With `reworded` they may have been written differently:
    what is left over on both sides is the same item where it is alike, or stands at the same place of as long a list.
    """
    left = list(range(len(old)))
    found: dict[int, int] = {}
    for after, item in enumerate(new):
        before = next((place for place in left if known(old[place]) == known(item)), None)
        if before is not None:
            left.remove(before)
            found[after] = before
    if reworded:
        for after in range(len(new)):
            if after not in found and (match := _match(old, new, left, after, known)) is not None:
                left.remove(match)
                found[after] = match
    return [*((found.get(after), after) for after in range(len(new))), *((before, None) for before in left)]


def _match(
    old: Sequence[T], new: Sequence[T], left: Sequence[int], after: int, known: Callable[[T], object]
) -> int | None:
    if len(old) == len(new) and after in left:
        return after
    alike = {place: _alike(str(known(old[place])), str(known(new[after]))) for place in left}
    best = max(alike, key=alike.__getitem__, default=None)
    return best if best is not None and alike[best] >= _ALIKE else None


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False).ratio()
