"""Full calendar months: the one under way is left out, so that two spans of months can be compared."""

from __future__ import annotations

from datetime import date

import pandas as pd


def full_months(today: date, count: int, back: int = 0) -> pd.PeriodIndex:
    """The last `count` full months before the one that `today` is in, the oldest first; `back` ends them earlier."""
    return pd.period_range(end=pd.Period(today, freq="M") - 1 - back, periods=count, freq="M")


def within(dates: pd.Series[pd.Timestamp], months: pd.PeriodIndex) -> pd.Series[bool]:
    """Which dates fall into a span of months; a missing date doesn't."""
    return dates.between(months[0].start_time, months[-1].end_time)
