from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from clientplan.insight.months import full_months, within


@pytest.mark.parametrize("day", [date(2026, 1, 1), date(2026, 1, 31)])
def test_full_months_end_before_the_one_under_way(day: date) -> None:
    assert [str(month) for month in full_months(day, 2)] == ["2025-11", "2025-12"]
    assert [str(month) for month in full_months(day, 2, back=2)] == ["2025-09", "2025-10"]


def test_first_and_last_day_belong_to_a_span_and_a_missing_date_does_not() -> None:
    days = pd.Series(pd.to_datetime(["2025-10-31", "2025-11-01", "2025-12-31", "2026-01-01", None]))
    assert within(days, full_months(date(2026, 1, 5), 2)).tolist() == [False, True, True, False, False]
