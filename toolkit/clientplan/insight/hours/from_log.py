"""What the tidy tables know of hours and results, as a book of hours takes them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pandas as pd

from clientplan.insight.activity.durations import usual
from clientplan.insight.activity.spelling import fold
from clientplan.insight.one_currency import converted

_QUARTER, _MONTHS = 91, 3  # days; months in them
_YEAR = 364  # days: 52 weeks, as the risk counts a year


def monthly_hours(activities: pd.DataFrame, as_of: date) -> dict[str, float]:
    """Hours a month by client over the last 91 days; what has no duration is assumed by its kind."""
    day = pd.Timestamp(as_of)
    recent = activities[(activities["date"] <= day) & (activities["date"] > day - pd.Timedelta(days=_QUARTER))]
    assumed = recent["kind"].fillna("").map({kind: usual(fold(kind)) for kind in recent["kind"].fillna("").unique()})
    minutes = recent["minutes"].fillna(assumed.astype("float64"))
    return {str(client): value / 60 / _MONTHS for client, value in minutes.groupby(recent["client_id"]).sum().items()}


def worth(
    revenue: pd.DataFrame, as_of: date, currency: str | None, rates: Mapping[str, float]
) -> tuple[dict[str, float], str, tuple[str, ...]]:
    """Each client's result of the last 52 weeks in one currency; that currency; and those without a rate."""
    day = pd.Timestamp(as_of)
    recent = revenue[(revenue["date"] <= day) & (revenue["date"] > day - pd.Timedelta(days=_YEAR))]
    rows, lacking = converted(recent, currency, rates)
    common = str(rows["currency"].iloc[0]) if len(rows) else currency or ""
    return (
        {str(client): float(value) for client, value in rows.groupby("client_id")["amount"].sum().items()},
        common,
        lacking,
    )
