"""The bound is as low as a bound by price can be: what is exact doesn't depend on it, but its speed does."""

from __future__ import annotations

import numpy as np
import pytest

from clientplan.insight.hours.relaxation import relaxed


def on_hull(row: list[float], level: int) -> bool:
    """No straight line between two other levels lies above this one."""
    return not any(
        row[low] + (row[high] - row[low]) * (level - low) / (high - low) > row[level] + 1e-9
        for low in range(level)
        for high in range(level + 1, len(row))
    )


@pytest.mark.parametrize("seed", range(60))
def test_no_other_price_gives_a_lower_bound(seed: int) -> None:
    chance = np.random.default_rng(seed)
    count, width = int(chance.integers(1, 7)), int(chance.integers(2, 9))
    worth = np.cumsum(chance.exponential(1, (count, width)) * chance.choice([0.1, 1, 3], (count, width)), axis=1)
    costs = chance.integers(1, 4, count)
    budget = int(chance.uniform(0, 0.9) * (costs * (width - 1)).sum())
    found = relaxed(worth, costs, budget)
    spent = costs[:, None] * np.arange(width)
    prices = {0.0} | {
        (row[high] - row[low]) / (cost * (high - low))
        for row, cost in zip(worth.tolist(), costs.tolist(), strict=True)
        for high in range(width)
        for low in range(high)
    }
    lowest = min(float((worth - price * spent).max(axis=1).sum() + price * budget) for price in prices)
    assert found.bound == pytest.approx(lowest)
    assert (found.losses >= 0).all()
    assert (found.losses[np.arange(count), found.best] == 0).all()
    assert (found.filled * costs).sum() <= budget
    assert all(on_hull(row, level) for row, level in zip(worth.tolist(), found.filled.tolist(), strict=True))
