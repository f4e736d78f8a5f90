from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from clientplan.analysis import plots
from clientplan.analysis.book import Book
from clientplan.analysis.portfolio import Portfolio
from clientplan.errors import HoursRefused
from clientplan.plan.plan import Plan

Books, Plans = Callable[..., Book], Callable[..., Plan]
Weekly = Callable[..., Iterator[tuple[Any, ...]]]


def test_each_part_is_worked_out_once_and_only_when_asked(sample: Portfolio, monkeypatch: pytest.MonkeyPatch) -> None:
    from clientplan.analysis import portfolio

    asked: list[str] = []
    for name in ("standings", "hours", "spent", "results"):
        original = getattr(portfolio, name)
        monkeypatch.setattr(
            portfolio, name, lambda *given, name=name, original=original: asked.append(name) or original(*given)
        )
    found = Portfolio(sample.book)
    assert asked == []
    assert found.to_date
    assert not found.months.empty
    assert asked == ["results"]
    assert found.hours is found.hours
    assert found.spent is found.spent
    assert asked == ["results", "standings", "hours", "spent"]


def test_the_hours_are_those_of_the_budget(sample: Portfolio) -> None:
    assert sample.hours is not None
    other = Portfolio(sample.book, 200).hours
    assert other is not None
    assert (sample.hours.advice.budget, other.advice.budget) == (pytest.approx(sum(sample.hours.advice.now)), 200)
    with pytest.raises(HoursRefused, match="need 19 hours, and there are 5: 14 too few"):
        _ = Portfolio(sample.book, 5).hours


class TestTooYoung:
    def test_a_book_that_has_not_seen_enough(self, book: Books, weekly: Weekly) -> None:
        found = Portfolio(book(orders=weekly("1", 9)))
        assert (found.base_rate, found.told_apart) == (None, False)
        assert found.too_young == "The book is too young to say what is likely next. Go by the phase."

    def test_a_book_that_cannot_tell_whose_risk_is_higher(self, sample: Portfolio) -> None:
        assert sample.base_rate is not None
        assert not sample.told_apart
        assert sample.too_young.startswith("The book is too young to say whose risk is higher: ")

    def test_a_book_that_can(self, sample: Portfolio) -> None:
        found = Portfolio(sample.book)
        first, *others = sample.standings
        found.__dict__["standings"] = [replace(first, risk=0.5), *others]
        assert found.told_apart

    def test_a_book_of_nobody(self, book: Books) -> None:
        found = Portfolio(book())
        assert (found.standings, found.hours, found.to_date, found.base_rate) == ([], None, [], None)
        assert found.last_contacts == {}
        assert found.spent.sentence == "No activity to judge."


def test_the_last_contact_is_none_that_is_to_come(book: Books) -> None:
    days = [date(2026, 9, 14), date(2026, 9, 1), date(2026, 9, 16)]
    log = [{"client_id": "1", "date": day, "minutes": 60, "kind": "call", "subject": "x"} for day in days]
    assert Portfolio(book(log=log)).last_contacts == {"1": date(2026, 9, 14)}


class TestPlots:
    def test_hours_now_and_advised(self, sample: Portfolio) -> None:
        plot = plots.hours(sample)
        assert plot is not None
        assert sample.hours is not None
        moved = sum(one.hours for one in sample.hours.advice.transfers)
        assert f"Move {moved:g} hours a month" in plot.sentence

    def test_where_the_hours_went(self, sample: Portfolio) -> None:
        plot = plots.spent(sample)
        assert plot is not None
        assert plot.sentence == sample.spent.sentence

    def test_results_of_one_client_one_a_currency(self, sample: Portfolio) -> None:
        [one] = [one for one in sample.to_date if sample.book.names[one.client] == "Harrow & Finch"]
        [plot] = plots.results(sample, one.client)
        assert "Harrow & Finch" in plot.sentence
        assert one.sentence in plot.sentence
        assert plots.results(sample, "nobody") == []

    def test_nothing_to_draw(self, book: Books, plan: Plans) -> None:
        log = [{"client_id": "1", "date": date(2026, 9, 14), "minutes": None, "kind": "call", "subject": "x"}]
        for nothing in (book(), book(plan(), log=log)):
            found = Portfolio(nothing)
            assert plots.hours(found) is None
            assert plots.spent(found) is None
