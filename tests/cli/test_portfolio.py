from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from math import isfinite
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.table import Table

from clientplan.analysis.portfolio import Portfolio
from clientplan.analysis.reading import read
from clientplan.cli.outputs import clients, weeks
from clientplan.cli.outputs.tables import as_text
from clientplan.plan.plan import Plan
from clientplan.plan.reading import read as read_plan
from clientplan.workspace import Workspace

With = Callable[..., Workspace]
MONDAY = date(2026, 9, 14)
STEEP = "effort: {hours: 5, none: 0, half: 0.4, half_more: 1.8, saturation: 3}"
FLAT = "effort: {hours: 20, none: 0.9, half: 0.97, half_more: 1.01, saturation: 1.02}"
TITLES = ("Clients to look at", "Results against plan", "Hours", "Where the hours of the last quarter went")


def plan(client: str, name: str, more: str = "") -> Plan:
    head = f"schema: 1\nclient: {{name: {name}, id: '{client}'}}\nperiod: {{first: 2026-01-01, last: 2026-12-31}}\n"
    return read_plan(head + more)


def sales(*clients: tuple[str, str, float, str]) -> str:
    """An order a week for two years."""
    rows = [
        f'{client},"{name}",{MONDAY - timedelta(days=7 * back)},{amount},{currency}'
        for client, name, amount, currency in clients
        for back in range(104)
    ]
    return "\n".join(["Client ID,Client,Date,Amount,Currency", *rows])


HARROW, FINCH, POUNDS = ("1", "Harrow", 500, "EUR"), ("2", "Finch", 100, "EUR"), ("3", "Aubrelle", 100, "GBP")


def plain(value: Any) -> bool:
    """What any reader of JSON knows; no NaN among it."""
    if isinstance(value, dict):
        return all(isinstance(key, str) and plain(one) for key, one in value.items())
    if isinstance(value, list):
        return all(map(plain, value))
    return value is None or type(value) in {str, int, bool} or (type(value) is float and isfinite(value))


def loaded(text: str) -> Any:
    def refuse(word: str) -> None:
        raise AssertionError(word)

    return json.loads(text, parse_constant=refuse)


@pytest.fixture
def inside(monkeypatch: pytest.MonkeyPatch) -> Callable[[Workspace], Workspace]:
    def enter(workspace: Workspace) -> Workspace:
        monkeypatch.chdir(workspace.folder)
        return workspace

    return enter


@pytest.fixture
def sample(sample_read: Workspace, inside: Any) -> Portfolio:
    book = read(inside(sample_read))
    assert book is not None
    return Portfolio(book)


