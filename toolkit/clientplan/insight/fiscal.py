"""The months of a planning year, which begins in whichever month the workspace says (`year_starts`)."""

from __future__ import annotations

from datetime import date

import pandas as pd

YEAR = 12  # months


def planning_months(day: date, starts: int = 1) -> pd.PeriodIndex:
    """The twelve months of the year that `day` is in; `starts` is the month (1 to 12) in which it begins."""
    first = pd.Period(year=day.year if day.month >= starts else day.year - 1, month=starts, freq="M")
    return pd.period_range(first, periods=YEAR, freq="M")
