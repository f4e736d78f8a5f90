from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientplan.insight.order_book import OrderBook, day_number, read

TODAY = date(2026, 1, 5)
Line = tuple[object, object, object]


def book(*lines: Line) -> OrderBook:
    return read(pd.DataFrame(list(lines), columns=["client_id", "date", "amount"]), TODAY)


def plain(found: OrderBook) -> list[tuple[object, date, float, bool]]:
    days = found.day.astype("datetime64[D]").tolist()
    spend = (found.spend * found.unit).round(3).tolist()
    return list(zip(found.clients[found.client], days, spend, found.ordered.tolist(), strict=True))


def test_several_orders_of_a_day_are_one() -> None:
    found = book(("a", "2025-03-01", 10), ("a", "2025-03-01", 5), ("a", "2025-03-02", 1))
    assert plain(found) == [("a", date(2025, 3, 1), 15.0, True), ("a", date(2025, 3, 2), 1.0, True)]


def test_a_credit_note_lowers_the_spend_and_is_no_order() -> None:
    found = book(("a", "2025-03-01", 10), ("a", "2025-03-01", -4), ("a", "2025-03-09", -2), ("a", "2025-03-10", 0))
    assert [(spend, ordered) for _, _, spend, ordered in plain(found)] == [(6.0, True), (-2.0, False), (0.0, False)]
    assert len(found.orders().day) == 1


def test_rows_from_the_day_on_and_rows_with_gaps_are_left_out() -> None:
    lines: list[Line] = [("a", "2026-01-05", 1), ("b", None, 1), ("c", "2025-01-01", None), (None, "2025-01-01", 1)]
    assert plain(book(*lines, ("d", "2026-01-04", 7), ("e", "rubbish", 1), ("f", "2025-01-01", float("inf")))) == [
        ("d", date(2026, 1, 4), 7.0, True)
    ]


def test_only_clients_with_a_row_are_in_the_book_and_they_are_sorted() -> None:
    found = book(("b", "2025-01-01", 1), ("c", "2027-01-01", 1), ("a", "2025-01-01", -1))
    assert found.clients.tolist() == ["a", "b"]


@pytest.mark.parametrize(
    "days",
    [
        [date(2025, 1, 1), date(2025, 1, 2)],
        [datetime(2025, 1, 1, 23), datetime(2025, 1, 2)],  # noqa: DTZ001 - exports have local times without a zone
        ["2025-01-01", "2025-01-02T08:00:00"],
        pd.to_datetime(["2025-01-01 23:30", "2025-01-02 00:10"]).tz_localize("Europe/Berlin"),
    ],
)
def test_dates_in_any_form(days: object) -> None:
    found = read(pd.DataFrame({"client_id": ["a", "a"], "date": days, "amount": [1, 2]}), TODAY)
    assert [day for _, day, _, _ in plain(found)] == [date(2025, 1, 1), date(2025, 1, 2)]


def test_amounts_in_any_form() -> None:
    assert [row[2] for row in plain(book(("a", "2025-01-01", Decimal("1.25")), ("a", "2025-01-02", "3")))] == [1.25, 3]


def test_columns_that_lack_are_named_together() -> None:
    with pytest.raises(ValueError, match=r"no column client_id, amount\."):
        read(pd.DataFrame({"date": []}), TODAY)


def test_a_day_has_one_number_in_every_form() -> None:
    assert day_number("1970-01-03") == day_number(pd.Timestamp("1970-01-03 17:00")) == day_number(date(1970, 1, 3)) == 2


amounts = st.lists(st.integers(-5_000, 50_000).map(lambda cents: cents / 100), min_size=1, max_size=30)


@given(amounts, st.randoms(), st.sampled_from([0.01, 0.855, 100.0, 31_557.0]))
def test_neither_order_nor_currency_shows(amounts: list[float], chance: object, rate: float) -> None:
    lines = [(number % 3, date(2025, 1, 1 + number % 7), amount) for number, amount in enumerate(amounts)]
    one = book(*lines)
    chance.shuffle(lines)  # type: ignore[attr-defined]
    other = book(*lines)
    np.testing.assert_array_equal(one.spend, other.spend)
    np.testing.assert_array_equal(one.day, other.day)
    np.testing.assert_array_equal(one.spend, book(*[(who, day, amount * rate) for who, day, amount in lines]).spend)


def test_an_earlier_look_keeps_the_numbers_of_the_clients() -> None:
    found = book(("a", "2025-06-01", 1), ("b", "2024-01-01", 1)).before(day_number("2025-01-01"))
    assert plain(found) == [("b", date(2024, 1, 1), 1.0, True)]
    assert found.client.tolist() == [1]


@pytest.mark.parametrize("rate", [0.01, 0.1, 0.7, 0.855, 1.1, 3.3, 7.46, 110.7])
def test_halves_of_the_grain_go_up_in_every_currency(rate: float) -> None:
    found = book(*[("a", date(2025, 1, day), amount * rate) for day, amount in enumerate([128] * 4 + [1, 3, 5], 1)])
    assert found.spend.tolist()[4:] == [7813.0, 23438.0, 39063.0]