class TestTable:
    def test_all_clients_and_then_what_to_know(self, clientplan, sample: Portfolio) -> None:
        done = clientplan("portfolio")
        assert (done.status, done.err) == (0, "")
        lines = done.out.splitlines()
        assert lines[0].split("  ")[0].strip() == "Client"
        assert [line for line in lines if line in TITLES] == list(TITLES)
        for line, one in zip(lines[2:14], sample.standings, strict=True):
            assert line.strip().startswith(one.name)
            assert f" {one.found} " in line

    def test_the_columns_are_figures_of_the_portfolio(self, clientplan, sample: Portfolio) -> None:
        lines = clientplan("portfolio").out.splitlines()
        assert sample.hours is not None
        hours = dict(
            zip(
                sample.hours.clients,
                zip(sample.hours.advice.now, sample.hours.advice.advised, strict=True),
                strict=True,
            )
        )
        smart = sample.spent.clients["smart_share"]
        attained = {one.client: one.attained for one in sample.to_date}
        for line, one in zip(lines[2:14], sample.standings, strict=True):
            risk, to_date, *rest = line.removeprefix(f" {one.name}").replace(" %", "%").split()[2:]
            now, then, share = rest
            assert risk == "–"  # too young to tell them apart
            assert to_date == (f"{int(100 * attained[one.client])}%" if one.client in attained else "–")
            assert (now, then) == tuple(f"{value:g}" for value in hours[one.client])
            assert share == (f"{int(100 * smart[one.client])}%" if one.client in smart else "–")

    def test_sentences_stand_under_what_they_are_about(self, clientplan, sample: Portfolio) -> None:
        out = clientplan("portfolio").out
        parts = [out.split(f"\n{title}\n")[1].split("\n\n")[0] for title in TITLES]
        assert sample.hours is not None
        assert f"  {sample.too_young}" in parts[0]
        assert [f"  {sample.book.names[one.client]}: {one.sentence}" for one in sample.to_date] == parts[1].splitlines()
        assert [f"  {one}" for one in sample.hours.sentences] == parts[2].splitlines()
        assert parts[3].startswith(f"  {sample.spent.sentence}\n")
        assert f"  {len(sample.spent.questions)} activities may have served an objective" in parts[3]

    def test_erosion_and_contradictions_come_with_their_reason(self, clientplan, sample: Portfolio) -> None:
        part = clientplan("portfolio").out.split("\nClients to look at\n")[1].split("\n\n")[0]
        for one in sample.standings:
            if one.contradiction:
                assert f"  {one.name}. {one.contradiction}\n" in part
            elif one.found == "erosion":
                assert f"  {one.name}: {one.because}\n" in part
            else:
                assert one.name not in part

    def test_what_is_left_out_of_the_hours_is_told(self, clientplan, workspace_with: With, inside: Any) -> None:
        plans = [plan("1", "Harrow", STEEP), plan("2", "Finch", FLAT), plan("3", "Aubrelle", FLAT)]
        orders = sales(HARROW, FINCH, POUNDS, ("4", "Bare", 9, "EUR"))
        inside(workspace_with('currency = "EUR"\n', plans=plans, sales=orders))
        out = clientplan("portfolio").out
        assert "  Without hours, and so left out: Bare.\n" in out
        assert "  Left out are clients in GBP: say what it is worth in EUR, under [exchange].\n" in out

    def test_without_plans_or_hours_that_is_said(self, clientplan, workspace_with: With, inside: Any) -> None:
        inside(workspace_with(sales=sales(HARROW)))
        out = clientplan("portfolio").out
        assert "Results against plan" not in out
        assert "  Hours can be advised on once two clients have results and hours, planned or logged." in out
        assert "  No client has a plan for today, so no activity can be judged by one." in out
        assert "  The book is too young to say what is likely next. Go by the phase." in out

    def test_a_name_cannot_move_the_cursor(self, clientplan, workspace_with: With, inside: Any) -> None:
        inside(workspace_with(sales=sales(("1", "Har\x9b2Jrow", 500, "EUR"))))
        done = clientplan("portfolio")
        assert "Har" in done.out
        assert "\x9b" not in done.out


class TestHours:
    def test_the_hours_that_there_are(self, clientplan, sample: Portfolio) -> None:
        done = clientplan("portfolio", "--hours", 200, "--json")
        assert done.status == 0
        now = Portfolio(sample.book, 200).hours
        assert now is not None
        assert sum(one["hours"]["advised"] for one in loaded(done.out)["clients"]) == pytest.approx(200, abs=3)
        assert loaded(done.out)["hours"] == now.sentences

    def test_below_the_floors(self, clientplan, sample: Portfolio) -> None:
        for more in ([], ["--json"]):
            done = clientplan("portfolio", "--hours", 5, *more)
            assert (done.status, done.out) == (1, "")
            assert done.err == (
                "the floors of 12 clients need 19 hours, and there are 5: 14 too few. Lower floors, hand clients over "
                "or find the hours.\n"
            )

    @pytest.mark.parametrize("hours", ["-1", "many", "nan"])
    def test_what_are_no_hours(self, clientplan, sample: Portfolio, hours: str) -> None:
        done = clientplan("portfolio", "--hours", hours)
        assert done.status == 2
        assert "--hours" in done.refusal

    def test_contradicting_judgments_are_a_sentence(self, clientplan, workspace_with: With, inside: Any) -> None:
        plans = [plan("1", "Harrow", STEEP.replace("none: 0", "none: 0.9")), plan("2", "Finch", FLAT)]
        inside(workspace_with(plans=plans, sales=sales(HARROW, FINCH)))
        done = clientplan("portfolio", "--hours", 25)
        assert "no hours (0.9) is judged above half the hours (0.4)" in done.out + done.err
        assert "Traceback" not in done.err


