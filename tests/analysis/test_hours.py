from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from clientplan.analysis.book import Book
from clientplan.analysis.hours import Hours, hours
from clientplan.analysis.portfolio import Portfolio
from clientplan.analysis.standing import standings
from clientplan.errors import HoursRefused, JudgmentsContradict
from clientplan.insight.hours import fit
from clientplan.plan.plan import Plan

Books, Plans = Callable[..., Book], Callable[..., Plan]
Weekly = Callable[..., Iterator[tuple[Any, ...]]]
TODAY = date(2026, 9, 15)
STEEP = "effort: {hours: 5, none: 0, half: 0.4, half_more: 1.8, saturation: 3}"
FLAT = "effort: {hours: 20, none: 0.9, half: 0.97, half_more: 1.01, saturation: 1.02}"


def advised(book: Book, budget: float | None = None) -> Hours | None:
    return hours(book, standings(book), budget)


@pytest.fixture
def two(book: Books, plan: Plans, weekly: Weekly) -> Book:
    return book(plan("1", "Harrow", STEEP), plan("2", "Finch", FLAT), orders=[*weekly("1", 500), *weekly("2", 100)])


def test_hours_go_where_they_bring_more(two: Book) -> None:
    found = advised(two)
    assert found is not None
    assert dict(zip(found.clients, found.advice.now, strict=True)) == {"1": 5, "2": 20}
    then = dict(zip(found.clients, found.advice.advised, strict=True))
    assert then["1"] > 5
    assert sum(then.values()) == pytest.approx(25)
    assert any(one.endswith("from Finch to Harrow.") or "from Finch to Harrow:" in one for one in found.sentences)
    assert found.currency == "EUR"
    assert not found.assumed
    assert not any("judged" in one and "Nobody" in one for one in found.sentences)


def test_the_budget_is_that_of_the_question(two: Book) -> None:
    found = advised(two, 30)
    assert found is not None
    assert found.advice.budget == 30
    with pytest.raises(HoursRefused, match="there are 1"):
        advised(two, 1)


def test_hours_of_the_plan_and_else_those_that_were_logged(book: Books, plan: Plans, weekly: Weekly) -> None:
    """To the half hour: 91 days with 200 minutes are 1.1 hours a month."""
    log = [{"client_id": client, "date": TODAY - timedelta(days=1), "minutes": 200, "kind": "call"} for client in "12"]
    found = advised(book(plan("1", more="effort: {hours: 7}"), orders=[*weekly("1", 9), *weekly("2", 9)], log=log), 12)
    assert found is not None
    assert dict(zip(found.clients, found.advice.now, strict=True)) == {"1": 7, "2": 1}
    assert found.untimed == ()


def test_who_has_no_hours_is_told_and_left_out(book: Books, plan: Plans, weekly: Weekly) -> None:
    plans = [plan(client, name, "effort: {hours: 7}") for client, name in (("1", "Harrow"), ("2", "Finch"))]
    clients = [("1", "Harrow"), ("2", "Finch"), ("3", "Mohrlin")]
    found = advised(book(*plans, clients=clients, orders=[row for client in "123" for row in weekly(client, 50)]))
    assert found is not None
    assert sorted(found.clients) == ["1", "2"]
    assert found.untimed == ("Mohrlin",)


def test_clients_in_another_currency_are_weighed_by_its_rate_or_told(book: Books, plan: Plans, weekly: Weekly) -> None:
    plans = [plan(client, name, "effort: {hours: 7}") for client, name in (("1", "Harrow"), ("2", "Finch"))]
    third = plan("3", "Mohrlin", "effort: {hours: 7}")
    clients = [("1", "Harrow"), ("2", "Finch"), ("3", "Mohrlin")]
    orders = [*weekly("1", 50), *weekly("2", 50), *weekly("3", 50, "GBP")]
    without = advised(book(*plans, third, clients=clients, orders=orders, currency="EUR"))
    with_rate = advised(book(*plans, third, clients=clients, orders=orders, currency="EUR", exchange={"GBP": 1.17}))
    assert without is not None
    assert with_rate is not None
    assert (len(without.clients), without.without_rate) == (2, ("GBP",))
    assert (len(with_rate.clients), with_rate.without_rate) == (3, ())
    assert with_rate.advice.worth_now == pytest.approx(52 * 50 * (1 + 1 + 1.17))


def test_where_nobody_judged_the_phase_speaks_and_that_is_said(book: Books, plan: Plans, weekly: Weekly) -> None:
    orders = [*weekly("1", 500), *weekly("2", 100)]
    build = "effort: {hours: 7}\nphase: build"  # whose usual judgments no curve goes through
    bare = [plan("1", "Harrow", build), plan("2", "Finch", build)]
    found = advised(book(*bare, orders=orders))
    assert found is not None
    assert sorted(found.assumed) == ["Finch", "Harrow"]
    assert found.sentences[-1].startswith("Nobody has judged any of them yet")
    assert found.misfits == ()  # a curve of ours can't miss what nobody said
    one = advised(book(bare[0], plan("2", "Finch", FLAT), orders=orders))
    assert one is not None
    assert one.sentences[-1].startswith("Nobody has judged Harrow yet")


def test_a_curve_that_misses_what_was_judged_is_told(book: Books, plan: Plans, weekly: Weekly) -> None:
    bent = STEEP.replace("half: 0.4", "half: 0.9")
    found = advised(
        book(plan("1", "Harrow", bent), plan("2", "Finch", FLAT), orders=[*weekly("1", 500), *weekly("2", 100)])
    )
    assert found is not None
    assert any(one.startswith("Harrow, with half the hours: you said 0.90") for one in found.misfits)


def test_judgments_that_contradict_each_other_are_refused(book: Books, plan: Plans, weekly: Weekly) -> None:
    bad = STEEP.replace("none: 0", "none: 0.9")
    with pytest.raises(JudgmentsContradict, match=r"no hours \(0.9\) is judged above half the hours \(0.4\)"):
        advised(book(plan("1", "Harrow", bad), plan("2", "Finch", FLAT), orders=[*weekly("1", 9), *weekly("2", 9)]))


def test_between_fewer_than_two_nothing_can_move(book: Books, plan: Plans, weekly: Weekly) -> None:
    assert advised(book()) is None
    assert advised(book(plan("1", "Harrow", STEEP), orders=weekly("1", 9))) is None
    credited = [("2", TODAY, -100, "EUR")]
    assert (
        advised(book(plan("1", "Harrow", STEEP), plan("2", "Finch", FLAT), orders=[*weekly("1", 9), *credited])) is None
    )


def test_a_close_call_is_one_whose_hours_might_as_well_stay(sample: Portfolio) -> None:
    found = sample.hours
    assert found is not None
    advice, ranges = found.advice, found.ranges
    rows = list(zip(advice.clients, advice.now, advice.advised, ranges.low, ranges.high, strict=True))
    close = {name for name, now, then, low, high in rows if now != then and low <= now <= high}
    told = [one for one in found.sentences if one.startswith("A close call for")]
    assert bool(told) == bool(close)
    assert all(name in told[0] for name in close)
    assert not any(name in told[0] for name, *_ in rows if name not in close)


def test_an_hour_more_is_worth_what_the_curve_says(two: Book) -> None:
    found = advised(two)
    assert found is not None
    curve, worth = fit(0, 0.4, 1.8, 3), 500 * 52
    at = found.clients.index("1")
    assert found.one_more[at] == pytest.approx(worth * (curve(6 / 5) - curve(1.0)))
