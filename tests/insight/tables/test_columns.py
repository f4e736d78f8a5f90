from __future__ import annotations

from datetime import date
from decimal import Decimal

import pandas as pd
import polars as pl
import pytest

from clientplan.errors import SourceUnreadable
from clientplan.insight.tables import collected, effort, in_force, monthly


def test_all_missing_columns_are_told_at_once() -> None:
    with pytest.raises(SourceUnreadable) as caught:
        monthly(pd.DataFrame({"client_id": ["1"], "amount": [1.0], "valuta": ["EUR"]}))
    assert str(caught.value) == (
        "orders: no column currency, date. Add it, or rename the one that holds it "
        "(there are client_id, amount, valuta)."
    )


def test_columns_of_another_type_are_told_at_once() -> None:
    rows = pl.DataFrame({"client_id": [1.5], "date": ["2026-01-01"], "minutes": ["ten"]})
    with pytest.raises(SourceUnreadable) as caught:
        effort(rows, "month")
    assert str(caught.value).splitlines() == [
        "activities: client_id is Float64, not text. Change its type.",
        "activities: minutes is String, not a number. Change its type.",
        "activities: date is String, not a date. Change its type.",
    ]


def test_a_time_zone_is_refused_since_the_day_would_depend_on_it() -> None:
    rows = pd.DataFrame({"client_id": ["1"], "date": pd.to_datetime(["2026-01-01"], utc=True), "minutes": [1]})
    with pytest.raises(SourceUnreadable, match=r"date has a time zone \(UTC\)\. Make it a day of your own calendar"):
        effort(rows, "month")


def test_numbers_of_clients_are_taken_for_text_and_days_and_decimals_as_a_database_has_them() -> None:
    rows = pl.DataFrame(
        {
            "client_id": [7, 7, 8],
            "currency": ["EUR"] * 3,
            "date": [date(2026, 1, 31), date(2026, 2, 1), date(2026, 2, 28)],
            "amount": [Decimal("0.29"), Decimal("19.99"), Decimal("-1.10")],
            "minutes": [30, None, 15],
        }
    )
    found = collected(monthly(rows))
    assert found["client_id"].tolist() == ["7", "7", "8"]
    assert found["month"].tolist() == [
        pd.Timestamp("2026-01-01"),
        pd.Timestamp("2026-02-01"),
        pd.Timestamp("2026-02-01"),
    ]
    assert found["cents"].tolist() == [29, 1999, -110]
    assert collected(effort(rows))["seconds"].tolist() == [1800, 900]
    objectives = pl.DataFrame(
        {"client_id": ["7"], "objective_id": ["o1"], "start": [date(2026, 2, 1)], "end": [date(2026, 2, 1)]}
    )
    assert collected(in_force(rows, objectives))["activities"].tolist() == [1]


def test_the_order_of_rows_is_that_of_the_keys_and_gaps_come_last() -> None:
    rows = pd.DataFrame(
        {
            "client_id": ["b", "a", "a", "a"],
            "date": pd.to_datetime(["2026-01-01"] * 4),
            "minutes": [1.0, 2.0, 3.0, 4.0],
            "kind": ["x", None, "y", "x"],
        }
    )
    found = collected(effort(rows, "kind"))
    assert found["seconds"].tolist() == [240, 180, 120, 60]
    assert found.index.tolist() == [0, 1, 2, 3]
