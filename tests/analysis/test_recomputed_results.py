"""Results against plan of the sample, worked out again from the rows of the tables and of the plans."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Any

import pytest

from clientplan.analysis.portfolio import Portfolio
from clientplan.analysis.results import ToDate

Raw = Any  # of conftest.py
TODAY, LAST_OVER = date(2026, 9, 15), date(2026, 8, 31)


@pytest.fixture(scope="module")
def by_client(sample: Portfolio) -> dict[str, ToDate]:
    return {one.client: one for one in sample.to_date}


def test_one_line_for_each_plan_in_its_currency(raw: Raw, by_client: dict[str, ToDate], sample: Portfolio) -> None:
    assert len(sample.to_date) == len(by_client) == len(raw.plans)
    assert {client: one.currency for client, one in by_client.items()} == {
        client: plan.results.currency for client, plan in raw.plans.items()
    }


def planned(sample: Portfolio, client: str) -> dict[str, Decimal]:
    months = sample.months[sample.months["client_id"] == client]
    return {str(month): Decimal(str(plan)) for month, plan in zip(months["month"], months["plan"], strict=True)}


def test_the_months_add_up_to_the_plan(raw: Raw, sample: Portfolio) -> None:
    for client, plan in raw.plans.items():
        months = planned(sample, client)
        assert sum(months.values()) == sum(month.plan for month in plan.results.months)
        assert list(months) == [month.month for month in plan.results.months]


def test_to_date_and_the_month_under_way(raw: Raw, by_client: dict[str, ToDate], sample: Portfolio) -> None:
    for client, one in by_client.items():
        first, unit, months = raw.plans[client].period.first, one.currency, planned(sample, client)
        came = raw.sold(client, first, LAST_OVER)
        plan = sum(amount for month, amount in months.items() if month <= "2026-08")
        so_far = raw.sold(client, date(2026, 9, 1), TODAY)
        assert one.attained == pytest.approx(float(came / plan))
        assert one.sentence.startswith(
            f"To date {floor(100 * Fraction(came) / Fraction(plan))} % of plan: "
            f"{came:,.0f} of {plan:,.0f} {unit} by the end of August"
        )
        assert one.sentence.endswith(
            f"September isn't over (50 % of it has passed): {so_far:,.0f} of {months['2026-09']:,.0f} {unit} so far."
        )


def test_behind_since_the_month_from_which_it_stayed_behind(
    raw: Raw, by_client: dict[str, ToDate], sample: Portfolio
) -> None:
    for client, one in by_client.items():
        months = planned(sample, client)
        came, plan, since = Decimal(), Decimal(), None
        for month, amount in months.items():
            if month > "2026-08":
                break
            year, number = map(int, month.split("-"))
            came += sum(
                (sold for day, sold in raw.spends(client).items() if (day.year, day.month) == (year, number)), Decimal()
            )
            plan += amount
            since = (since or date(year, number, 1)) if came < plan else None
        assert (f", behind since {since:%B}." in one.sentence) if since else ("behind" not in one.sentence)


def test_each_month_came_in_as_the_rows_say(raw: Raw, sample: Portfolio) -> None:
    for row in sample.months.to_dict("records"):
        month = row["month"]
        if month.start_time.date() > TODAY:
            assert row["actual"] != row["actual"]  # missing
            continue
        came = raw.sold(row["client_id"], month.start_time.date(), min(month.end_time.date(), TODAY))
        assert row["actual"] == pytest.approx(float(came))
        assert row["over"] == (month.end_time.date() < TODAY)
