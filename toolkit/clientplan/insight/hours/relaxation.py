"""The bound: what the hours could bring at most if clients could be given parts of a step up their curves.

Each client's levels lie under an upper concave hull. Its pieces, sorted by worth for each unit of the budget, are taken
until the budget is spent: the price of a unit is what the first piece that no longer fits brings for it. At this price
each level of each client loses something against the client's best level (0 for the best); no use of the budget can be
worth more than the bound less the sum of what it loses.

Source: Sinha and Zoltners, The Multiple-Choice Knapsack Problem, Operations Research 27(3), 1979, made for the
allocation of salespeople's time.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
Whole = NDArray[np.int64]

_LEVEL = 1e-12  # of a client's range: a smaller bend is rounding
_TRIES = 5_000  # pieces looked at to use up the last units


@dataclass(frozen=True, slots=True)
class Relaxation:
    price: float  # of a unit of the budget
    bound: float
    losses: Vector  # n x K, 0 or more; infinite beyond a client's last level
    best: Whole  # n: the level that loses nothing; of several the lowest
    filled: Whole  # n: a use of the budget to begin with


def relaxed(worth: Vector, costs: Whole, budget: int) -> Relaxation:
    """The bound and a first use of the budget.

    Args:
        worth: n x K, -inf beyond a client's last level; column 0 costs nothing.
        costs: n, units of the budget that one level up takes.
        budget: units.
    """
    slopes, first = _hull(worth)
    slopes /= costs[:, None]
    client, step, spent = _by_slope(slopes, costs)
    taken = int(np.searchsorted(spent, budget, side="right"))
    filled = np.bincount(client[:taken], minlength=len(worth)).astype(np.int64)
    price = 0.0
    if taken < len(client):
        cut = client[taken]
        price = float(slopes[cut, step[taken]])
        filled[cut] = first[cut, step[taken]]  # a piece that was cut is given back: inside it, levels bring less
        left = budget - int((filled * costs).sum())
        _use_up(filled, left, (client[taken:], step[taken:]), first, costs)
    at_price = worth - price * costs[:, None] * np.arange(worth.shape[1])
    most = at_price.max(axis=1)
    losses = most[:, None] - at_price
    return Relaxation(price, float(most.sum() + price * budget), losses, losses.argmin(axis=1).astype(np.int64), filled)


def _hull(worth: Vector) -> tuple[Vector, Whole]:
    """Of each step up: the slope of the hull's piece that it is on (-inf where nothing is won), and its first level."""
    count, width = worth.shape
    with np.errstate(invalid="ignore"):
        single = np.where(np.isfinite(worth[:, 1:]), worth[:, 1:] - worth[:, :-1], -np.inf)
    slopes, first = single.copy(), np.broadcast_to(np.arange(width - 1), single.shape).copy()
    if width <= 2:  # noqa: PLR2004 - one step up is its own hull
        return single, first
    scale = _LEVEL * np.maximum(np.abs(np.where(np.isfinite(worth), worth, 0)).max(axis=1, initial=0), 1e-300)
    bends_up = single[:, 1:] > single[:, :-1] + scale[:, None]
    # From here on the curve is its own hull: each step is a piece.
    concave_from = np.where(bends_up.any(axis=1), bends_up.shape[1] - bends_up[:, ::-1].argmax(axis=1), 0)
    at = np.zeros(count, np.int64)
    rows = np.flatnonzero(concave_from > 0)
    columns = np.arange(width)
    while rows.size:
        start = at[rows]
        ahead = columns - start[:, None]
        rise = worth[rows] - worth[rows, start][:, None]
        pace = np.where(ahead > 0, rise / np.maximum(ahead, 1), -np.inf)
        end = width - 1 - pace[:, ::-1].argmax(axis=1)
        steepest = pace[np.arange(rows.size), end]
        on_piece = (columns[:-1] >= start[:, None]) & (columns[:-1] < end[:, None])
        slopes[rows] = np.where(on_piece, steepest[:, None], slopes[rows])
        first[rows] = np.where(on_piece, start[:, None], first[rows])
        at[rows] = end
        ended = steepest <= 0
        slopes[rows[ended]] = np.where(columns[:-1] >= start[ended, None], -np.inf, slopes[rows[ended]])
        rows = rows[~ended & (end < concave_from[rows])]
    # Rounding may raise a slope by a hair over the one before.
    return np.minimum.accumulate(slopes, axis=1), first


def _by_slope(slopes: Vector, costs: Whole) -> tuple[Whole, Whole, Whole]:
    """Client and step of each worthwhile step up, the steepest first, and the units spent when it is taken."""
    client, step = np.nonzero(slopes > 0)
    order = np.argsort(-slopes[client, step], kind="stable")
    client, step = client[order], step[order]
    return client, step, np.cumsum(costs[client])


def _use_up(filled: Whole, left: int, rest: tuple[Whole, Whole], first: Whole, costs: Whole) -> None:
    """Spend what is left on the next pieces that fit, whole ones, in place."""
    least = int(costs.min())
    clients, steps = (part[:_TRIES].tolist() for part in rest)
    for at, (client, step) in enumerate(zip(clients, steps, strict=True)):
        if left < least:
            return
        start = int(first[client, step])
        if filled[client] != start or step != start:
            continue
        end = at
        while end < len(clients) and clients[end] == client and first[client, steps[end]] == start:
            end += 1
        cost = (end - at) * int(costs[client])
        if cost <= left:
            filled[client] += end - at
            left -= cost
