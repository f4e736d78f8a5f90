from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from clientplan.analysis.book import Book
from clientplan.analysis.portfolio import Portfolio
from clientplan.analysis.spent import spent
from clientplan.plan.plan import Plan

Books, Plans = Callable[..., Book], Callable[..., Plan]
Weekly = Callable[..., Iterator[tuple[Any, ...]]]
TODAY = date(2026, 9, 15)
OBJECTIVE = """\
objectives:
  - id: o1
    words: A changeover takes 15 minutes
    measure: {baseline: 34, readings: [{when: 2026-09-10, value: 29}]}
actions:
  - {id: a1, what: Fit the tooling, objective: o1, owner: Tom, due: 2026-09-18, hours: 2}
"""


BARE = "objectives: [{id: o1, words: A changeover takes 15 minutes}]"


def row(client: str, day: date, subject: str, minutes: float | None = 60) -> dict[str, Any]:
    return {"client_id": client, "date": day, "minutes": minutes, "kind": "call", "subject": subject}


@pytest.fixture
def seen(book: Books, plan: Plans) -> Book:
    log = [
        row("1", date(2026, 9, 7), "[o1] tooling", 120),
        row("1", date(2026, 9, 8), "Lunch"),
        row("1", date(2026, 9, 17), "[o1] next week"),
        row("1", TODAY - timedelta(days=90), "Lunch", 30),
        row("1", TODAY - timedelta(days=91), "Lunch", 999),
        row("2", date(2026, 9, 8), "Lunch", 999),  # has no plan
    ]
    return book(plan(more=OBJECTIVE), log=log)


def test_the_last_91_days_with_clients_that_have_a_plan(seen: Book) -> None:
    found = spent(seen)
    assert found.portfolio["hours"] == pytest.approx((120 + 60 + 30) / 60)
    assert found.clients.index.tolist() == ["1"]
    assert found.portfolio["undifferentiated_hours"] == pytest.approx(1.5)
    assert found.portfolio["smart_hours"] + found.portfolio["linked_hours"] == pytest.approx(2)
    assert found.sentence.startswith("Of 4 hours")


def test_from_another_day_on(seen: Book) -> None:
    assert spent(seen, since=date(2026, 1, 1)).portfolio["hours"] == pytest.approx((120 + 60 + 30 + 999) / 60)
    assert spent(seen, since=date(2026, 9, 8)).portfolio["activities"] == 1


def test_what_has_no_plan_is_not_judged(book: Books) -> None:
    found = spent(book(log=[row("1", TODAY, "Lunch")]))
    assert found.sentence == "No activity to judge."
    assert found.clients.empty
    assert len(found.stops) == len(found.questions) == len(found.dead_ends) == 0


def test_the_week_has_what_was_done_and_what_the_plan_asks_for(seen: Book) -> None:
    week = spent(seen).week(date(2026, 9, 14))
    assert list(zip(week["date"].dt.day, week["planned"], week["subject"], week["objective_id"], strict=True)) == [
        (17, True, "[o1] next week", "o1"),
        (18, True, "Fit the tooling", "o1"),
    ]
    assert spent(seen).week(date(2026, 9, 7))["subject"].tolist() == ["[o1] tooling", "Lunch", "Lunch"]


def test_lunches_could_be_stopped(seen: Book) -> None:
    [one] = spent(seen).stops.to_dict("records")
    assert (one["activities"], one["hours"]) == (2, 1.5)


def test_dead_ends_and_questions_are_about_clients_with_a_plan(sample: Portfolio) -> None:
    assert set(sample.spent.dead_ends["client_id"]) <= set(sample.book.plans)
    assert set(sample.spent.questions["client_id"]) <= set(sample.book.plans)
    assert all(one.endswith("?") for one in sample.spent.questions["question"])


def test_a_step_that_was_agreed_moves_an_objective_on(book: Books, plan: Plans) -> None:
    def moved(subject: str, dates: str = "dmy") -> tuple[list[str], list[int | None]]:
        log = [row("1", date(2026, 9, 1), subject)]
        found = spent(book(plan(more=BARE), log=log, collect={"dates": dates}))
        return found.events["what"].tolist(), found.judged["days"].dropna().tolist()

    assert moved("[o1] tooling") == ([], [])
    assert moved("[o1] tooling, next on 11 September") == (["next step agreed for 11 September"], [0])
    assert moved("[o1] tooling, next on 3/9") == (["next step agreed for 3 September"], [0])
    assert moved("[o1] tooling, next on 3/9", "mdy") == ([], [])  # 9 March was


def test_the_events_are_those_of_the_plan_and_of_the_log(seen: Book) -> None:
    assert "a reading: 29" in spent(seen).events["what"].tolist()
