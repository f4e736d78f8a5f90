"""Everyone in turn, round after round, so that whatever else the machine does falls on all alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from statistics import median

from method.clock import Spent

Rounds = dict[str, list[Spent]]


def in_turn(ways: Mapping[str, Callable[[], Spent]], rounds: int) -> Rounds:
    """One round beforehand isn't counted: it fills the caches."""
    for way in ways.values():
        way()
    taken: Rounds = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            taken[name].append(way())
    return taken


def middle(taken: list[Spent], measure: str) -> float:
    return median(getattr(one, measure) for one in taken)


def ratio(mine: list[Spent], theirs: list[Spent], measure: str) -> float:
    """The median of the ratios, round by round."""
    return median(getattr(one, measure) / getattr(other, measure) for one, other in zip(mine, theirs, strict=True))
