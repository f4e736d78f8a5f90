from __future__ import annotations

from collections.abc import Callable
from statistics import median

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientplan.collect.tables import shaped
from clientplan.insight.one_currency import comparable, converted, in_units_of

Rows = list[tuple[str, float, str | None]]
amounts = st.integers(-(10**7), 10**7).map(lambda cents: cents / 100)
orders = st.lists(st.tuples(st.sampled_from("ABC"), amounts, st.sampled_from(["EUR", "GBP", "USD", None])), max_size=20)


def table(rows: Rows) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["client_id", "amount", "currency"])
    return shaped("revenue", frame.assign(date=pd.Timestamp("2026-09-01")))


class TestConverted:
    def test_by_the_rates_that_were_given(self) -> None:
        rows, lacking = converted(table([("A", 100, "EUR"), ("B", 10, "GBP"), ("C", 7, "USD")]), "EUR", {"GBP": 1.17})
        assert rows["amount"].tolist() == pytest.approx([100, 11.7])
        assert rows["currency"].tolist() == ["EUR", "EUR"]
        assert lacking == ("USD",)

    def test_what_names_no_currency_is_taken_for_the_common_one(self) -> None:
        rows, lacking = converted(table([("A", 100, None), ("B", 10, "GBP")]), "GBP", {})
        assert rows["amount"].tolist() == [100, 10]
        assert lacking == ()

    def test_the_common_one_is_worth_itself_whatever_the_rates_say(self) -> None:
        rows, _ = converted(table([("A", 100, "EUR")]), "EUR", {"EUR": 2.0})
        assert rows["amount"].tolist() == [100]

    def test_without_a_setting_it_is_the_one_of_most_rows(self) -> None:
        rows, lacking = converted(table([("A", 1, "GBP"), ("B", 2, "GBP"), ("C", 3, "EUR")]), None, {})
        assert rows["amount"].tolist() == [1, 2]
        assert lacking == ("EUR",)

    def test_nothing_stays_nothing(self) -> None:
        rows, lacking = converted(table([]), None, {"GBP": 1.17})
        assert rows.empty
        assert lacking == ()

    @given(rows=orders, common=st.sampled_from(["EUR", "GBP"]), rate=st.floats(0.01, 100))
    def test_each_row_is_converted_or_its_currency_told(self, rows: Rows, common: str, rate: float) -> None:
        rates = {"USD": rate}
        found, lacking = converted(table(rows), common, rates)
        known = {common: 1.0, None: 1.0, **rates}
        assert found["amount"].tolist() == pytest.approx(
            [amount * known[cur] for _, amount, cur in rows if cur in known]
        )
        assert set(lacking) == {cur for _, _, cur in rows if cur not in known}
        assert set(found["currency"]) <= {common}


class TestComparable:
    def test_parts_of_the_usual_order_of_each_currency(self) -> None:
        rows = comparable(
            table([("A", 100, "EUR"), ("A", 300, "EUR"), ("A", 200, "EUR"), ("B", 5, "GBP"), ("B", -5, "GBP")])
        )
        assert rows["amount"].tolist() == [0.5, 1.5, 1.0, 1.0, -1.0]

    @given(rows=orders, rate=st.sampled_from([0.01, 0.5, 3.0, 1000.0]))
    def test_it_makes_no_difference_in_what_unit_a_currency_counts(self, rows: Rows, rate: float) -> None:
        other = [
            (client, amount * rate if currency == "GBP" else amount, currency) for client, amount, currency in rows
        ]
        ordered = any(amount > 0 for _, amount, currency in rows if currency == "GBP")
        one, two = comparable(table(rows))["amount"].tolist(), comparable(table(other))["amount"].tolist()
        kept = [ordered or currency != "GBP" for *_, currency in rows]
        assert [value for value, keep in zip(one, kept, strict=True) if keep] == pytest.approx(
            [value for value, keep in zip(two, kept, strict=True) if keep]
        )

    @given(rows=orders)
    def test_the_usual_order_is_the_median_of_what_was_ordered(self, rows: Rows) -> None:
        found = comparable(table(rows))["amount"].tolist()
        for (_, amount, currency), value in zip(rows, found, strict=True):
            ordered = [other for _, other, same in rows if same == currency and other > 0]
            assert value == pytest.approx(amount / median(ordered) if ordered else amount)

    def test_a_plan_is_measured_as_the_orders_are(self) -> None:
        plan = pd.DataFrame({"client_id": ["A", "B"], "amount": [1200.0, 60.0], "currency": ["EUR", "GBP"]})
        found = in_units_of(plan, table([("A", 100, "EUR"), ("B", 5, "GBP")]))
        assert found["amount"].tolist() == [12.0, 12.0]

    def test_the_table_that_was_given_stays_as_it_was(self, revenue: Callable[..., pd.DataFrame]) -> None:
        given_ = revenue(("A", "2026-09-01", 100, "EUR"))
        comparable(given_)
        assert given_["amount"].tolist() == [100]
