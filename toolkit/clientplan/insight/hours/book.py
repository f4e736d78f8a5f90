"""A manager's clients with what was judged of them: what advice is given on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from clientplan.insight.hours.allocation import Allocation, allocate
from clientplan.insight.hours.response import Response

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Book:
    """n clients. Scalars stand for all of them, as in `allocate`."""

    clients: Sequence[str]
    responses: Sequence[Response]
    weights: ArrayLike  # what a result of 1, today's, is worth
    now: ArrayLike  # hours today
    floor: ArrayLike = 0
    ceiling: ArrayLike | None = None
    step: ArrayLike = 1
    judged_at: ArrayLike | None = None  # the hours that the judgments call today's, where they aren't today's

    @property
    def reference(self) -> Vector:
        """The hours that the judgments call today's; one hour for a client that has none (n)."""
        at = self.each(self.now if self.judged_at is None else self.judged_at)
        return np.where(at > 0, at, 1.0)

    def each(self, value: ArrayLike) -> Vector:
        """A quantity by client (n)."""
        return np.array(np.broadcast_to(np.asarray(value, dtype=float), (len(self.clients),)))

    def worth(self, hours: ArrayLike) -> Vector:
        """What each client brings at its hours (n, on no step in particular), or at each of several (n x k)."""
        given = np.asarray(hours, dtype=float)
        weights, reference = self.each(self.weights), self.reference
        found = [
            weight * one(np.atleast_1d(at / own))
            for one, weight, at, own in zip(self.responses, weights, given, reference, strict=True)
        ]
        return np.array(found, dtype=float).reshape(given.shape)

    def best(self, budget: float, responses: Sequence[Response] | None = None) -> Allocation:
        """The best use of a budget, with other responses than the book's if they are given."""
        return allocate(
            self.responses if responses is None else responses,
            self.weights,
            self.reference,
            budget,
            floor=self.floor,
            ceiling=self.ceiling,
            step=self.step,
        )

    def one_more_hour(self, hours: ArrayLike) -> Vector:
        """What one more hour at each client would be worth by itself (n), ceilings aside."""
        at = self.each(hours)
        return self.worth(at + 1) - self.worth(at)
