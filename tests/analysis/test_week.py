from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from clientplan.analysis.book import Book
from clientplan.analysis.portfolio import Portfolio
from clientplan.analysis.week import ahead, seen
from clientplan.plan.plan import Plan

Books, Plans = Callable[..., Book], Callable[..., Plan]
Weekly = Callable[..., Iterator[tuple[Any, ...]]]
ACTIONS = """\
phase: maintenance
objectives:
  - {id: o1, words: A changeover takes 15 minutes}
actions:
  - {id: a1, what: Fit the tooling, objective: o1, owner: Ruth Adeyemi, due: 2026-09-18, hours: 2}
  - {id: a2, what: Ask the buyer, objective: o1, owner: Tom Whitfield, due: 2026-09-18, hours: 2}
"""


@pytest.mark.parametrize("today", [date(2026, 9, 14), date(2026, 9, 15), date(2026, 9, 20)])
def test_a_week_begins_on_monday(book: Books, today: date) -> None:
    monday, rows = seen(Portfolio(book(today=today)))
    assert (monday, rows) == (date(2026, 9, 14), [])


def test_each_row_says_the_day_the_client_and_what_it_serves(book: Books, plan: Plans) -> None:
    log = [
        {"client_id": "1", "date": date(2026, 9, 14), "minutes": 60, "kind": "call", "subject": "[o1] tooling"},
        {"client_id": "1", "date": date(2026, 9, 15), "minutes": 60, "kind": None, "subject": "Lunch"},
        {"client_id": "1", "date": date(2026, 9, 15), "minutes": 60, "kind": "visit", "subject": None},
        {"client_id": "1", "date": date(2026, 9, 16), "minutes": 60, "kind": "visit", "subject": "Line 2"},
    ]
    _, rows = seen(Portfolio(book(plan(more=ACTIONS), clients=[("1", "Harrow")], log=log)))
    assert [row[:4] for row in rows] == [
        ("Mon", "Harrow", "call: [o1] tooling", "o1"),
        ("Tue", "Harrow", "Lunch", None),
        ("Tue", "Harrow", "visit", None),
        ("Wed (planned)", "Harrow", "visit: Line 2", None),
        ("Fri (planned)", "Harrow", "action: Fit the tooling", "o1"),
        ("Fri (planned)", "Harrow", "action: Ask the buyer", "o1"),
    ]
    assert all(why for *_, why in rows)


def test_a_client_without_a_name_goes_by_its_id(book: Books, plan: Plans) -> None:
    log = [{"client_id": "1", "date": date(2026, 9, 14), "minutes": 60, "kind": "call", "subject": "x"}]
    _, rows = seen(Portfolio(book(plan(), clients=[("1", None)], log=log)))
    assert rows[0][1] == "1"


class TestAhead:
    def test_the_actions_of_the_manager(self, book: Books, plan: Plans) -> None:
        """Of a workspace that names nobody, all of ours."""
        mine = ahead(Portfolio(book(plan(more=ACTIONS), manager="Ruth Adeyemi")))
        ours = ahead(Portfolio(book(plan(more=ACTIONS))))
        assert {block.id for block in mine.blocks} - {None} == {"a1"}
        assert {block.id for block in ours.blocks} - {None} == {"a1", "a2"}

    def test_clients_go_by_the_id_of_the_tables(self, book: Books, plan: Plans) -> None:
        """Also where the plan has another, or none."""
        found = ahead(Portfolio(book(plan("other", "Harrow", ACTIONS), clients=[("1", "Harrow")])))
        assert {block.client for block in found.blocks} == {"1"}

    def test_the_last_contact_is_that_of_the_log(self, book: Books, plan: Plans) -> None:
        def contacts(day: date) -> list[str]:
            log = [{"client_id": "1", "date": day, "minutes": 60, "kind": "call", "subject": "x"}]
            return [block.why for block in ahead(Portfolio(book(plan(more=ACTIONS), log=log))).blocks if not block.id]

        assert contacts(date(2026, 9, 14)) == []
        assert "the last was on 1 June" in contacts(date(2026, 6, 1))[0]

    @pytest.mark.parametrize(
        ("settings", "hours"),
        [
            ({}, 4.0),
            ({"manager": "Ruth", "capacity": {"Ruth": Decimal(130)}}, 6.0),
            ({"manager": "Ruth", "capacity": {"Tom": Decimal(130)}}, 4.0),
            ({"manager": "Ruth", "capacity": {"Ruth": Decimal(0)}}, 0.0),
        ],
    )
    def test_each_day_has_a_fifth_of_the_week(self, book: Books, settings: dict[str, Any], hours: float) -> None:
        found = ahead(Portfolio(book(today=date(2026, 9, 14), **settings)))
        assert found.capacity == (hours,) * 5

    def test_each_client_gets_its_advised_hours(self, sample: Portfolio, monkeypatch: pytest.MonkeyPatch) -> None:
        from clientplan.insight import week

        given: list[Any] = []
        propose = week.propose
        monkeypatch.setattr(
            week,
            "propose",
            lambda works, clients, *rest, **more: given.extend(clients) or propose(works, clients, *rest, **more),
        )
        ahead(sample)
        assert sample.hours is not None
        advised = dict(zip(sample.hours.clients, map(float, sample.hours.advice.advised), strict=True))
        assert {one.id: one.hours for one in given} == {client: advised[client] for client in sample.book.plans}
