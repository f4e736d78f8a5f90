from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from clientplan.analysis.book import Book, client_of
from clientplan.plan.plan import Plan

Books, Plans = Callable[..., Book], Callable[..., Plan]


def test_a_client_goes_by_its_name_or_else_its_id(book: Books) -> None:
    assert book(clients=[("1", "Harrow"), ("2", None)]).names == {"1": "Harrow", "2": "2"}


class TestWhose:
    CLIENTS = (("1", "Harrow"), ("2", "Finch"), ("3", "Twins"), ("4", "twins"), ("5", None))

    @pytest.mark.parametrize(
        ("client", "name", "found"),
        [
            ("2", "Harrow", "2"),  # the id has the last word
            ("other", "HARROW", "1"),
            ("other", "Twins", None),  # which of the two?
            ("other", "Nobody", None),
        ],
    )
    def test_by_id_else_by_the_only_client_of_its_name(
        self, book: Books, plan: Plans, client: str, name: str, found: str | None
    ) -> None:
        assert client_of(plan(client, name), book(clients=self.CLIENTS).tables["clients"]) == found

    def test_a_plan_without_an_id(self, book: Books, plan: Plans) -> None:
        one = plan("x", "finch")
        assert client_of(one.replace(client=one.client.replace(id=None)), book().tables["clients"]) == "2"


class TestPlans:
    def test_the_one_that_today_falls_into(self, book: Books, plan: Plans) -> None:
        now = plan()
        before = plan(more="period: {first: 2025-01-01, last: 2025-12-31}")
        assert book(before, now).plans == {"1": now}
        assert book(before, now, today=date(2025, 12, 31)).plans == {"1": before}
        assert book(before, now, today=date(2027, 1, 1)).plans == {}

    def test_of_two_the_one_that_began_later(self, book: Books, plan: Plans) -> None:
        later = plan(more="period: {first: 2026-07-01, last: 2027-06-30}")
        assert book(later, plan()).plans == book(plan(), later).plans == {"1": later}

    def test_a_client_that_the_tables_do_not_know_is_left_out(self, book: Books, plan: Plans) -> None:
        assert book(plan("9", "Nobody"), plan("2", "Finch")).plans.keys() == {"2"}
