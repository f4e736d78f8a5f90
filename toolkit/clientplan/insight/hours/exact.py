"""The best use of the budget, and the proof that it is the best.

The bound (relaxation.py) leaves a gap to the first use of the budget of at most one piece of a hull. A level that loses
more than the gap can't be part of a better use, so most clients are settled at once. Over the others, the least certain
first, dynamic programming finds the best: a better use narrows the gap, which settles more of them, until all that are
left are in.

Sources: Sinha and Zoltners, The Multiple-Choice Knapsack Problem, Operations Research 27(3), 1979; Pisinger, A minimal
algorithm for the multiple-choice knapsack problem, European Journal of Operational Research 83(2), 1995.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clientplan.insight.hours.core import Option, least_loss, work
from clientplan.insight.hours.relaxation import Relaxation, relaxed

Vector = NDArray[np.float64]
Whole = NDArray[np.int64]

_FIRST = 64  # clients
_MOST_WORK = 3_000_000_000  # about ten seconds
_FINE, _COARSER = 64, 8  # levels that are many; small steps in a larger one
_ROUNDING = 1e-12  # of the bound: a smaller gap is none

BOUND, DYNAMIC, CORE = "dual bound", "dynamic programming", "core"


@dataclass(frozen=True, slots=True)
class Best:
    level: Whole  # n
    worth: float
    bound: float
    price: float  # what one more unit of the budget would bring, about
    method: str


def best(worth: Vector, costs: Whole, budget: int) -> Best:
    """The levels that are worth most within a budget.

    Args:
        worth: n x K, what each level of each client is worth; -inf beyond a client's last. Column 0 costs nothing.
        costs: n, whole units of the budget that each level up takes.
        budget: units.

    Returns:
        `method` says what proves it: "dual bound" (it reaches the bound), "dynamic programming" (no other use of the
        budget is worth more); or "core" where either would take longer than about ten seconds, as with thousands of
        tiny steps: then the bound says how far it can be from the best.
    """
    if not len(worth):
        return Best(np.zeros(0, np.int64), 0.0, 0.0, 0.0, BOUND)
    loose = relaxed(worth, costs, budget)
    level = _worth_more(worth, loose.filled, np.zeros(len(worth), np.int64))
    second = np.partition(loose.losses, 1, axis=1)[:, 1] if worth.shape[1] > 1 else np.full(len(worth), np.inf)
    order = np.argsort(second, kind="stable")
    rounding = _ROUNDING * max(abs(loose.bound), float(np.abs(worth[:, 0]).sum()), 1e-300)
    size, method = _FIRST, CORE
    while method == CORE:
        gap = loose.bound - _total(worth, level)
        if gap <= rounding:
            method = BOUND
            break
        unsettled = order[: int(np.searchsorted(second[order], gap + rounding, side="right"))]
        proof = _improved(costs, budget, loose, gap + rounding, unsettled)
        if proof is not None:
            level, method = _worth_more(worth, proof, level), DYNAMIC
            break
        tried = _improved(costs, budget, loose, gap + rounding, unsettled[:size])
        if tried is None:
            break
        level = _worth_more(worth, tried, level)
        size *= 2
    if method == CORE and worth.shape[1] > _FINE:
        level = _worth_more(worth, _coarse_to_fine(worth, costs, budget), level)
    return Best(level, _total(worth, level), max(loose.bound, _total(worth, level)), loose.price, method)


def _coarse_to_fine(worth: Vector, costs: Whole, budget: int) -> Whole:
    """The best of larger steps, then the best of the small ones near it."""
    coarse = best(worth[:, ::_COARSER], costs, budget // _COARSER).level * _COARSER
    low = np.maximum(coarse - 2 * _COARSER, 0)
    at = low[:, None] + np.arange(4 * _COARSER + 1)
    near = np.take_along_axis(worth, np.minimum(at, worth.shape[1] - 1), axis=1)
    near = np.where(at < worth.shape[1], near, -np.inf)
    return low + best(near, costs, budget - int((low * costs).sum())).level


def _total(worth: Vector, level: Whole) -> float:
    return float(worth[np.arange(len(worth)), level].sum())


def _worth_more(worth: Vector, one: Whole, other: Whole) -> Whole:
    return one if _total(worth, one) > _total(worth, other) else other


def _improved(costs: Whole, budget: int, loose: Relaxation, gap: float, unsettled: Whole) -> Whole | None:
    """The best levels when only these clients may leave their best level at the price; None where it is too much."""
    options = []
    for client in unsettled.tolist():
        levels = np.flatnonzero(loose.losses[client] <= gap)
        options.append(Option(levels, levels * costs[client], loose.losses[client, levels]))
    level = loose.best.copy()
    level[unsettled] = 0
    room = budget - int((level * costs).sum())
    unspent = min(int(gap / loose.price), room) if loose.price > 0 else room
    if work(options, room, unspent) > _MOST_WORK:
        return None
    chosen = least_loss(options, room, unspent, loose.price)
    if chosen is None:
        return loose.filled
    level[unsettled] = chosen
    return level