class TestJson:
    def test_it_holds_plain_values_only(self, clientplan, sample: Portfolio) -> None:
        for more in ([], ["--week"]):
            done = clientplan("portfolio", "--json", *more)
            assert done.status == 0
            assert plain(loaded(done.out))

    def test_it_says_the_same_as_the_table(self, clientplan, sample: Portfolio) -> None:
        found = loaded(clientplan("portfolio", "--json").out)
        assert (found["version"], found["day"]) == (1, "2026-09-15")
        assert sample.hours is not None
        advised = dict(zip(sample.hours.clients, sample.hours.one_more, strict=True))
        attained = {one.client: one.attained for one in sample.to_date}
        for record, one in zip(found["clients"], sample.standings, strict=True):
            assert record["client"] == one.client
            assert record["name"] == one.name
            assert record["phase"] == {"said": one.said, "found": one.found, "watch": one.watch, "because": one.because}
            assert record["risk"]["reason"] == one.reason
            assert record["risk"]["chance"] == pytest.approx(one.risk)
            assert record["risk"]["base_rate"] == pytest.approx(one.base_rate)
            known = attained.get(one.client)
            assert record["attained"] == (None if known is None else pytest.approx(known))
            assert record["hours"]["one_more_hour"] == pytest.approx(advised[one.client])
            assert record["hours"]["low"] <= record["hours"]["high"]
        assert found["hours"] == sample.hours.sentences
        assert found["spent"]["hours"] == pytest.approx(sample.spent.portfolio["hours"])

    def test_what_nobody_knows_is_null(self, clientplan, workspace_with: With, inside: Any) -> None:
        """A log without durations has no hours, and a young book no risk."""
        log = "Client ID,Client,Date,Subject\n1,Harrow,2026-09-03,Lunch\n"
        inside(workspace_with(plans=[plan("1", "Harrow")], sales=sales(HARROW), log=log))
        found = loaded(clientplan("portfolio", "--json").out)
        [one] = found["clients"]
        assert one["risk"]["chance"] is one["risk"]["base_rate"] is one["attained"] is one["hours"] is None
        assert found["spent"]["hours"] is None
        assert found["hours"] == ["Hours can be advised on once two clients have results and hours, planned or logged."]
        assert plain(found)

    def test_without_anybody(self, clientplan, workspace_with: With, inside: Any) -> None:
        inside(workspace_with(clients="Client ID,Client,Industry\n1,Harrow,Food\n"))
        found = loaded(clientplan("portfolio", "--json").out)
        assert found["clients"] == []
        assert plain(found)
        assert clientplan("portfolio").status == 0

    def test_names_are_written_as_they_are(self, clientplan, sample: Portfolio) -> None:
        assert "Möhrlin" in clientplan("portfolio", "--json").out


