from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientplan.collect.tables import shaped
from clientplan.insight.hours.from_log import monthly_hours, worth

AS_OF = date(2026, 9, 15)
back = st.integers(-5, 120)


def log(*rows: tuple[str, date, float | None, str | None]) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows), columns=["client_id", "date", "minutes", "kind"])
    return shaped("activities", frame.assign(date=pd.to_datetime(frame["date"])))


def orders(*rows: tuple[str, date, float, str | None]) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows), columns=["client_id", "date", "amount", "currency"])
    return shaped("revenue", frame.assign(date=pd.to_datetime(frame["date"])))


def test_a_quarter_is_91_days_with_today() -> None:
    first = AS_OF - timedelta(days=90)
    inside = log(("A", first, 60, "call"), ("A", AS_OF, 120, "call"))
    outside = log(("A", first - timedelta(days=1), 600, "call"), ("A", AS_OF + timedelta(days=1), 600, "call"))
    assert monthly_hours(inside, AS_OF) == {"A": 1.0}
    assert monthly_hours(outside, AS_OF) == {}


def test_what_has_no_duration_is_assumed_by_its_kind() -> None:
    found = monthly_hours(
        log(("A", AS_OF, None, "visit"), ("B", AS_OF, None, "email"), ("C", AS_OF, None, None)), AS_OF
    )
    assert found["A"] == pytest.approx(120 / 60 / 3)
    assert 0 < found["B"] < found["C"] < found["A"]


@given(rows=st.lists(st.tuples(st.sampled_from("AB"), back, st.integers(0, 600)), max_size=20))
def test_hours_add_up(rows: list[tuple[str, int, int]]) -> None:
    found = monthly_hours(log(*((who, AS_OF - timedelta(days=ago), took, "call") for who, ago, took in rows)), AS_OF)
    counted = [(who, took) for who, ago, took in rows if 0 <= ago < 91]
    assert found == pytest.approx({who: sum(took for one, took in counted if one == who) / 180 for who, _ in counted})


def test_a_year_is_52_weeks_with_today() -> None:
    first = AS_OF - timedelta(days=363)
    rows = [("A", first, 10, "EUR"), ("A", AS_OF, -4, "EUR"), ("B", first - timedelta(days=1), 99, "EUR")]
    rows += [("B", AS_OF + timedelta(days=1), 99, "EUR")]
    assert worth(orders(*rows), AS_OF, "EUR", {}) == ({"A": 6.0}, "EUR", ())


@pytest.mark.parametrize(
    ("currency", "found"),
    [
        ("EUR", ({"A": 10.0, "B": 11.7}, "EUR", ("USD",))),
        ("USD", ({"B": 11.7, "C": 3.0}, "USD", ("EUR",))),  # what has no rate stays out
        (None, ({"A": 10.0, "B": 11.7}, "EUR", ("USD",))),  # most rows are in it
    ],
)
def test_results_are_weighed_in_one_currency(currency: str | None, found: Any) -> None:
    rows = [("A", AS_OF, 5, "EUR"), ("A", AS_OF, 5, "EUR"), ("B", AS_OF, 10, "GBP"), ("C", AS_OF, 3, "USD")]
    worths, common, lacking = worth(orders(*rows), AS_OF, currency, {"GBP": 1.17})
    assert (pytest.approx(found[0]), *found[1:]) == (worths, common, lacking)


def test_where_nothing_was_sold_the_setting_names_the_currency() -> None:
    assert worth(orders(), AS_OF, "CHF", {}) == ({}, "CHF", ())
    assert worth(orders(), AS_OF, None, {}) == ({}, "", ())
