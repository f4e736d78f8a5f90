"""What a portfolio must not get wrong: each was wrong once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pandas as pd
import pytest

from clientplan.analysis import plots
from clientplan.analysis.book import Book
from clientplan.analysis.portfolio import Portfolio
from clientplan.analysis.standing import standings
from clientplan.collect.tables import shaped
from clientplan.forms.desk import Desk
from clientplan.forms.week import WeekPanel
from clientplan.insight.hours.from_log import monthly_hours
from clientplan.insight.plots import risks
from clientplan.insight.plots.risks import listed
from clientplan.plan.plan import Plan

Books, Plans = Callable[..., Book], Callable[..., Plan]
Weekly = Callable[..., Iterator[tuple[Any, ...]]]
TODAY = date(2026, 9, 15)
STEEP = "effort: {hours: 5, none: 0, half: 0.4, half_more: 1.8, saturation: 3}"
FLAT = "effort: {hours: 20, none: 0.9, half: 0.97, half_more: 1.01, saturation: 1.02}"


def results(*plans: float, currency: str = "EUR", first: int = 1) -> str:
    rows = "".join(f"    - {{month: 2026-{at:02d}, plan: {plan}}}\n" for at, plan in enumerate(plans, first))
    return f"results:\n  currency: {currency}\n  months:\n{rows}"


def test_the_list_of_risks_can_be_drawn() -> None:
    """listed() names its index "name", and risks() adds a column of that name: ValueError, ambiguous."""
    assert risks(listed([("Harrow", 0.4, 0.1, "Why.")])).sentence.startswith("1 of 1 client")


def test_risks_of_a_portfolio_that_can_tell_them_apart(sample: Portfolio) -> None:
    plots.risks(sample)


@pytest.mark.parametrize("kind", ["Visit", "Besuch", "E-Mail", "Telefonat"])
def test_a_kind_is_the_same_in_capitals(kind: str) -> None:
    def hours(kind: str) -> dict[str, float]:
        frame = pd.DataFrame([("A", pd.Timestamp(TODAY), None, kind)], columns=["client_id", "date", "minutes", "kind"])
        return monthly_hours(shaped("activities", frame), TODAY)

    assert hours(kind) == hours(kind.casefold())


def test_days_are_counted_up_to_today(book: Books, weekly: Weekly) -> None:
    [one] = standings(book(orders=weekly("1", 100, last=TODAY - timedelta(days=6))))
    assert "6 days since the last order" in one.because  # as the overview counts them


def test_a_client_whose_weekly_order_is_due_today_does_not_erode(book: Books, weekly: Weekly) -> None:
    [one] = standings(book(orders=weekly("1", 100, last=TODAY - timedelta(days=7))))
    assert str(one.found) == "maintenance"


def test_the_months_of_a_plan_are_its_own(book: Books, plan: Plans) -> None:
    months = [100, 100, 100, 100, 100, 100, 100, 100, 1000, 1000, 1000, 1000]
    orders = [("1", date(2026, month, 5), 110, "EUR") for month in range(1, 9)]
    [one] = Portfolio(book(plan(more=results(*months)), orders=orders)).to_date
    assert one.attained == pytest.approx(1.1)  # as the page of the plan says


def test_a_plan_of_three_months_is_not_spread_over_twelve(book: Books, plan: Plans) -> None:
    orders = [("1", date(2026, month, 5), 100, "EUR") for month in range(1, 9)]
    [one] = Portfolio(book(plan(more=results(100, 100, 100, first=6)), orders=orders)).to_date
    assert one.attained == pytest.approx(1.0)


@pytest.mark.parametrize("currency", [None, "USD"])
def test_a_plan_in_a_currency_without_orders_says_nothing_of_the_pace(
    book: Books, plan: Plans, weekly: Weekly, currency: str | None
) -> None:
    [one] = standings(book(plan(more=results(*[435] * 12)), orders=weekly("1", 100, currency)))
    assert "times its usual pace" not in one.because


def test_orders_that_name_no_currency_count_towards_the_plan(book: Books, plan: Plans, weekly: Weekly) -> None:
    found = Portfolio(book(plan(more=results(*[435] * 12)), orders=weekly("1", 100, None))).to_date
    assert [one.attained for one in found if one.currency == "EUR"] != [0.0]


CANT = [
    ([STEEP.replace("none: 0", "none: 0.9"), FLAT], "contradicting judgments"),
    (["effort: {hours: 0.5}"] * 2, "below the floors"),
]


@pytest.mark.parametrize("efforts", [efforts for efforts, _ in CANT], ids=[name for _, name in CANT])
def test_a_week_can_be_proposed_where_no_hours_can(
    workspace_with: Any, plan: Plans, weekly: Weekly, efforts: list[str]
) -> None:
    rows = [
        f"{i},{name},{day},{amount},EUR"
        for i, name in (("1", "Harrow"), ("2", "Finch"))
        for _, day, amount, _ in weekly(i, 100)
    ]
    sales = "\n".join(["Client ID,Client,Date,Amount,Currency", *rows])
    plans = [plan("1", "Harrow", efforts[0]), plan("2", "Finch", efforts[1])]
    panel = WeekPanel(Desk(workspace_with(plans=plans, sales=sales)))
    assert panel.status.words == ""
    assert panel.words().startswith("Week of")


@pytest.mark.parametrize("efforts", [efforts for efforts, _ in CANT], ids=[name for _, name in CANT])
def test_clients_are_listed_where_no_hours_can_be_advised(
    book: Books, plan: Plans, weekly: Weekly, efforts: list[str]
) -> None:
    """clientplan portfolio: nobody asked for hours, and nothing is shown at all."""
    from clientplan.cli.outputs import clients

    plans = [plan("1", "Harrow", efforts[0]), plan("2", "Finch", efforts[1])]
    found = Portfolio(book(*plans, orders=[*weekly("1", 100), *weekly("2", 100)]))
    assert "Harrow" in "\n".join(clients.lines(found))


def test_who_contradicts_themselves_is_named(book: Books, plan: Plans, weekly: Weekly) -> None:
    plans = [plan("1", "Harrow", CANT[0][0][0]), plan("2", "Finch", FLAT)]
    found = Portfolio(book(*plans, orders=[*weekly("1", 100), *weekly("2", 100)]))
    with pytest.raises(Exception, match="Harrow"):
        _ = found.hours


def test_hours_now_of_the_sample(raw: Any, sample: Portfolio) -> None:
    from clientplan.insight.activity.durations import usual
    from clientplan.insight.activity.spelling import fold

    assert sample.hours is not None
    now = dict(zip(sample.hours.clients, map(float, sample.hours.advice.now), strict=True))
    first = (TODAY - timedelta(days=90)).isoformat()
    for client, hours in now.items():
        rows = [
            row for row in raw.activities if row["client_id"] == client and first <= row["date"] <= TODAY.isoformat()
        ]
        minutes = sum(float(row["minutes"]) if row["minutes"] else usual(fold(row["kind"])) for row in rows)
        assert hours == round(2 * minutes / 60 / 3) / 2, client


def test_engines_agree_on_a_day_whose_credit_note_outweighs_its_order(workspace_with: Any, weekly: Weekly) -> None:
    from clientplan.analysis.reading import read, read_with

    rows = [f"1,Harrow,{day},{amount},EUR" for _, day, amount, _ in weekly("1", 100, last=date(2026, 9, 7))]
    rows += ["1,Harrow,2026-09-14,100,EUR", "1,Harrow,2026-09-14,-150,EUR"]
    workspace = workspace_with(sales="\n".join(["Client ID,Client,Date,Amount,Currency", *rows]))
    one, two = read(workspace), read_with(workspace, "pandas")
    assert one is not None
    assert [found.because for found in standings(one)] == [found.because for found in standings(two)]


def test_a_week_with_a_client_that_has_no_plan_is_not_empty(book: Books) -> None:
    from clientplan.analysis.week import seen

    log = [{"client_id": "1", "date": date(2026, 9, 14), "minutes": 60, "kind": "call", "subject": "Price"}]
    _, rows = seen(Portfolio(book(log=log)))
    assert len(rows) == 1  # the panel says: Nothing was logged


def test_a_week_holds_no_contacts_with_the_clients_of_others(book: Books, plan: Plans) -> None:
    from clientplan.analysis.week import ahead

    found = ahead(Portfolio(book(plan(more="manager: Tom\nphase: maintenance"), manager="Ruth")))
    assert found.blocks == ()


def test_the_log_of_a_plan_is_found_as_its_orders_are(workspace_with: Any, plan: Plans) -> None:
    """By the only client of its name: CP204 sees the orders, CP601 and CP602 see no log."""
    from clientplan.briefing import Briefing

    one = plan()
    one = one.replace(client=one.client.replace(id=None), phase="maintenance")
    sales = "Client ID,Client,Date,Amount,Currency\n1,Harrow,2024-01-05,100,EUR\n"
    log = "Client ID,Client,Date,Subject,Minutes\n1,Harrow,2026-09-01,Call,60\n"
    figures = Briefing(workspace_with(sales=sales, log=log)).figures("x", one)
    assert figures.phase is not None
    assert figures.log is not None