class TestWeek:
    def test_a_row_an_activity(self, clientplan, sample: Portfolio) -> None:
        out = clientplan("portfolio", "--week").out
        head, titles, _, *rows = out.splitlines()
        [row] = [row for row in rows if "Möhrlin" in row]
        assert len(rows) > 3  # clients without a plan are in it too
        assert head == "Week of 14 September 2026"
        assert titles.split() == ["Day", "Client", "What", "Serves", "Why"]
        assert row.split("  ")[0].strip() == "Mon"
        assert "Telefonat: Versuchstermin [o3]" in row
        [one] = [one for one in sample.spent.week(MONDAY).to_dict("records") if one["client_id"] == "K-1001"]
        assert one["reason"] in row

    def test_the_same_for_machines(self, clientplan, sample: Portfolio) -> None:
        [one] = [one for one in loaded(clientplan("portfolio", "--week", "--json").out) if one["client_id"] == "K-1001"]
        assert one["date"] == "2026-09-14"
        assert (one["planned"], one["client_id"], one["objective_id"]) == (False, "K-1001", "o3")
        assert one["id"]

    def test_what_is_planned_is_told_apart(self, clientplan, workspace_with: With, inside: Any) -> None:
        action = "actions: [{id: a1, what: Fit the tooling, owner: Tom, due: 2026-09-18}]"
        inside(workspace_with(plans=[plan("1", "Harrow", action)], sales=sales(HARROW)))
        out = clientplan("portfolio", "--week").out
        assert "Fri (planned)" in out
        assert "action: Fit the tooling" in out
        [one] = loaded(clientplan("portfolio", "--week", "--json").out)
        assert (one["planned"], one["id"], one["date"]) == (True, "1 a1", "2026-09-18")

    def test_an_empty_week(self, clientplan, workspace_with: With, inside: Any) -> None:
        inside(workspace_with(plans=[plan("1", "Harrow")], sales=sales(HARROW)))
        assert clientplan("portfolio", "--week").out.splitlines() == [
            "Week of 14 September 2026",
            "Nothing was logged, and nothing is due.",
        ]
        assert loaded(clientplan("portfolio", "--week", "--json").out) == []


class TestEngine:
    @pytest.mark.parametrize("engine", ["polars", "duckdb"])
    def test_another_one_says_the_same(self, clientplan, sample: Portfolio, engine: str) -> None:
        pytest.importorskip(engine)
        assert clientplan("portfolio", "--engine", engine).out == clientplan("portfolio").out

    def test_an_address_needs_one_that_goes_there(self, clientplan, sample: Portfolio) -> None:
        for more in ([], ["--engine", "polars"]):
            done = clientplan("portfolio", "--url", "postgresql://somewhere/crm", *more)
            assert done.status == 2
            assert "goes with --engine ibis or --engine duckdb" in done.refusal

    def test_nothing_was_collected(self, clientplan, sample_workspace: Workspace, inside: Any) -> None:
        inside(sample_workspace)
        done = clientplan("portfolio", "--engine", "pandas")
        assert done.status == 1
        assert done.err.startswith("Nothing was collected yet")


class TestRefused:
    def test_nothing_was_collected(self, clientplan, sample_workspace: Workspace, inside: Any) -> None:
        inside(sample_workspace)
        for more in ([], ["--week"], ["--json"]):
            done = clientplan("portfolio", *more)
            assert (done.status, done.out) == (1, "")
            assert done.err.startswith("Nothing was collected yet, so there is nothing to look at: clientplan collect")

    def test_outside_a_workspace(self, clientplan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        done = clientplan("portfolio")
        assert done.status == 1
        assert "isn't inside a workspace" in done.err

    def test_tables_that_somebody_changed(self, clientplan, collected_sample: Workspace, inside: Any) -> None:
        (inside(collected_sample).data / "revenue.csv").write_text("a,b\n1,2\n", encoding="utf-8")
        done = clientplan("portfolio")
        assert done.status == 1
        assert "revenue.csv" in done.err
        assert "Traceback" not in done.err


class TestAsText:
    def test_a_table_as_lines_without_an_end(self) -> None:
        table = Table()
        for name in ("Client", "Hours"):
            table.add_column(name)
        table.add_row("Harrow", "12")
        lines = as_text(table).splitlines()
        assert [line.split() for line in (lines[0], lines[2])] == [["Client", "Hours"], ["Harrow", "12"]]
        assert not as_text(table).endswith("\n")

    @given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=300, max_size=400))
    def test_nothing_is_cut_in_a_pipe_and_nothing_taken_for_markup(self, text: str) -> None:
        table = Table()
        table.add_column("What")
        table.add_row(f"[red]{text}[/red]:smile:")
        assert f"[red]{text}[/red]:smile:" in as_text(table)


def test_the_record_and_the_lines_need_no_terminal(sample: Portfolio) -> None:
    assert clients.record(sample) == clients.record(Portfolio(sample.book))
    assert list(clients.lines(sample)) == list(clients.lines(Portfolio(sample.book)))
    assert weeks.records(sample.spent.week(date(2026, 1, 5))) == []
