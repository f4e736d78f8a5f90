from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from clientplan.analysis.book import Book
from clientplan.analysis.portfolio import Portfolio
from clientplan.analysis.standing import standing_of, standings
from clientplan.plan.plan import Plan
from clientplan.plan.words import Phase

Books, Plans = Callable[..., Book], Callable[..., Plan]
Weekly = Callable[..., Iterator[tuple[Any, ...]]]
TODAY = date(2026, 9, 15)


def results(month: int, currency: str = "EUR") -> str:
    months = "".join(f"    - {{month: 2026-{at:02d}, plan: {month}}}\n" for at in range(1, 13))
    return f"results:\n  currency: {currency}\n  months:\n{months}"


def test_the_word_of_the_manager_stands_and_the_orders_ask(book: Books, plan: Plans, weekly: Weekly) -> None:
    [one] = standings(book(plan(more="phase: erosion"), orders=weekly("1", 100)))
    assert (one.said, one.found, one.phase) == (Phase.EROSION, Phase.MAINTENANCE, Phase.EROSION)
    assert one.contradiction == f"You say erosion, the orders say maintenance: {one.because}"


def test_where_nobody_says_a_phase_the_orders_do(book: Books, plan: Plans, weekly: Weekly) -> None:
    [one] = standings(book(plan(), orders=weekly("1", 100)))
    assert (one.said, one.phase, one.contradiction) == (None, Phase.MAINTENANCE, None)
    [agreed] = standings(book(plan(more="phase: maintenance"), orders=weekly("1", 100)))
    assert agreed.contradiction is None


def test_an_order_is_known_from_the_day_after_on(book: Books, weekly: Weekly) -> None:
    old = [*weekly("1", 100, last=date(2026, 6, 1))]
    [silent] = standings(book(orders=old))
    [back] = standings(book(orders=[*old, ("1", TODAY - timedelta(days=1), 5000, "EUR")]))
    [today] = standings(book(orders=[*old, ("1", TODAY, 5000, "EUR")]))
    assert (silent.found, back.found, today.found) == (Phase.EROSION, Phase.MAINTENANCE, Phase.EROSION)


def test_a_plan_far_above_the_pace_is_one_to_build(book: Books, plan: Plans, weekly: Weekly) -> None:
    """A hundred a week is some 435 a month."""
    [one] = standings(book(plan(more=results(900)), orders=weekly("1", 100)))
    assert one.found is Phase.BUILD
    assert one.because.startswith("The plan is 2.1 times its usual pace.")
    [other] = standings(book(plan(more=results(435)), orders=weekly("1", 100)))
    assert other.found is Phase.MAINTENANCE
    assert "100 % of plan" in other.because


def test_currencies_make_no_difference(book: Books, plan: Plans, weekly: Weekly) -> None:
    """Orders in pounds and a plan in pounds say the same as both in euros."""
    both = book(
        plan("1", "Harrow", results(900)),
        plan("2", "Finch", results(9, "GBP")),
        orders=[*weekly("1", 100), *weekly("2", 1, "GBP")],
    )
    harrow, finch = sorted(standings(both), key=lambda one: one.client)
    assert harrow.because == finch.because
    assert harrow.reason == finch.reason


def test_the_likeliest_first_and_of_equals_those_that_erode(sample: Portfolio) -> None:
    found = sample.standings
    keys = [(-(one.risk or 0.0), one.found is not Phase.EROSION, one.name) for one in found]
    assert keys == sorted(keys)
    assert found[0].found is Phase.EROSION


def test_a_client_without_an_order_stands_nowhere(book: Books, plan: Plans, weekly: Weekly) -> None:
    found = book(plan(), plan("2", "Finch"), orders=weekly("1", 100))
    assert [one.client for one in standings(found)] == ["1"]
    assert standing_of(found, plan("2", "Finch")) is None
    assert standing_of(found, plan("9", "Nobody")) is None
    assert standings(book(plan())) == []


def test_one_alone_stands_where_it_stands_among_all(sample: Portfolio) -> None:
    by_client = {one.client: one for one in sample.standings}
    for client, plan in sample.book.plans.items():
        one = by_client[client]
        assert standing_of(sample.book, plan) == (one.found, one.because)


def test_what_nobody_can_tell_is_none(book: Books, weekly: Weekly) -> None:
    [one] = standings(book(orders=weekly("1", 100, weeks=10)))
    assert (one.found, one.risk, one.base_rate) == (Phase.BUILD, None, None)
    assert one.because.startswith("First order")
