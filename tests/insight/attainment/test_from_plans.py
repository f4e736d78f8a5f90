from __future__ import annotations

from datetime import date
from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientplan.insight.attainment import attainment
from clientplan.insight.attainment.from_plans import months, planned, yearly
from clientplan.plan.people import Result, Results
from clientplan.plan.plan import Client, Period, Plan


def plan(*figures: str | None, first: int = 1, currency: str = "EUR", name: str = "2026-{:02d}") -> Plan:
    """A plan of the year 2026 with a figure a month, from `first` on."""
    rows = tuple(
        Result(month=name.format(at), plan=None if figure is None else Decimal(figure))
        for at, figure in enumerate(figures, first)
    )
    return Plan(
        client=Client(name="Harrow"),
        period=Period(first=date(2026, 1, 1), last=date(2026, 12, 31)),
        results=Results(currency=currency, months=rows),
    )


def test_the_months_of_each_plan_as_they_stand_there() -> None:
    found = months({"A": plan("100.10", "200.20"), "B": plan("7", None, "9", first=6, currency="GBP")})
    assert [(*row[:2], str(row[2]), row[3]) for row in found.itertuples(index=False)] == [
        ("A", "EUR", "2026-01", 100.1),
        ("A", "EUR", "2026-02", 200.2),
        ("B", "GBP", "2026-06", 7.0),
        ("B", "GBP", "2026-08", 9.0),
    ]


@pytest.mark.parametrize(
    "bare",
    [plan(), plan("1").replace(results=None), plan("5", name="Month {}")],
    ids=["no month", "no results", "months of other names"],
)
def test_a_plan_without_any_has_none(bare: Plan) -> None:
    found = months({"A": bare})
    assert found.empty
    assert planned(found).empty
    assert yearly(found).empty


def test_together_from_their_first_to_their_last() -> None:
    [row] = planned(months({"A": plan("100", "200", first=3)})).to_dict("records")
    assert (row["client_id"], row["currency"], row["amount"]) == ("A", "EUR", 300.0)
    assert (row["first"], row["last"]) == (pd.Timestamp("2026-03-01"), pd.Timestamp("2026-04-30"))


@given(figures=st.lists(st.integers(0, 10**9), min_size=1, max_size=12))
def test_a_year_holds_twelve_such_months(figures: list[int]) -> None:
    found = yearly(months({"A": plan(*map(str, figures))}))
    assert found["amount"].tolist() == pytest.approx([sum(figures) * 12 / len(figures)])


def test_results_are_held_against_the_months_that_were_planned() -> None:
    """Phased by seasons, a plan that rises would have been missed in its first months."""
    own = months({"A": plan("100", "100", *["1000"] * 10)})
    revenue = pd.DataFrame(
        {
            "client_id": "A",
            "date": pd.to_datetime(["2026-01-10", "2026-02-10"]),
            "amount": [110.0, 90.0],
            "currency": "EUR",
        }
    )
    found = attainment(planned(own), revenue, as_of=date(2026, 3, 1), months=own)
    assert found.months["plan"].tolist() == [100.0, 100.0, *[1000.0] * 10]
    [line] = found.to_date.to_dict("records")
    assert (line["planned"], line["actual"], line["attained"]) == (200.0, 200.0, 1.0)
    assert line["phasing"] == "As the plan has its months."
