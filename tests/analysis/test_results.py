from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from clientplan.analysis.book import Book
from clientplan.analysis.results import results
from clientplan.plan.plan import Plan

Books, Plans = Callable[..., Book], Callable[..., Plan]
Weekly = Callable[..., Iterator[tuple[Any, ...]]]


def planned(*months: float, currency: str = "EUR", first: int = 1) -> str:
    rows = "".join(f"    - {{month: 2026-{at:02d}, plan: {plan}}}\n" for at, plan in enumerate(months, first))
    return f"results:\n  currency: {currency}\n  months:\n{rows}"


def test_nothing_is_planned_by_nobody(book: Books, plan: Plans, weekly: Weekly) -> None:
    for nobody in (book(), book(plan(), orders=weekly("1", 100))):
        told, months = results(nobody)
        assert told == []
        assert months.empty


def test_only_clients_that_have_a_plan_of_results(book: Books, plan: Plans, weekly: Weekly) -> None:
    orders = [*weekly("1", 100), *weekly("2", 100)]
    told, months = results(book(plan(more=planned(*[400] * 12)), plan("2", "Finch"), orders=orders))
    assert [(one.client, one.currency) for one in told] == [("1", "EUR")]
    assert set(months["client_id"]) == {"1"}
    assert len(months) == 12


def test_a_plan_that_only_begins_has_attained_nothing_yet(book: Books, plan: Plans) -> None:
    begun = plan(more="period: {first: 2026-09-01, last: 2026-12-31}\n" + planned(1, 2, 3, 4, first=9))
    [one], _ = results(book(begun, orders=[("1", date(2026, 9, 2), 0.5, "EUR")]))
    assert one.attained is None
    assert "No month of the plan is over." in one.sentence


def test_currencies_are_never_added_up(book: Books, plan: Plans) -> None:
    orders = [("1", date(2026, 2, 1), 1000, "GBP"), ("1", date(2026, 2, 1), 10, "EUR")]
    told, _ = results(book(plan(more=planned(*[10] * 12)), orders=orders))
    by_currency = {one.currency: one for one in told}
    assert by_currency["EUR"].attained == 10 / 80
    assert by_currency["GBP"].attained is None
    assert by_currency["GBP"].sentence.startswith("No plan in GBP: 1,000 GBP came in this year")
