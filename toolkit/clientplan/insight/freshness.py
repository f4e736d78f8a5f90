"""Whether the exports are as new as the day on which they are looked at."""

from __future__ import annotations

from datetime import date

import pandas as pd

STALE = 62  # days: after two months without a row, an old export is likelier than a silent portfolio


def stale_since(revenue: pd.DataFrame, today: date) -> date | None:
    """The day of the newest row of the tidy revenue, where that is old; None where it is fresh or there is no row."""
    newest = revenue["date"].max()
    if pd.isna(newest) or (today - newest.date()).days <= STALE:
        return None
    return date(newest.year, newest.month, newest.day)
