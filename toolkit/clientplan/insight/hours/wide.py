"""Many clients without ceilings: only as many levels of each as can matter.

Past its inflection a curve flattens: once a further step brings less than its price, no later one brings more. So the
table begins narrow and is widened until no level that was left out could be part of a better use.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from clientplan.insight.hours.curve import result
from clientplan.insight.hours.exact import Best, best
from clientplan.insight.hours.levels import MOST_CELLS, Asked, Levels, levels, parameters

Vector = NDArray[np.float64]

_NARROW = 2_000_000  # cells of the table to begin with


def best_levels(given: Asked) -> tuple[Levels, Best]:
    """The table of levels and the best of them.

    Raises:
        HoursRefused: the table would fill the memory, and nothing is known that makes it narrower.
    """
    count = len(given.weights)
    curves = parameters(given.responses)
    most = max(_NARROW // max(count, 1), 2) if curves is not None else None
    while True:
        table = levels(given, most=most)
        found = best(table.worth, table.costs, table.budget)
        if curves is None or most is None or not table.cut.any() or _settled(given, curves, table, found):
            return table, found
        # The last try is to do without a limit, which is refused where there are too many.
        most = most * 2 if count * most * 2 <= MOST_CELLS else None


def _settled(given: Asked, curves: Vector, table: Levels, found: Best) -> bool:
    """Whether each level that was left out loses more than the best use could still gain."""
    low, high, c, d = curves.T
    weight, step = given.weights, table.costs * found.price
    last = np.isfinite(table.worth).sum(axis=1) - 1
    reference = np.where(given.now > 0, given.now, 1.0)

    def share(level: NDArray[np.int64]) -> Vector:
        return np.asarray(table.hours(level) / reference)

    with np.errstate(invalid="ignore"):
        inflection = np.where(c > 1, (d * np.maximum(c - 1, 0) / (c + 1)) ** (1 / np.maximum(c, 1)), 0.0)
    flattens = (share(last) >= inflection) | (weight <= 0)
    ended = weight * result(share(last), low, high, c, d)
    beyond = weight * result(share(last + 1), low, high, c, d)
    at_price = table.worth - step[:, None] * np.arange(table.worth.shape[1])
    loses = at_price.max(axis=1) - (beyond - step * (last + 1))
    safe = flattens & (beyond - ended <= step) & (loses > max(found.bound - found.worth, 0.0))
    return bool((safe | ~table.cut).all())
