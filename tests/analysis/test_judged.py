from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from clientplan.analysis.book import Book
from clientplan.analysis.judged import advice
from clientplan.plan.plan import Plan

Books, Plans = Callable[..., Book], Callable[..., Plan]
Weekly = Callable[..., Iterator[tuple[Any, ...]]]
STEEP = "effort: {hours: 5, none: 0, half: 0.4, half_more: 1.8, saturation: 3}"
FLAT = "effort: {hours: 20, none: 0.9, half: 0.97, half_more: 1.01, saturation: 1.02}"


def test_the_hours_that_managers_judged_themselves(book: Books, plan: Plans, weekly: Weekly) -> None:
    both = book(plan("1", "Harrow", STEEP), plan("2", "Finch", FLAT), orders=[*weekly("1", 500), *weekly("2", 100)])
    found = advice(both)
    assert found is not None
    assert found.worth_best > found.worth_now == pytest.approx(52 * 600)
    moves = dict(found.moves)
    assert moves["Harrow"] > 0 > moves["Finch"]
    assert sum(moves.values()) == pytest.approx(0)


def test_clients_go_by_the_name_in_their_plan(book: Books, plan: Plans, weekly: Weekly) -> None:
    both = book(
        plan("1", "Harrow Foods", STEEP), plan("2", "Finch", FLAT), orders=[*weekly("1", 500), *weekly("2", 100)]
    )
    found = advice(both)
    assert found is not None
    assert {name for name, _ in found.moves} == {"Harrow Foods", "Finch"}


def test_nobody_who_was_not_judged_has_a_part_in_it(book: Books, plan: Plans, weekly: Weekly) -> None:
    clients = [("1", "Harrow"), ("2", "Finch"), ("3", "Mohrlin")]
    orders = [*weekly("1", 500), *weekly("2", 100), *weekly("3", 9000)]
    two = [plan("1", "Harrow", STEEP), plan("2", "Finch", FLAT)]
    with_third = book(*two, plan("3", "Mohrlin", "effort: {hours: 50}"), clients=clients, orders=orders)
    without = book(*two, clients=clients, orders=orders)
    assert advice(with_third) == advice(without)


@pytest.mark.parametrize(
    "other",
    [
        "effort: {hours: 20}",  # not judged
        FLAT.replace("none: 0.9", "none: 1.5"),  # contradicts itself
        FLAT.replace("hours: 20", "hours: 0"),  # has no hours
        FLAT.replace("saturation: 1.02", ""),  # half judged
    ],
)
def test_without_two_that_were_judged_there_is_none(book: Books, plan: Plans, weekly: Weekly, other: str) -> None:
    both = book(plan("1", "Harrow", STEEP), plan("2", "Finch", other), orders=[*weekly("1", 500), *weekly("2", 100)])
    assert advice(both) is None


def test_hours_below_the_floors_are_no_advice(book: Books, plan: Plans, weekly: Weekly) -> None:
    """The phases ask for an hour of each; what the checks would say of that, they say themselves."""
    few = [more.replace("hours: 5", "hours: 0.5").replace("hours: 20", "hours: 0.5") for more in (STEEP, FLAT)]
    both = book(plan("1", "Harrow", few[0]), plan("2", "Finch", few[1]), orders=[*weekly("1", 500), *weekly("2", 100)])
    assert advice(both) is None


def test_none_in_an_empty_book(book: Books) -> None:
    assert advice(book()) is None
