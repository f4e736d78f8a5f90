from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clientplan.collect.tables import shaped
from clientplan.errors import ClientPlanError
from clientplan.insight.attainment import attainment

Made = Callable[..., pd.DataFrame]
AS_OF = date(2026, 9, 15)


def plan(*rows: tuple[object, ...], columns: tuple[str, ...] = ("client_id", "amount", "currency")) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=list(columns))


YEAR = [100, 100, 100, 100, 100, 90, 80, 95]  # January to August


def sold(revenue: Made, amounts: list[int] = YEAR, client: str = "1", currency: str = "EUR") -> pd.DataFrame:
    return revenue(*((client, f"2026-{at:02d}-03", float(one), currency) for at, one in enumerate(amounts, 1)))


def test_one_client_by_hand(revenue: Made) -> None:
    rows = pd.concat([sold(revenue), revenue(("1", "2026-09-15", 30.0, "EUR"), ("1", "2026-09-16", 999.0, "EUR"))])
    found = attainment(plan(("1", 1200, "EUR")), rows, as_of=AS_OF)
    months = found.months
    assert [str(month) for month in months["month"]] == [f"2026-{at:02d}" for at in range(1, 13)]
    assert months["plan"].tolist() == [100.0] * 12
    assert months["actual"].tolist()[:9] == [100, 100, 100, 100, 100, 90, 80, 95, 30]
    assert months["actual"].isna().tolist() == [False] * 9 + [True] * 3
    assert months["passed"].tolist() == [1.0] * 8 + [0.5, 0, 0, 0]
    assert months["over"].tolist() == [True] * 8 + [False] * 4
    assert months["attained"].tolist()[5:8] == [0.9, 0.8, 0.95]
    assert months["actual_to_date"].tolist()[:8] == [100, 200, 300, 400, 500, 590, 670, 765]
    assert months["attained_to_date"].iloc[7] == 765 / 800
    assert months.loc[8:, ["attained", "plan_to_date", "actual_to_date", "attained_to_date"]].isna().all().all()
    line = found.to_date.iloc[0]
    assert (str(line["until"]), line["planned"], line["actual"], line["year"]) == ("2026-08", 800, 765, 1200)
    assert (str(line["behind_since"]), str(line["under_way"])) == ("2026-06", "2026-09")
    assert line["sentence"] == (
        "To date 95 % of plan: 765 of 800 EUR by the end of August, behind since June. "
        "September isn't over (50 % of it has passed): 30 of 100 EUR so far."
    )
    assert line["phasing"] == "Phased evenly: no client has a full year before the plan."


def test_caught_up_and_behind_again_counts_from_the_second_time(revenue: Made) -> None:
    found = attainment(plan(("1", 1200, "EUR")), sold(revenue, [90, 120, 100, 80, 100]), as_of=date(2026, 6, 1))
    assert str(found.to_date["behind_since"].iloc[0]) == "2026-04"
    ahead = attainment(plan(("1", 1200, "EUR")), sold(revenue, [90, 120]), as_of=date(2026, 3, 1))
    assert pd.isna(ahead.to_date["behind_since"].iloc[0])
    assert ahead.to_date["sentence"].iloc[0].startswith("To date 105 % of plan: 210 of 200 EUR by the end of February.")


def test_a_month_is_over_on_the_day_after_it(revenue: Made) -> None:
    last = attainment(plan(("1", 1200, "EUR")), sold(revenue), as_of=date(2026, 8, 31)).to_date.iloc[0]
    assert (str(last["until"]), str(last["under_way"]), last["passed"]) == ("2026-07", "2026-08", 1.0)
    next_ = attainment(plan(("1", 1200, "EUR")), sold(revenue), as_of=date(2026, 9, 1)).to_date.iloc[0]
    assert (str(next_["until"]), str(next_["under_way"])) == ("2026-08", "2026-09")


