from __future__ import annotations

from datetime import date

import pytest

from clientplan.analysis.portfolio import Portfolio
from clientplan.analysis.reading import read, read_with
from clientplan.errors import SourceUnreadable, WorkspaceError
from clientplan.workspace import Workspace


def test_nothing_where_nothing_was_collected(sample_workspace: Workspace, empty_workspace: Workspace) -> None:
    assert read(sample_workspace) is None
    assert read(empty_workspace) is None


def test_the_tables_and_the_plans_of_the_workspace(sample_read: Workspace) -> None:
    book = read(sample_read)
    assert book is not None
    assert len(book.names) == 12
    assert {plan.client.name for plan in book.plans.values()} == {
        "Confiserie Aubrelle",
        "Harrow & Finch",
        "Möhrlin Feinkost GmbH",
    }
    assert book.today == sample_read.today == date(2026, 9, 15)
    assert book.orders.equals(book.tables["revenue"])


def test_plans_and_day_of_somebody_else(sample_read: Workspace) -> None:
    book = read(sample_read, plans=[], today=date(2026, 1, 1))
    assert book is not None
    assert book.plans == {}
    assert book.today == date(2026, 1, 1)


def test_a_plan_that_cannot_be_read_is_left_to_the_checks(collected_sample: Workspace) -> None:
    name = collected_sample.store.names()[0]
    collected_sample.store.path(name).write_text("client: [", encoding="utf-8")
    book = read(collected_sample)
    assert book is not None
    assert len(book.written) == 2


def test_tables_that_somebody_changed_are_refused(collected_sample: Workspace) -> None:
    (collected_sample.data / "revenue.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(SourceUnreadable, match="revenue"):
        read(collected_sample)


class TestAnotherEngine:
    @pytest.mark.parametrize("engine", ["pandas", "polars", "duckdb"])
    def test_it_says_the_same(self, sample_read: Workspace, sample: Portfolio, engine: str) -> None:
        pytest.importorskip(engine)
        found = Portfolio(read_with(sample_read, engine))
        assert found.standings == sample.standings
        assert found.to_date == sample.to_date
        assert found.spent.sentence == sample.spent.sentence
        assert found.last_contacts == sample.last_contacts
        assert found.hours is not None
        assert sample.hours is not None
        assert found.hours.sentences == sample.hours.sentences
        assert found.book.names == sample.book.names

    def test_nothing_where_nothing_was_collected(self, sample_workspace: Workspace) -> None:
        with pytest.raises(WorkspaceError, match="Nothing was collected yet"):
            read_with(sample_workspace, "pandas")

    def test_a_database_has_an_address(self, sample_read: Workspace) -> None:
        with pytest.raises(WorkspaceError, match="Where is the database"):
            read_with(sample_read, "ibis")
