"""Whether a short series goes up or down by more than chance: Mann-Kendall and Theil-Sen, in plain Python."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import erfc, sqrt
from statistics import median


@dataclass(frozen=True, slots=True)
class MannKendall:
    """The test for a trend that asks only whether later values are above or below earlier ones.

    Mann, Nonparametric tests against trend, Econometrica 13(3), 1945; the variance with ties is that of Kendall, Rank
    Correlation Methods, 1975.
    """

    s: int  # pairs that go up less pairs that go down
    variance: float

    @property
    def z(self) -> float:
        """S by its standard deviation, a step nearer to 0 for continuity; 0 where nothing could be seen."""
        if not self.s or not self.variance:
            return 0.0
        return (self.s - (1 if self.s > 0 else -1)) / sqrt(self.variance)

    @property
    def falling(self) -> float:
        """The chance of an S as low as this, or lower, where there is no trend: one-sided, by the normal curve."""
        return erfc(-self.z / sqrt(2)) / 2

    @property
    def rising(self) -> float:
        """The same for an S as high as this, or higher."""
        return erfc(self.z / sqrt(2)) / 2


def mann_kendall(values: Sequence[float]) -> MannKendall:
    """The test over values in the order of time: n log n comparisons, though inserting moves n squared values."""
    before: list[float] = []
    s = 0
    for value in values:
        s += bisect_left(before, value) - (len(before) - bisect_right(before, value))
        insort(before, value)
    ties = sum(_pairs(count) for count in Counter(values).values())
    return MannKendall(s, (_pairs(len(values)) - ties) / 18)


def theil_sen(values: Sequence[float]) -> float:
    """The median of the slopes between all pairs of values, a step: no single month decides it. 0 for one value.

    Sen, Estimates of the regression coefficient based on Kendall's tau, JASA 63, 1968. The work grows with n squared.
    """
    pairs = combinations(enumerate(values), 2)
    return median([(late - early) / (after - at) for (at, early), (after, late) in pairs] or [0.0])


def _pairs(n: int) -> int:
    """The part of n equal values (or of n values) in 18 times the variance of S."""
    return n * (n - 1) * (2 * n + 5)