def test_in_the_first_month_nothing_is_over_yet(revenue: Made) -> None:
    line = attainment(plan(("1", 1200, "EUR")), sold(revenue, [40]), as_of=date(2026, 1, 4)).to_date.iloc[0]
    assert line["sentence"] == (
        "No month of the plan is over. January isn't over (12 % of it has passed): 40 of 100 EUR so far."
    )
    assert pd.isna(line["attained"])


def test_currencies_are_never_added_up(revenue: Made) -> None:
    rows = pd.concat([sold(revenue), sold(revenue, [7] * 8, currency="GBP"), sold(revenue, [5] * 8, "2")])
    found = attainment(plan(("1", 1200, "EUR"), ("2", 60, "USD")), rows, as_of=AS_OF).to_date
    assert found[["client_id", "currency", "actual"]].to_numpy().tolist() == [
        ["1", "EUR", 765.0],
        ["1", "GBP", 56.0],
        ["2", "EUR", 40.0],
        ["2", "USD", 0.0],
    ]
    assert found["sentence"].iloc[1] == "No plan in GBP: 56 GBP came in this year, up to 15 September."


def test_revenue_without_a_currency_is_told_and_not_taken_for_the_plan_s(revenue: Made) -> None:
    rows = revenue(("1", "2026-03-01", 8.0, None))
    found = attainment(plan(("1", 1200, "EUR")), rows, as_of=AS_OF).to_date
    assert found["sentence"].tolist() == [
        "No plan: 8 without a currency came in this year, up to 15 September.",
        (
            "To date 0 % of plan: 0 of 800 EUR by the end of August, behind since January. "
            "September isn't over (50 % of it has passed): 0 of 100 EUR so far."
        ),
    ]


def test_credit_notes_lower_a_result_even_below_nothing(revenue: Made) -> None:
    rows = revenue(("1", "2026-03-01", 100.0, "EUR"), ("1", "2026-04-01", -300.0, "EUR"))
    line = attainment(plan(("1", 1200, "EUR")), rows, as_of=date(2026, 5, 1)).to_date.iloc[0]
    assert line["actual"] == -200
    assert line["sentence"].startswith(
        "To date more was credited than invoiced: -200 of 400 EUR by the end of April, behind since January."
    )


def test_a_fiscal_year_begins_where_the_workspace_says(revenue: Made) -> None:
    found = attainment(plan(("1", 1200, "EUR")), sold(revenue), as_of=AS_OF, year_starts=4)
    assert [str(found.months["month"].iloc[at]) for at in (0, -1)] == ["2026-04", "2027-03"]
    assert found.to_date["actual"].iloc[0] == 100 + 100 + 90 + 80 + 95
    before = attainment(plan(("1", 1200, "EUR")), sold(revenue), as_of=date(2026, 3, 31), year_starts=4)
    assert str(before.months["month"].iloc[0]) == "2025-04"
    assert before.to_date["sentence"].iloc[0].startswith("To date 18 % of plan: 200 of 1,100 EUR by")


def test_a_plan_has_days_of_its_own_where_it_says_so(revenue: Made) -> None:
    columns = ("client_id", "amount", "currency", "first", "last")
    given_ = plan(
        ("1", 1000, "EUR", date(2026, 3, 17), date(2026, 5, 31)), ("2", 120, "EUR", None, None), columns=columns
    )
    rows = revenue(("1", "2026-03-16", 5.0, "EUR"), ("1", "2026-03-17", 7.0, "EUR"), ("1", "2026-06-01", 9.0, "EUR"))
    found = attainment(given_, rows, as_of=date(2026, 6, 20))
    months = found.months[found.months["client_id"] == "1"]
    assert months["plan"].sum() == 1000
    march = 15 / 31 / (15 / 31 + 2)  # the part of its days that lies in the plan
    assert months["plan"].iloc[0] == pytest.approx(1000 * march, abs=1)
    assert months["actual"].tolist() == [7.0, 0.0, 0.0]
    assert found.to_date["sentence"].iloc[0] == (
        "To date 0 % of plan: 7 of 1,000 EUR by the end of May, behind since March."
    )
    assert (found.months["client_id"] == "2").sum() == 12


