"""What the checks are told of the collected tables: phase, judged log, advice; and what they say then."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from clientplan.analysis.portfolio import Portfolio
from clientplan.analysis.reading import read as read_book
from clientplan.briefing import Briefing
from clientplan.checks import Severity
from clientplan.plan.plan import Plan
from clientplan.plan.reading import read as read_plan
from clientplan.plan.words import Phase
from clientplan.workspace import Workspace

NAME = "harrow-and-finch-2026-04"


@pytest.fixture
def plan(sample_workspace: Workspace) -> Plan:
    return sample_workspace.store.load(NAME).plan


TODAY = date(2026, 9, 15)
With = Callable[..., Workspace]
HEAD = """\
schema: 1
client: {{name: {name}, id: '{client}'}}
period: {{first: 2026-01-01, last: 2026-12-31}}
phase: maintenance
"""
OBJECTIVES = """\
objectives:
  - {id: o1, words: A changeover takes 15 minutes}
  - {id: o2, words: They reorder without us}
actions:
  - {id: a1, what: Fit the tooling, objective: o1, owner: Tom}
"""
STEEP = "effort: {hours: 5, none: 0, half: 0.4, half_more: 1.8, saturation: 3}\n"
FLAT = "effort: {hours: 20, none: 0.9, half: 0.97, half_more: 1.01, saturation: 1.02}\n"


def one(more: str = "", client: str = "1", name: str = "Harrow") -> Plan:
    return read_plan(HEAD.format(client=client, name=name) + more)


def sales(*clients: tuple[str, str, float], last: date = TODAY - timedelta(days=1)) -> str:
    """An order a week for two years."""
    rows = [
        f"{client},{name},{last - timedelta(days=7 * back)},{amount},EUR"
        for client, name, amount in clients
        for back in range(104)
    ]
    return "\n".join(["Client ID,Client,Date,Amount,Currency", *rows])


def contacts(*rows: tuple[str, str] | tuple[str, str, str], client: str = "1", minutes: str = "60") -> str:
    """Activities of (day, subject, notes)."""
    lines = [f"{client},Harrow,{row[0]},{row[1]},{row[2] if len(row) > 2 else ''},call,{minutes}" for row in rows]
    return "\n".join(["Client ID,Client,Date,Subject,Notes,Type,Minutes", *lines]) + "\n"


TWO = sales(("1", "Harrow", 500), ("2", "Finch", 100))
SILENT = sales(("1", "Harrow", 500), last=date(2026, 5, 1))


class TestThePhase:
    def test_it_is_that_of_the_portfolio(self, sample_read: Workspace) -> None:
        book = read_book(sample_read)
        assert book is not None
        by_client = {standing.client: standing for standing in Portfolio(book).standings}
        for name in sample_read.store.names():
            plan = sample_read.store.load(name).plan
            figures = Briefing(sample_read).figures(name, plan, only={"CP204"})
            standing = by_client[str(plan.client.id)]
            assert (figures.phase, figures.because) == (standing.found, standing.because)

    def test_of_the_plan_as_it_is_being_written(self, workspace_with: With) -> None:
        """A plan far above the pace is one to build, before it was saved."""
        months = "".join(f"    - {{month: 2026-{at:02d}, plan: 9000}}\n" for at in range(1, 13))
        workspace = workspace_with(plans=[one()], sales=TWO)
        briefing = Briefing(workspace)
        saved = briefing.figures("harrow-2026", one(), only={"CP204"})
        bold = one(f"results:\n  currency: EUR\n  months:\n{months}")
        written = briefing.figures("harrow-2026", bold, only={"CP204"})
        assert (saved.phase, written.phase) == (Phase.MAINTENANCE, Phase.BUILD)
        assert written.because.startswith("The plan is 4.2 times its usual pace.")

    @pytest.mark.parametrize("client", ["9", "3"])
    def test_none_of_a_client_without_an_order(self, workspace_with: With, client: str) -> None:
        workspace = workspace_with(sales=TWO, log=contacts(("2026-09-01", "x"), client="3"))
        figures = Briefing(workspace).figures("x", one(client=client, name="Somebody"), only={"CP204"})
        assert (figures.phase, figures.because) == (None, "")

    def test_none_after_the_period_of_the_plan(self, workspace_with: With) -> None:
        workspace = workspace_with(sales=SILENT)
        asked = [
            Briefing(workspace, today=day).figures("x", one(), only={"CP204"}).phase
            for day in (TODAY, date(2027, 1, 1))
        ]
        assert asked == [Phase.EROSION, None]

    def test_none_where_nothing_was_collected(self, sample_workspace: Workspace, plan: Plan) -> None:
        assert Briefing(sample_workspace).figures(NAME, plan, only={"CP204"}).phase is None

    def test_none_where_the_tables_cannot_be_read(self, collected_sample: Workspace, plan: Plan) -> None:
        (collected_sample.data / "revenue.csv").write_text("a,b\n1,2\n", encoding="utf-8")
        figures = Briefing(collected_sample).figures(NAME, plan)
        assert (figures.phase, figures.log) == (None, None)


class TestTheTables:
    @pytest.fixture
    def loads(self, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
        from clientplan.collect import tidy

        load, done = tidy.load, []
        monkeypatch.setattr(tidy, "load", lambda folder: done.append(folder) or load(folder))
        return done

    def test_they_are_read_once_and_only_for_a_check_that_asks(
        self, sample_read: Workspace, plan: Plan, loads: list[Path]
    ) -> None:
        briefing = Briefing(sample_read)
        briefing.report(NAME, plan, only={"CP401", "CP1001"})
        assert loads == []
        for _ in range(3):
            briefing.report(NAME, plan)
        assert len(loads) == 1


class TestTheLog:
    def test_what_each_activity_served_and_which_day_was_agreed(self, workspace_with: With) -> None:
        rows = contacts(
            ("2026-03-02", "[o1] tooling", "Next on 9 March."),
            ("2026-04-20", "Lunch"),
            ("2026-09-16", "[o1] to come"),
            ("2025-11-03", "[o1] before the plan", "Next on 1 December."),
        )
        log = Briefing(workspace_with(sales=TWO, log=rows)).figures("x", one(OBJECTIVES), only={"CP601"}).log
        assert log is not None
        assert log.judged
        assert [(row.when, row.objective, row.next_step) for row in log.contacts] == [
            (date(2025, 11, 3), None, None),
            (date(2026, 3, 2), "o1", date(2026, 3, 9)),
            (date(2026, 4, 20), None, None),
        ]

    def test_days_are_read_as_the_workspace_says(self, workspace_with: With) -> None:
        rows = contacts(("2026-06-02", "Next 7/8"))
        workspace = workspace_with('[collect]\ndates = "mdy"\n', sales=TWO, log=rows)
        log = Briefing(workspace).figures("x", one(OBJECTIVES), only={"CP602"}).log
        assert log is not None
        assert log.contacts[0].next_step == date(2026, 7, 8)

    def test_without_objectives_nothing_is_looked_for(self, workspace_with: With) -> None:
        workspace = workspace_with(sales=TWO, log=contacts(("2026-06-02", "Call")))
        log = Briefing(workspace).figures("x", one(), only={"CP601"}).log
        assert log is not None
        assert not log.judged

    def test_none_of_a_client_that_has_none(self, workspace_with: With) -> None:
        workspace = workspace_with(sales=TWO, log=contacts(("2026-06-02", "Call")))
        assert Briefing(workspace).figures("x", one(OBJECTIVES, "2"), only={"CP601"}).log is None

    def test_it_is_judged_anew_only_when_what_it_is_judged_by_changes(
        self, workspace_with: With, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from clientplan.insight.activity import followed

        judge, done = followed.followed, []
        monkeypatch.setattr(followed, "followed", lambda *given, **more: done.append(given) or judge(*given, **more))
        briefing = Briefing(workspace_with(sales=TWO, log=contacts(("2026-06-02", "[o1] Call"))))
        plan = one(OBJECTIVES)

        def asked(plan: Plan) -> int:
            briefing.figures("x", plan, only={"CP601"})
            return len(done)

        assert asked(plan) == asked(plan) == 1
        assert asked(plan.replace(notes="typed", phase="erosion", manager="Ruth", phase_reason="typed")) == 1
        assert asked(one(OBJECTIVES)) == 1  # the same words, read again
        for change in (
            {"objectives": plan.objectives[:1]},
            {"actions": ()},
            {"period": plan.period.replace(last=date(2027, 1, 31))},
        ):
            before = asked(plan)
            assert asked(plan.replace(**change)) == before + 1
            assert asked(plan) == before + 2

    def test_what_was_judged_follows_the_plan(self, workspace_with: With) -> None:
        briefing = Briefing(workspace_with(sales=TWO, log=contacts(("2026-06-02", "[o1] Call"))))
        plan = one(OBJECTIVES)

        def served(plan: Plan) -> str | None:
            log = briefing.figures("x", plan, only={"CP601"}).log
            assert log is not None
            return log.contacts[0].objective

        assert served(plan) == "o1"
        assert served(plan.replace(objectives=plan.objectives[1:])) is None
        assert served(plan) == "o1"


class TestTheAdvice:
    def advised(self, workspace: Workspace, plan: Plan) -> Any:
        portfolio = Briefing(workspace).figures("harrow-2026", plan, only={"CP802"}).portfolio
        return portfolio and portfolio.advice

    def test_by_the_judgments_of_the_managers(self, workspace_with: With) -> None:
        mine = one(STEEP)
        found = self.advised(workspace_with(plans=[mine, one(FLAT, "2", "Finch")], sales=TWO), mine)
        assert found.worth_best > found.worth_now == pytest.approx(52 * 600)
        assert dict(found.moves)["Harrow"] > 0

    @pytest.mark.parametrize("other", ["effort: {hours: 20}\n", "", FLAT.replace("none: 0.9", "none: 2")])
    def test_only_from_clients_that_were_judged(self, workspace_with: With, other: str) -> None:
        mine = one(STEEP)
        assert self.advised(workspace_with(plans=[mine, one(other, "2", "Finch")], sales=TWO), mine) is None

    def test_with_this_plan_as_it_is_being_written(self, workspace_with: With) -> None:
        workspace = workspace_with(plans=[one(), one(FLAT, "2", "Finch")], sales=TWO)
        assert self.advised(workspace, one("effort: {hours: 5}\n")) is None
        assert self.advised(workspace, one(STEEP)) is not None

    def test_none_without_results(self, workspace_with: With) -> None:
        mine = one(STEEP)
        assert self.advised(workspace_with(plans=[mine, one(FLAT, "2", "Finch")]), mine) is None


class TestWhatTheChecksSay:
    CODES = ("CP204", "CP601", "CP602", "CP802")

    def said(
        self, workspace: Workspace, plan: Plan, code: str, name: str = "harrow-2026"
    ) -> list[tuple[Severity, str]]:
        found = Briefing(workspace).report(name, plan, only={code}).findings
        return [(finding.severity, str(finding.message)) for finding in found]

    def test_nothing_of_the_sample(self, sample_read: Workspace) -> None:
        for name in sample_read.store.names():
            plan = sample_read.store.load(name).plan
            assert Briefing(sample_read).report(name, plan, only=set(self.CODES)).findings == []

    def test_nothing_where_nothing_was_collected(self, workspace_with: With) -> None:
        mine = one(OBJECTIVES + STEEP)
        workspace = workspace_with(plans=[mine, one(FLAT, "2", "Finch")])
        assert [said for code in self.CODES for said in self.said(workspace, mine, code)] == []

    def test_cp204_where_the_orders_say_erosion(self, workspace_with: With) -> None:
        workspace = workspace_with(plans=[one()], sales=SILENT)
        [(severity, said)] = self.said(workspace, one(), "CP204")
        assert severity is Severity.WARNING
        book = read_book(workspace)
        assert book is not None
        [standing] = Portfolio(book).standings
        assert f"maintenance, but the figures say erosion: {standing.because} Change the phase" in said
        assert self.said(workspace, one().replace(phase="erosion"), "CP204") == []
        assert self.said(workspace_with_orders_again(workspace), one(), "CP204") == []

    def rows(self, served: int, lunches: int) -> Iterable[tuple[str, str]]:
        subjects = ["[o1] tooling"] * served + ["Lunch"] * lunches
        return [(f"{date(2026, 3, 2) + timedelta(days=at)}", subject) for at, subject in enumerate(subjects)]

    def test_cp601_where_most_hours_served_nothing(self, workspace_with: With) -> None:
        workspace = workspace_with(sales=TWO, log=contacts(*self.rows(served=4, lunches=8)))
        [(severity, said), (_, note)] = self.said(workspace, one(OBJECTIVES), "CP601")
        assert severity is Severity.WARNING
        assert "of 12 hours logged in the period, 4 served an objective (33 %)" in said
        assert "“Lunch” (8 h)" in note
        assert self.said(workspace, one(), "CP601") == []

    @pytest.mark.parametrize(("served", "lunches"), [(8, 4), (3, 6)])
    def test_cp601_is_silent_where_they_did_or_are_few(self, workspace_with: With, served: int, lunches: int) -> None:
        workspace = workspace_with(sales=TWO, log=contacts(*self.rows(served, lunches)))
        assert self.said(workspace, one(OBJECTIVES), "CP601") == []

    def test_cp602_where_the_last_contacts_led_to_nothing(self, workspace_with: With) -> None:
        rows = [("2026-05-01", "Call"), ("2026-06-15", "Visit"), ("2026-08-01", "Review")]
        workspace = workspace_with(sales=TWO, log=contacts(*rows))
        [(severity, said)] = self.said(workspace, one(OBJECTIVES), "CP602")
        assert severity is Severity.WARNING
        assert "the last 3 activities ended without a dated next step, the latest “Review”" in said

    @pytest.mark.parametrize(
        "last",
        [
            ("2026-08-01", "Review", "Next on 9 October."),  # a day was agreed
            ("2026-07-10", "Review", ""),  # it followed within a month
        ],
    )
    def test_cp602_is_silent_where_a_step_follows(self, workspace_with: With, last: tuple[str, str, str]) -> None:
        rows = [("2026-05-01", "Call"), ("2026-06-15", "Visit"), last]
        workspace = workspace_with(sales=TWO, log=contacts(*rows))
        assert self.said(workspace, one(OBJECTIVES), "CP602") == []

    def test_cp802_where_hours_would_bring_more_elsewhere(self, workspace_with: With) -> None:
        mine, other = one(STEEP), one(FLAT, "2", "Finch")
        workspace = workspace_with(plans=[mine, other], sales=TWO)
        warning, note = self.said(workspace, mine, "CP802")
        portfolio = Briefing(workspace).figures("harrow-2026", mine, only={"CP802"}).portfolio
        assert portfolio is not None
        assert portfolio.advice is not None
        gap = 1 - portfolio.advice.worth_now / portfolio.advice.worth_best
        assert warning[0] is Severity.WARNING
        assert f"today's hours bring {100 * gap:.0f} % less than the best use of them" in warning[1]
        moves = dict(portfolio.advice.moves)
        assert f"the best use gives this client {moves['Harrow']:g} hours a month more. Finch gives most" in note[1]
        _, taken = self.said(workspace, other, "CP802", "finch-2026")
        assert f"the best use takes {-moves['Finch']:g} hours a month from this client" in taken[1]

    def test_cp802_is_silent_where_nobody_judged(self, workspace_with: With) -> None:
        """The usual curve of a phase would move hours here, but it is nobody's word."""
        plans = [one("effort: {hours: 5}\n").replace(phase="build"), one("effort: {hours: 20}\n", "2", "Finch")]
        workspace = workspace_with(plans=plans, sales=TWO)
        assert self.said(workspace, plans[0], "CP802") == []


def workspace_with_orders_again(workspace: Workspace) -> Workspace:
    """The same after another export, in which the client orders."""
    from clientplan.intake import take_in

    (workspace.incoming / "sales.csv").write_text(TWO, encoding="utf-8")
    take_in(workspace)
    return workspace
