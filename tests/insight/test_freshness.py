from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pandas as pd

from clientplan.insight.freshness import STALE, stale_since

NEWEST = date(2026, 7, 1)
Made = Callable[..., pd.DataFrame]


def test_old_from_the_day_after_the_last_that_is_fresh(revenue: Made) -> None:
    sold = revenue(("1", "2026-07-01", 1.0, "EUR"), ("1", "2025-01-01", 1.0, "EUR"), ("2", None, 1.0, "EUR"))
    assert stale_since(sold, NEWEST + timedelta(STALE)) is None
    assert stale_since(sold, NEWEST + timedelta(STALE + 1)) == NEWEST


def test_without_a_row_nothing_is_old(revenue: Made) -> None:
    assert stale_since(revenue(), NEWEST) is None