def test_a_plan_that_has_not_begun_is_not_measured(revenue: Made) -> None:
    columns = ("client_id", "amount", "currency", "first", "last")
    given_ = plan(("1", 1200, "EUR", date(2027, 1, 1), date(2027, 12, 31)), columns=columns)
    found = attainment(given_, revenue(), as_of=AS_OF).to_date
    assert found["sentence"].tolist() == ["The plan begins in January 2027: there is nothing to measure yet."]


def test_nothing_planned_is_no_quotient(revenue: Made) -> None:
    line = attainment(plan(("1", 0, "EUR")), sold(revenue), as_of=AS_OF).to_date.iloc[0]
    assert line["sentence"].startswith("Nothing was planned by the end of August; 765 EUR came in.")
    assert pd.isna(line["attained"])


def test_per_cent_and_amounts_never_round_a_shortfall_away(revenue: Made) -> None:
    rows = revenue(("1", "2026-01-03", 99.6, "EUR"))
    line = attainment(plan(("1", 1200, "EUR")), rows, as_of=date(2026, 2, 1)).to_date.iloc[0]
    assert line["sentence"].startswith("To date 99 % of plan: 99.60 of 100.00 EUR by the end of January, behind since")


def test_everything_that_is_wrong_is_told_at_once(revenue: Made) -> None:
    columns = ("client_id", "amount", "currency", "first", "last")
    day = date(2026, 5, 1)
    wrong = plan(
        ("1", -5, "EUR", None, None),
        ("2", 5, "EUR", None, None),
        ("2", 6, "EUR", None, None),
        ("3", 1e14, "EUR", None, None),
        ("4", 1, "EUR", day, date(2026, 4, 1)),
        columns=columns,
    )
    with pytest.raises(ClientPlanError) as refused:
        attainment(wrong, revenue(), as_of=AS_OF)
    assert str(refused.value).splitlines() == [
        "1: the plan is -5.00 EUR. Give an amount of 0 or more",
        "3: 100,000,000,000,000 EUR is more than can be a plan. Look at its unit",
        "2: two plans in EUR. Keep one of them",
        "4: the plan in EUR ends before it begins. Change its first or its last day",
    ]
    with pytest.raises(ClientPlanError, match="no column currency"):
        attainment(pd.DataFrame({"client_id": ["1"], "amount": [1]}), revenue(), as_of=AS_OF)


@pytest.mark.parametrize("rows", [(), (("1", None, "EUR"),)], ids=["no rows", "no amount"])
def test_without_a_plan_only_revenue_is_told(revenue: Made, rows: tuple[tuple[object, ...], ...]) -> None:
    found = attainment(plan(*rows), sold(revenue), as_of=AS_OF)
    assert found.months.empty
    assert found.to_date["sentence"].tolist() == ["No plan in EUR: 765 EUR came in this year, up to 15 September."]
    assert found.to_date["phasing"].tolist() == [""]
    assert attainment(plan(), revenue(), as_of=AS_OF).to_date.empty


def test_where_all_clients_alike_told_the_last_year_best_it_is_said(revenue: Made) -> None:
    months = pd.period_range("2024-01", "2025-12", freq="M")
    rows = [(str(one), f"{month}-04", 10.0, "EUR") for one in range(6) for month in months]
    found = attainment(plan(("1", 1300, "EUR"), ("x", 60, "EUR")), revenue(*rows), as_of=AS_OF).to_date
    assert found["phasing"].tolist() == [
        "Phased by all clients: among them, 2 full years of its own would have told the last year no better.",
        "Phased by all clients' 2 full years: it has none of its own.",
    ]


