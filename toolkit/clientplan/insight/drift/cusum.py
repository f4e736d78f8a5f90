"""The one-sided cumulative sum of shortfalls against plan (CUSUM), with the test and the slope of its trend.

Page, Continuous inspection schemes, Biometrika 41, 1954. Of steady series of twelve values with a swing that is
estimated from themselves, one in twenty or so rises above the alarm by chance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, pairwise, takewhile
from math import pi, sqrt
from statistics import fmean, median

from clientplan.trend import MannKendall, mann_kendall, theil_sen

ALLOWANCE = 0.5  # k, in swings: half of the shift that is to be found quickly, here one swing
ALARM = 4.0  # h, in swings: about 340 values in a row without a drift before it goes off by chance
FEWEST = 5  # values without which no swing can be estimated
CHANCE = 0.05  # a trend is steady when chance alone would show it with less than this probability
_MEDIAN_RANGE = 0.953873  # of two values of a normal distribution, in standard deviations; the mean is 2 / sqrt(pi)


@dataclass(frozen=True, slots=True)
class Drift:
    """A series against its plan, one figure a value in the order of time."""

    days: tuple[date, ...]
    shortfalls: tuple[float, ...]  # plan less actual, in the measure's unit; above 0 is the wrong way
    swing: float | None  # sigma, in the unit; None where the series is too short or never varied
    sums: tuple[float, ...]  # S, in swings; empty without a swing
    since: date | None  # the first value of the run above 0 that reaches the last one
    alarm: date | None  # the first value of that run above the alarm, where the last one is above it too
    trend: MannKendall  # of actual less plan: negative falls away from it
    slope: float  # of actual less plan, a value, in the unit
    sentence: str = ""

    @property
    def steady(self) -> bool:
        """Whether it falls away from plan more steadily than by chance."""
        return self.trend.falling < CHANCE


def cusum(shortfalls: Sequence[float], swing: float, allowance: float = ALLOWANCE) -> tuple[float, ...]:
    """S_t = max(0, S_(t-1) + (P_t - A_t) / sigma - k), from 0.

    Args:
        shortfalls: P_t - A_t, in the measure's unit.
        swing: sigma, above 0, in the same unit.
        allowance: k, in swings.
    """
    return tuple(accumulate(shortfalls, lambda s, short: max(0.0, s + short / swing - allowance), initial=0.0))[1:]


def usual_swing(shortfalls: Sequence[float]) -> float | None:
    """Sigma from the steps between neighbours, which a drift hardly touches; None for a short or unvaried series.

    The larger of the median step / .954 and the mean step / 1.128, each of which estimates the standard deviation of
    independent normal values (moving ranges; Montgomery, Introduction to Statistical Quality Control): the median alone
    is too small in half of all short series, and each of those would go off.
    """
    steps = [abs(after - before) for before, after in pairwise(shortfalls)]
    if len(shortfalls) < FEWEST or not any(steps):
        return None
    return max(median(steps) / _MEDIAN_RANGE, fmean(steps) * sqrt(pi) / 2)


def drift(
    days: Sequence[date],
    planned: Sequence[float],
    actual: Sequence[float],
    *,
    swing: float | None = None,
    allowance: float = ALLOWANCE,
    alarm: float = ALARM,
) -> Drift:
    """Measures a series against its plan, where more is better.

    Args:
        days: of each value, in the order of time.
        planned: P, one a day, in the measure's unit.
        actual: A, the same.
        swing: sigma, where it is known; else `usual_swing` of the shortfalls.
        allowance: k, in swings.
        alarm: h, in swings.

    Raises:
        ValueError: the three aren't of one length, or the swing isn't above 0.
    """
    shortfalls = tuple(plan - came for plan, came in zip(planned, actual, strict=True))
    if len(days) != len(shortfalls):
        raise ValueError(f"{len(days)} days for {len(shortfalls)} values. Give one day a value")
    if swing is not None and not swing > 0:
        raise ValueError(f"the swing is {swing}. Give one above 0, or none")
    known = usual_swing(shortfalls) if swing is None else swing
    sums = cusum(shortfalls, known, allowance) if known else ()
    run = list(takewhile(lambda at: sums[at] > 0, reversed(range(len(sums)))))[::-1]
    alarmed = [at for at in run if sums[at] > alarm] if sums and sums[-1] > alarm else []
    excess = [-short for short in shortfalls]
    return Drift(
        days=tuple(days),
        shortfalls=shortfalls,
        swing=known,
        sums=sums,
        since=days[run[0]] if run else None,
        alarm=days[alarmed[0]] if alarmed else None,
        trend=mann_kendall(excess),
        slope=theil_sen(excess),
    )
