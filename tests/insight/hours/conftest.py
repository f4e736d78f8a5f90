from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from clientplan.insight.hours import Book, Response, fit


@pytest.fixture
def three() -> list[Response]:
    """Maintenance, build and erosion: 6, 4 and 2 hours a month today, for results of 30, 10 and 20."""
    return [fit(0.55, 0.80, 1.05, 1.10), fit(0.10, 0.35, 1.80, 3.00), fit(0.40, 0.70, 1.15, 1.45)]


@pytest.fixture
def book(three: list[Response]) -> Callable[..., Book]:
    def made(**changes: object) -> Book:
        given = {
            "clients": ("Harrow", "Aubrelle", "Mohrlin"),
            "responses": three,
            "weights": (30_000, 10_000, 20_000),
            "now": (6, 4, 2),
        }
        return Book(**{**given, **changes})  # type: ignore[arg-type]

    return made


@pytest.fixture
def judged() -> Callable[[np.random.Generator, int], list[Response]]:
    """Curves fitted to random judgments that don't contradict each other, half of them S-shaped or more."""

    def made(chance: np.random.Generator, count: int) -> list[Response]:
        below = np.sort(chance.uniform(0, 0.98, (count, 2)), axis=1)
        above = 1 + np.cumsum(chance.exponential(0.5, (count, 2)) + 0.01, axis=1)
        return [fit(*low, *high) for low, high in zip(below.tolist(), above.tolist(), strict=True)]

    return made


@pytest.fixture
def by_every_hour() -> Callable[..., float]:
    """The optimum by dynamic programming over all hours of the budget, without a bound, a hull or a core."""

    def best(worth: list[list[float]], costs: list[int], budget: int) -> float:
        most = np.zeros(budget + 1)
        for row, cost in zip(worth, costs, strict=True):
            then = np.full(budget + 1, -np.inf)
            for level, value in enumerate(row):
                if level * cost <= budget:
                    np.maximum(
                        then[level * cost :], most[: budget + 1 - level * cost] + value, out=then[level * cost :]
                    )
            most = then
        return float(most[budget])

    return best
