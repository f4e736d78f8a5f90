from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from clientplan.insight.overview import overview

TODAY = date(2026, 9, 15)
Made = Callable[..., pd.DataFrame]


def test_one_client_by_hand(clients: Made, revenue: Made, activities: Made) -> None:
    sold = revenue(
        ("1", "2024-08-31", 1000.0, "EUR"),  # before both years
        ("1", "2024-09-01", 100.0, "EUR"),
        ("1", "2025-08-31", 20.0, "EUR"),
        ("1", "2025-09-01", 3.0, "EUR"),
        ("1", "2026-08-31", 0.5, "EUR"),
        ("1", "2026-03-01", 0.25, "EUR"),
        ("1", "2026-09-05", 7000.0, "EUR"),  # the month under way is in no year
        ("1", "2026-09-16", 9000.0, "EUR"),  # not there yet
    )
    met = activities(
        ("1", "2026-06-17", 600.0),  # 90 days ago: no longer counted
        ("1", "2026-06-18", 90.0),
        ("1", "2026-09-14", None),
        ("1", "2026-09-20", 60.0),  # planned
    )
    line = overview(clients(("1", "Harrow", "EUR")), sold, met, today=TODAY).iloc[0]
    assert (line["name"], line["currency"]) == ("Harrow", "EUR")
    assert (line["last_year"], line["year_before"]) == (3.75, 120.0)
    assert line["months_ordered"] == 2  # March and August; the six months are March to August
    assert line["days_since_order"] == 10
    assert (line["hours"], line["activities"], line["untimed"]) == (1.5, 2, 1)
    assert line["last_contact"] == pd.Timestamp("2026-09-14")


def test_currencies_stay_apart_and_the_largest_comes_first(clients: Made, revenue: Made, activities: Made) -> None:
    sold = revenue(("1", "2026-01-01", 10.0, "GBP"), ("1", "2026-01-01", 30.0, "EUR"), ("2", "2026-01-01", 20.0, "GBP"))
    known = clients(("1", "Both", "EUR"), ("2", "Large", "GBP"))
    lines = overview(known, sold, activities(), today=TODAY)
    assert lines[["name", "currency", "last_year"]].to_numpy().tolist() == [
        ["Both", "EUR", 30.0],
        ["Large", "GBP", 20.0],
        ["Both", "GBP", 10.0],
    ]


def test_a_client_that_never_ordered_is_there(clients: Made, revenue: Made, activities: Made) -> None:
    line = overview(
        clients(("1", "Prospect", "USD")), revenue(), activities(("1", "2026-09-01", 30.0)), today=TODAY
    ).iloc[0]
    assert (line["last_year"], line["months_ordered"], line["hours"]) == (0, 0, 0.5)
    assert pd.isna(line["days_since_order"])
    assert line["currency"] == "USD"


def test_a_client_that_only_the_invoices_know_goes_by_its_id(clients: Made, revenue: Made, activities: Made) -> None:
    lines = overview(clients(), revenue(("9", "2026-01-01", 5.0, "EUR")), activities(), today=TODAY)
    assert lines["name"].tolist() == ["9"]


def test_a_credit_note_lowers_revenue_and_is_no_order(clients: Made, revenue: Made, activities: Made) -> None:
    sold = revenue(("1", "2026-05-01", 100.0, "EUR"), ("1", "2026-08-01", -40.0, "EUR"))
    line = overview(clients(("1", "Harrow", "EUR")), sold, activities(), today=TODAY).iloc[0]
    assert (line["last_year"], line["months_ordered"]) == (60.0, 1)
    assert line["days_since_order"] == (TODAY - date(2026, 5, 1)).days


def test_two_orders_in_a_month_are_one_month(clients: Made, revenue: Made, activities: Made) -> None:
    sold = revenue(("1", "2026-05-01", 1.0, "EUR"), ("1", "2026-05-30", 1.0, "EUR"))
    assert overview(clients(("1", "H", "EUR")), sold, activities(), today=TODAY)["months_ordered"].tolist() == [1]


@pytest.mark.parametrize("rows", [0, 1])
def test_an_empty_portfolio_has_no_lines(clients: Made, revenue: Made, activities: Made, rows: int) -> None:
    known = clients(*[("1", "H", None)] * rows)
    assert len(overview(known, revenue(), activities(), today=TODAY)) == rows


def test_revenue_without_a_currency_is_not_lost(clients: Made, revenue: Made, activities: Made) -> None:
    lines = overview(clients(("1", "H", None)), revenue(("1", "2026-05-01", 8.0, None)), activities(), today=TODAY)
    assert lines["last_year"].tolist() == [8.0]


def test_the_order_of_the_rows_changes_nothing(clients: Made, revenue: Made, activities: Made) -> None:
    rows = [(str(number % 3), f"2026-0{number % 8 + 1}-11", float(number), "EUR") for number in range(40)]
    known = clients(("0", "A", "EUR"), ("1", "B", "EUR"), ("2", "C", "EUR"))
    forwards = overview(known, revenue(*rows), activities(), today=TODAY)
    pd.testing.assert_frame_equal(forwards, overview(known, revenue(*reversed(rows)), activities(), today=TODAY))
