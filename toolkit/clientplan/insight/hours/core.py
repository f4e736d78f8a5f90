"""The best use of a budget among a few clients, exactly: dynamic programming over what each of their levels loses."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Option:
    """The levels that one client may still end on."""

    levels: Whole
    costs: Whole  # units of the budget
    losses: Vector


@dataclass(frozen=True, slots=True)
class Window:
    """The units that may be spent once a client was decided: others can't be part of a use that is good enough."""

    low: int
    high: int

    def __len__(self) -> int:
        return max(self.high - self.low + 1, 0)


def windows(options: list[Option], room: int, unspent: int) -> list[Window]:
    """The window after each client; at the end at most `unspent` units are left of `room`."""
    least, most = (np.array([pick(option.costs) for option in options], dtype=np.int64) for pick in (min, max))
    least_after, most_after = (np.concatenate([np.cumsum(part[::-1])[::-1][1:], [0]]) for part in (least, most))
    low = np.maximum(np.cumsum(least), max(room - unspent, 0) - most_after)
    high = np.minimum(np.cumsum(most), room - least_after)
    return [Window(int(a), int(b)) for a, b in zip(low, high, strict=True)]


def work(options: list[Option], room: int, unspent: int) -> int:
    """About how many steps `least_loss` takes; one for each level costs as much as a few thousand beside it."""
    each = windows(options, room, unspent)
    return sum(len(option.levels) * (len(window) + 2_000) for option, window in zip(options, each, strict=True))


def least_loss(options: list[Option], room: int, unspent: int, price: float) -> Whole | None:
    """The level of each client that together lose least, with each unit left over losing its price.

    Args:
        options: of each client.
        room: units that they may spend together.
        unspent: units that may be left over at most.
        price: of a unit.

    Returns:
        None where no choice of levels fits.
    """
    before, lost = Window(0, 0), np.zeros(1)
    picks: list[NDArray[np.int32]] = []
    each = windows(options, room, unspent)
    for option, window in zip(options, each, strict=True):
        least = np.full(len(window), np.inf)
        pick = np.zeros(len(window), np.int32)
        for at, (cost, loss) in enumerate(zip(option.costs.tolist(), option.losses.tolist(), strict=True)):
            begin, end = max(window.low, before.low + cost), min(window.high, before.high + cost)
            if begin > end:
                continue
            tried = lost[begin - cost - before.low : end - cost - before.low + 1] + loss
            here = slice(begin - window.low, end - window.low + 1)
            better = tried < least[here]
            np.copyto(least[here], tried, where=better)
            np.copyto(pick[here], at, where=better)
        before, lost = window, least
        picks.append(pick)
    if not len(before):
        return None
    total = lost + price * (room - np.arange(before.low, before.high + 1))
    spent = before.low + int(total.argmin())
    if not np.isfinite(total.min()):
        return None
    chosen = np.zeros(len(options), np.int64)
    for at in range(len(options) - 1, -1, -1):
        option, index = options[at], int(picks[at][spent - each[at].low])
        chosen[at] = option.levels[index]
        spent -= int(option.costs[index])
    return chosen
