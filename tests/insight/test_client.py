from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pandas as pd

from clientplan.collect.tables import shaped
from clientplan.insight.client import latest, monthly, people

TODAY = date(2026, 9, 15)
Made = Callable[..., pd.DataFrame]


def test_every_full_month_is_there_and_the_one_under_way_is_not(revenue: Made) -> None:
    sold = revenue(
        ("1", "2026-08-02", 5.0, "EUR"),
        ("1", "2026-08-30", 6.0, "EUR"),
        ("1", "2026-09-02", 99.0, "EUR"),
        ("2", "2026-08-02", 99.0, "EUR"),
    )
    months = monthly(sold, "1", today=TODAY, months=3)
    assert [str(month) for month in months.index] == ["2026-06", "2026-07", "2026-08"]
    assert months["EUR"].tolist() == [0.0, 0.0, 11.0]


def test_a_client_without_revenue_has_no_currency(revenue: Made) -> None:
    assert monthly(revenue(), "1", today=TODAY).shape == (24, 0)


def test_the_newest_activity_comes_first_and_planned_ones_are_not_there(activities: Made) -> None:
    met = activities(
        ("1", "2026-01-01", 1.0), ("1", "2026-09-15", 2.0), ("1", "2026-09-16", 3.0), ("2", "2026-02-02", 4.0)
    )
    assert latest(met, "1", today=TODAY)["minutes"].tolist() == [2.0, 1.0]
    assert len(latest(met, "1", today=TODAY, count=1)) == 1


def test_people_by_name() -> None:
    known = shaped("people", pd.DataFrame({"client_id": ["1", "2", "1"], "name": ["Yann", "Ines", "Karim"]}))
    assert people(known, "1")["name"].tolist() == ["Karim", "Yann"]
