from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from clientplan.checks.attainment import months, percent, quarters, under
from clientplan.plan.people import Results

TODAY = date(2026, 9, 15)


def results(**actuals: str | int | None) -> Results:
    """One month a keyword, m2026_04=90; the plan is 100."""
    named = [{"month": name[1:].replace("_", "-"), "plan": 100, "actual": one} for name, one in actuals.items()]
    return Results.model_validate({"currency": "EUR", "months": named})


def names(given: Results, today: date = TODAY) -> list[str]:
    return [month.name for month in months(given, today)]


def test_no_results_are_no_months() -> None:
    assert months(None, TODAY) == []
    assert percent([]) is None
    assert not under([], 1)


def test_only_months_that_are_over_and_have_both_figures() -> None:
    given = results(m2026_07=90, m2026_08=None, m2026_09=40, m2027_01=1)
    assert names(given) == ["2026-07"]
    assert names(given, date(2026, 10, 1)) == ["2026-07", "2026-09"]


def test_in_the_order_of_time_where_the_names_tell_it() -> None:
    assert names(results(m2026_02=1, m2025_12=1, m2026_01=1)) == ["2025-12", "2026-01", "2026-02"]
    assert names(results(m2026_02=1, mJanuary=1, m2025_12=1)) == ["2026-02", "January", "2025-12"]
    assert names(results(m2026_00=1, m2026_13=1, m12_2026=1)) == ["2026-00", "2026-13", "12-2026"]


def test_per_cent_are_not_rounded_up() -> None:
    past = months(results(m2026_06=94, m2026_07="95.98"), TODAY)
    assert percent(past) == 94
    assert under(past, 0.95)
    assert not under(past, 0.9499)
    assert percent([month._replace(plan=Decimal(0)) for month in past]) is None


def test_a_quarter_and_the_one_a_month_before() -> None:
    found = quarters(months(results(m2026_04=1, m2026_05=2, m2026_06=3, m2026_07=4, m2026_08=5), TODAY), TODAY)
    assert found is not None
    assert [[month.name for month in look] for look in found] == [
        ["2026-06", "2026-07", "2026-08"],
        ["2026-05", "2026-06", "2026-07"],
    ]


@pytest.mark.parametrize(
    "given",
    [
        results(m2026_06=1, m2026_07=1, m2026_08=1),
        results(m2026_04=1, m2026_06=1, m2026_07=1, m2026_08=1),
        results(m2026_02=1, m2026_03=1, m2026_04=1, m2026_05=1),
        results(m2026_05=1, m2026_05x=1, m2026_06=1, m2025_08=1),
    ],
    ids=["three months", "one is missing", "long ago", "a name that tells nothing between others"],
)
def test_no_quarters(given: Results) -> None:
    assert quarters(months(given, TODAY), TODAY) is None


def test_months_with_names_of_their_own_are_in_a_row() -> None:
    assert quarters(months(results(mApril=1, mMay=1, mJune=1, mJuly=1), TODAY), TODAY) is not None