def test_a_client_s_season_is_in_its_months(revenue: Made) -> None:
    rows = [
        (f"{year}-{month:02d}-04", 30.0 if month == 12 else 10.0)
        for year in (2023, 2024, 2025)
        for month in range(1, 13)
    ]
    found = attainment(plan(("1", 1300, "EUR")), revenue(*(("1", *row, "EUR") for row in rows)), as_of=AS_OF)
    assert found.months["plan"].iloc[11] > 1.3 * found.months["plan"].iloc[0]
    assert found.months["plan"].sum() == 1300
    assert found.to_date["phasing"].iloc[0] == "Phased by 3 full years of its own (42 %) and by all clients."


def test_the_order_of_the_rows_changes_nothing(revenue: Made) -> None:
    rows = pd.concat([sold(revenue), sold(revenue, [5] * 8, "2")])
    plans = plan(("1", 1200, "EUR"), ("2", 70, "EUR"))
    one, other = attainment(plans, rows, as_of=AS_OF), attainment(plans[::-1], rows[::-1], as_of=AS_OF)
    pd.testing.assert_frame_equal(one.months, other.months)
    pd.testing.assert_frame_equal(one.to_date, other.to_date)


CENTS = st.integers(-(10**7), 10**7).map(lambda cents: cents / 100)
DAYS = st.dates(date(2022, 1, 1), date(2026, 12, 31))


@settings(max_examples=60)  # each makes tables of its own
@given(
    st.lists(st.tuples(st.sampled_from("123"), DAYS, CENTS, st.sampled_from(["EUR", "GBP"])), max_size=40),
    st.integers(0, 10**11).map(lambda cents: cents / 100),
    DAYS,
    st.integers(1, 12),
)
def test_months_and_sums_are_those_of_the_raw_rows(
    rows: list[tuple[str, date, float, str]], amount: float, as_of: date, starts: int
) -> None:
    frame = pd.DataFrame(rows, columns=["client_id", "date", "amount", "currency"])
    table = shaped("revenue", frame.assign(date=pd.to_datetime(frame["date"])))
    found = attainment(plan(("1", amount, "EUR")), table, as_of=as_of, year_starts=starts)
    assert len(found.months) == 12
    assert sum(Decimal(repr(float(month))) for month in found.months["plan"]) == Decimal(repr(amount))
    line = found.to_date.set_index(["client_id", "currency"]).loc[("1", "EUR")]
    first = found.months["month"].iloc[0].start_time.date()
    upto = date.min if pd.isna(line["until"]) else line["until"].end_time.date()
    own = [one for one in rows if one[0] == "1" and one[3] == "EUR" and first <= one[1] <= as_of]
    over = sum(Decimal(repr(one[2])) for one in own if one[1] <= upto)
    if not pd.isna(line["until"]):
        assert Decimal(repr(float(line["actual"]))) == over
        assert first <= upto < as_of
    if line["planned"] > 0 and line["actual"] >= 0:
        told = re.match(r"To date (\d+) % of plan: ([\d,.]+) of ([\d,.]+) EUR", line["sentence"])
        assert told is not None
        assert int(told[1]) <= 100 * line["actual"] / line["planned"] + 1e-6
        assert float(told[2].replace(",", "")) == pytest.approx(line["actual"], abs=0.51)
        assert ("behind since" in line["sentence"]) == (round(line["actual"], 2) < round(line["planned"], 2))


def test_many_clients_are_measured_at_once() -> None:
    clients = [f"{one:05d}" for one in range(3000)]
    dates = pd.date_range("2023-01-05", "2026-09-05", freq="MS") + pd.Timedelta(days=4)
    table = pd.DataFrame(
        {
            "client_id": np.repeat(clients, len(dates)),
            "date": np.tile(dates, len(clients)),
            "amount": 10.0,
            "currency": "EUR",
        }
    )
    plans = pd.DataFrame({"client_id": clients, "amount": 120.0, "currency": "EUR"})
    found = attainment(plans, shaped("revenue", table), as_of=AS_OF)
    assert (found.to_date["attained"] == 1).all()
    assert (found.months.groupby("client_id")["plan"].sum() == 120).all()
