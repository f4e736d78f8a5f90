"""Who looked like this before: a count that anybody can make again in the rows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from clientplan.insight.order_book import Flag, Real, Whole
from clientplan.insight.risk.look import MONTHS, Look
from clientplan.insight.risk.precedents import FEWEST

BANDS = (1, 2, 3, 6)  # months since the last order; each bound belongs to the band below it


@dataclass(frozen=True)
class Alike:
    """How often a client looked like one of today's, and how often it ended under half. One entry a client."""

    times: Whole
    eroded: Whole
    same_band: Flag  # alike in days, too; else in months alone


def bands(days_since_order: Real, look: Look) -> Whole:
    """0 for up to a month since the last order, 1 up to two, 2 up to three, 3 up to six, 4 for longer or never."""
    bounds = np.array(BANDS) * look.window / MONTHS
    return np.searchsorted(bounds, np.nan_to_num(days_since_order, nan=np.inf))


def alike(now: pd.DataFrame, precedents: pd.DataFrame, look: Look) -> Alike:
    """Looked alike: ordered in as many of the last 6 months, and the last order is as long ago, in bands of months.

    Where that was seen fewer than 20 times, the months alone decide.

    Args:
        now: today's facts.
        precedents: the facts of those who could erode, with `happened`.
        look: today's.
    """
    width = len(BANDS) + 1
    eroded = precedents["happened"].to_numpy(dtype=np.float64)

    def cells(facts: pd.DataFrame) -> Whole:
        months = facts["months_ordered"].to_numpy(dtype=np.int64)
        return months * width + bands(facts["days_since_order"].to_numpy(dtype=np.float64), look)

    before, here, size = cells(precedents), cells(now), (MONTHS // 2 + 1) * width
    times = np.bincount(before, minlength=size)
    ended = np.bincount(before, eroded, minlength=size).astype(np.int64)
    by_months = times.reshape(-1, width).sum(axis=1)[here // width]
    ended_by_months = ended.reshape(-1, width).sum(axis=1)[here // width]
    close = times[here] >= FEWEST
    return Alike(np.where(close, times[here], by_months), np.where(close, ended[here], ended_by_months), close)
