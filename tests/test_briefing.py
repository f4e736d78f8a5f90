from __future__ import annotations

import ast
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from clientplan import checks
from clientplan.briefing import Briefing
from clientplan.plan.plan import Plan
from clientplan.plan.writing import write
from clientplan.workspace import Workspace

NAME = "harrow-and-finch-2026-04"
PORTFOLIO = {"CP804"}  # a check that looks at the portfolio


@pytest.fixture
def plan(sample_workspace: Workspace) -> Plan:
    return sample_workspace.store.load(NAME).plan


def test_without_a_workspace_the_plan_is_all_that_is_known(plan: Plan, tmp_path: Path) -> None:
    figures = Briefing(None, today=date(2026, 9, 15)).figures(str(tmp_path / "plan.yaml"), plan)
    assert figures == checks.Figures()


def test_without_a_workspace_the_day_of_the_last_change_is_that_of_the_file(plan: Plan, tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text("")
    briefing = Briefing(None)
    assert briefing._changed(str(file)) == date.today() == briefing.today


def test_the_portfolio_holds_the_plan_as_it_is_written(sample_workspace: Workspace, plan: Plan) -> None:
    edited = plan.model_copy(update={"effort": plan.effort.model_copy(update={"hours": Decimal(99)})})
    portfolio = Briefing(sample_workspace).figures(NAME, edited, only=PORTFOLIO).portfolio
    assert portfolio is not None
    hours = {holding.client: holding.hours for holding in portfolio.holdings}
    assert (len(hours), hours[plan.client.name]) == (3, Decimal(99))


def test_a_file_from_elsewhere_is_in_no_portfolio(sample_workspace: Workspace, plan: Plan, tmp_path: Path) -> None:
    name = str(tmp_path / f"{NAME}.yaml")
    assert Briefing(sample_workspace).figures(name, plan, only=PORTFOLIO).portfolio is None


def test_the_plan_before_it(sample_workspace: Workspace, plan: Plan) -> None:
    before = {"first": date(2025, 4, 1), "last": date(2026, 3, 31)}
    older = plan.model_copy(update={"period": plan.period.model_copy(update=before)})
    briefing = Briefing(sample_workspace, {NAME: plan, "older": older})
    assert briefing._previous(NAME, plan) == older
    assert briefing._previous("older", older) is None


class TestReading:
    @pytest.fixture
    def read(self, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        """The files that the store reads, as they are read."""
        from clientplan.store import folder

        files: list[str] = []
        original = folder.read

        def spy(data: bytes, name: str = "") -> Plan:
            files.append(name)
            return original(data, name)

        monkeypatch.setattr(folder, "read", spy)
        return files

    def test_nothing_that_no_check_needs(self, sample_workspace: Workspace, plan: Plan, read: list[str]) -> None:
        read.clear()
        Briefing(sample_workspace).report(NAME, plan, only={"CP401"})
        assert read == []

    def test_nothing_twice(self, sample_workspace: Workspace, plan: Plan, read: list[str]) -> None:
        read.clear()
        busy = plan.model_copy(update={"effort": plan.effort.model_copy(update={"hours": Decimal(9)})})
        briefing = Briefing(sample_workspace, {NAME: plan, "mohrlin-feinkost-gmbh-2026": None})
        for _ in range(2):
            briefing.figures(NAME, busy, only=PORTFOLIO)
        assert read == ["confiserie-aubrelle-2026-04.yaml"]

    def test_only_what_may_be_the_same_clients(self, sample_workspace: Workspace, plan: Plan, read: list[str]) -> None:
        """The client's name stands in capitals in one of them, and only its id in another."""
        store = sample_workspace.store
        before = {"first": date(2025, 4, 1), "last": date(2026, 3, 31)}
        older = plan.replace(period=before)
        text = write(older.replace(client={"name": plan.client.name.upper()}))
        store.path("older").write_text(text, encoding="utf-8")
        text = write(
            older.replace(
                client={"name": "Another name", "id": plan.client.id}, period={**before, "first": date(2025, 5, 1)}
            )
        )
        store.path("renamed").write_text(text, encoding="utf-8")
        read.clear()
        previous = Briefing(sample_workspace).figures(NAME, plan, only={"CP1001"}).previous
        assert previous is not None
        assert previous.client.name == "Another name"
        assert set(read) == {"older.yaml", "renamed.yaml", f"{NAME}.yaml"}


@pytest.mark.parametrize("spelt", ["Cafe\u0301 Böhm", '"Caf\\u00e9 B\\u00f6hm"'])
def test_the_plan_before_is_found_however_its_file_spells_the_name(sample_workspace: Workspace, spelt: str) -> None:
    store = sample_workspace.store
    body = "\nperiod: {{first: {year}-01-01, last: {year}-12-31}}\n"
    text = f"schema: 1\nclient:\n  name: {spelt}" + body
    store.path("older").write_text(text.format(year=2025), encoding="utf-8")
    store.path("newer").write_text(text.format(year=2026), encoding="utf-8")
    newer = store.load("newer").plan
    previous = Briefing(sample_workspace).figures("newer", newer, only={"CP1001"}).previous
    assert previous is not None
    assert previous.client.name == newer.client.name == "Café Böhm"


def test_every_figure_that_a_rule_looks_at_is_named_by_one_in_its_file() -> None:
    """Only what `uses` names is looked up for the checks."""
    looked_up = {"phase", "changed", "previous", "log", "portfolio"}
    seen = set()
    for rule in checks.registered().values():
        named = {one.uses for one in checks.registered().values() if one.find.__module__ == rule.find.__module__}
        tree = ast.parse(Path(rule.find.__code__.co_filename).read_text(encoding="utf-8"))
        found = {
            node.attr
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute) and ast.unparse(node.value) in {"context.figures", "figures"}
        } & looked_up
        assert found <= {name.partition(".")[0] for uses in named for name in uses}, rule.code
        seen |= found
    assert "portfolio" in seen
