"""The panels that show what the data say: on the sample, on a workspace without any, and on what can't be."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from clientplan.analysis.portfolio import Portfolio
from clientplan.forms.collected import NOTHING
from clientplan.forms.desk import Desk
from clientplan.forms.hours import HoursPanel
from clientplan.forms.insight import InsightPanel
from clientplan.forms.nodes import Html
from clientplan.forms.results import ResultsPanel
from clientplan.forms.spent import SpentPanel
from clientplan.forms.standings import StandingsPanel
from clientplan.forms.text import amount
from clientplan.forms.week import WeekPanel
from clientplan.plan.plan import Plan
from clientplan.plan.reading import read
from clientplan.workspace import Workspace

With = Callable[..., Workspace]
PANELS = (StandingsPanel, ResultsPanel, SpentPanel, HoursPanel, WeekPanel)
BAD = "<script>alert('x')</script>"
TODAY = date(2026, 9, 15)
STEEP = "effort: {hours: 5, none: 0, half: 0.4, half_more: 1.8, saturation: 3}"
FLAT = "effort: {hours: 20, none: 0.9, half: 0.97, half_more: 1.01, saturation: 1.02}"

every_panel = pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel.__name__)


def plan(client: str, name: str, more: str = "") -> Plan:
    head = f"schema: 1\nclient: {{name: {name!r}, id: '{client}'}}\nperiod: {{first: 2026-01-01, last: 2026-12-31}}\n"
    return read(head + more)


def sales(*clients: tuple[str, str, float], last: date = TODAY - timedelta(days=1)) -> str:
    """An order a week for two years."""
    rows = [
        f'{client},"{name}",{last - timedelta(days=7 * back)},{amount},EUR'
        for client, name, amount in clients
        for back in range(104)
    ]
    return "\n".join(["Client ID,Client,Date,Amount,Currency", *rows])


TWO = (("1", "Harrow", 500), ("2", "Finch", 100))


@pytest.fixture
def sample(collected_sample: Workspace) -> Desk:
    """With Harrow & Finch open, which has a plan in pounds."""
    desk = Desk(collected_sample)
    desk.choose("harrow-and-finch-2026-04")
    return desk


@pytest.fixture
def found(sample: Desk) -> Portfolio:
    portfolio = sample.portfolio()
    assert portfolio is not None
    return portfolio


def shown(panel: InsightPanel) -> str:
    assert panel.status.words == ""
    return "".join(str(node.value) for node in panel.children if isinstance(node, Html))


@every_panel
def test_without_data_the_way_on_is_named(bare_desk: Desk, panel: type[InsightPanel]) -> None:
    opened = panel(bare_desk)
    assert opened.words() == NOTHING
    assert "cp-nothing" in shown(opened)


@every_panel
def test_what_a_screen_shows_is_also_said_in_words(sample: Desk, panel: type[InsightPanel]) -> None:
    opened = panel(sample)
    assert isinstance(opened.children[0], Html)
    assert opened._repr_mimebundle_()[0]["text/plain"] == opened.words()
    assert "went wrong" not in opened.status.words
    assert opened.words().strip()


@every_panel
def test_nothing_flows_into_a_plan(sample: Desk, panel: type[InsightPanel]) -> None:
    store = sample.workspace.store
    before = {name: store.path(name).read_bytes() for name in store.names()}
    panel(sample)
    assert {name: store.path(name).read_bytes() for name in store.names()} == before


@every_panel
def test_names_in_exports_are_escaped(workspace_with: With, panel: type[InsightPanel]) -> None:
    log = f'Client ID,Client,Date,Subject,Type,Minutes\n1,"{BAD}",2026-09-14,"{BAD}","{BAD}",60\n'
    log += f'2,Finch,2026-09-01,"{BAD}","{BAD}",60\n'
    plans = [plan("1", "Harrow", STEEP + "\nphase: erosion"), plan("2", "Finch", FLAT)]
    orders = sales(("1", BAD, 500), ("2", "Finch", 100))
    opened = panel(Desk(workspace_with(plans=plans, sales=orders, log=log)))
    assert "<script" not in shown(opened)
    if panel is not ResultsPanel and panel is not SpentPanel:
        assert "&lt;script&gt;" in shown(opened)


class TestStandings:
    def test_a_row_a_client_with_the_word_of_its_manager(self, sample: Desk, found: Portfolio) -> None:
        lines = StandingsPanel(sample).words().splitlines()
        for line, one in zip(lines[1:13], found.standings, strict=True):
            assert line.startswith(one.name)
            assert line.endswith(one.because)
            assert f" {one.said or '–'} " in line
            assert f" {one.found} " in line

    def test_contradictions_are_asked(self, sample: Desk, found: Portfolio) -> None:
        words = StandingsPanel(sample).words()
        [one] = [one for one in found.standings if one.contradiction]
        assert f"Your word stands. The orders speak against it here\n{one.name}. {one.contradiction}" in words

    def test_none_where_they_agree(self, workspace_with: With) -> None:
        words = StandingsPanel(Desk(workspace_with(sales=sales(*TWO)))).words()
        assert "Your word stands" not in words

    def test_a_book_that_is_too_young_claims_nothing(self, sample: Desk, found: Portfolio) -> None:
        panel = StandingsPanel(sample)
        assert panel.words().endswith(f"What is likely next\n{found.too_young}")
        assert "<img" not in shown(panel)


class TestResults:
    def test_the_open_client_against_its_plan(self, sample: Desk, found: Portfolio) -> None:
        panel = ResultsPanel(sample)
        [one] = [one for one in found.to_date if one.currency == "GBP"]
        assert one.sentence in panel.words()
        assert shown(panel).count("<img") == 1
        assert "\nDrift\n" in panel.words()

    def test_another_client_when_another_plan_is_opened(self, sample: Desk) -> None:
        panel = ResultsPanel(sample)
        sample.choose("confiserie-aubrelle-2026-04")
        assert "Confiserie Aubrelle" in panel.words()
        assert "Harrow" not in panel.words()

    @pytest.mark.parametrize("plans", [[], [plan("1", "Harrow")], [plan("9", "Nobody")]])
    def test_where_nothing_is_planned_the_form_is_named(self, workspace_with: With, plans: list[Plan]) -> None:
        desk = Desk(workspace_with(plans=plans, sales=sales(*TWO)))
        assert ResultsPanel(desk).words().startswith("Nothing is planned by month for this client")


class TestSpent:
    def test_the_hours_and_what_only_the_manager_can_say(self, sample: Desk, found: Portfolio) -> None:
        panel = SpentPanel(sample)
        assert found.spent.sentence in panel.words()
        for one in found.spent.questions["question"]:
            assert one in panel.words()
        assert shown(panel).count("<img") == 1

    def test_dead_ends_name_client_and_reason(self, sample: Desk, found: Portfolio) -> None:
        words = SpentPanel(sample).words()
        ends = found.spent.dead_ends
        assert len(ends)
        for client, what, why in zip(ends["client_id"], ends["subject"], ends["reason"], strict=True):
            [line] = [line for line in words.splitlines() if line.endswith(f"{what}: {why}")]
            assert line.startswith(found.book.names[client])

    def test_what_could_be_stopped(self, workspace_with: With) -> None:
        log = "Client ID,Client,Date,Subject,Minutes\n" + "\n".join(
            f"1,Harrow,2026-0{month}-03,Lunch,60" for month in (7, 8, 9)
        )
        words = SpentPanel(Desk(workspace_with(plans=[plan("1", "Harrow")], sales=sales(*TWO), log=log))).words()
        assert "What could be stopped\n“Lunch”: 3 times in 6 months" in words

    def test_without_a_plan_nothing_can_be_judged(self, workspace_with: With) -> None:
        words = SpentPanel(Desk(workspace_with(sales=sales(*TWO)))).words()
        assert words == "No client has a plan for today, so no activity can be judged by one."

    def test_a_log_without_durations_is_counted(self, workspace_with: With) -> None:
        log = "Client ID,Client,Date,Subject\n1,Harrow,2026-09-03,Lunch\n"
        panel = SpentPanel(Desk(workspace_with(plans=[plan("1", "Harrow")], sales=sales(*TWO), log=log)))
        assert panel.words().startswith("No activity has a duration, so there are no hours to judge: 0 of 1 activities")
        assert "<img" not in shown(panel)


class TestHours:
    def test_a_row_a_client_with_what_an_hour_is_worth(self, sample: Desk, found: Portfolio) -> None:
        panel = HoursPanel(sample)
        hours = found.hours
        assert hours is not None
        lines = panel.words().splitlines()
        for at, name in enumerate(hours.advice.clients):
            [line] = [line for line in lines if line.startswith(f"{name}  ")]
            low, high = hours.ranges.low[at], hours.ranges.high[at]
            between = [f"{low:g}"] if low == high else [f"{low:g}", "to", f"{high:g}"]
            figures = line.removeprefix(name).split()
            assert figures[:2] == [f"{hours.advice.now[at]:g}", f"{hours.advice.advised[at]:g}"]
            assert figures[2:-2] == between
            assert " ".join(figures[-2:]) == amount(hours.one_more[at], "EUR")
        assert set(hours.sentences) <= set(lines)

    def test_a_curve_that_misses_a_judgment_is_told(self, workspace_with: With) -> None:
        plans = [plan("1", "Harrow", STEEP.replace("half: 0.4", "half: 0.9")), plan("2", "Finch", FLAT)]
        words = HoursPanel(Desk(workspace_with(plans=plans, sales=sales(*TWO)))).words()
        assert "Harrow, with half the hours: you said 0.90" in words

    def test_judgments_that_contradict_each_other_are_a_sentence(self, workspace_with: With) -> None:
        plans = [plan("1", "Harrow", STEEP.replace("none: 0", "none: 0.9")), plan("2", "Finch", FLAT)]
        panel = HoursPanel(Desk(workspace_with(plans=plans, sales=sales(*TWO))))
        assert "no hours (0.9) is judged above half the hours (0.4)" in panel.words()
        assert "cp-nothing" in shown(panel)

    def test_hours_that_are_too_few_are_a_sentence(self, workspace_with: With) -> None:
        plans = [plan(client, name, "effort: {hours: 0.5}") for client, name, _ in TWO]
        panel = HoursPanel(Desk(workspace_with(plans=plans, sales=sales(*TWO))))
        assert "floors" in panel.words()
        assert "cp-nothing" in shown(panel)

    def test_between_fewer_than_two_nothing_can_move(self, workspace_with: With) -> None:
        words = HoursPanel(Desk(workspace_with(plans=[plan("1", "Harrow", STEEP)], sales=sales(*TWO)))).words()
        assert words == "Hours can be advised on once two clients have results and hours, planned or logged."


class TestWeek:
    def test_what_was_done_and_what_the_days_would_hold(self, sample: Desk) -> None:
        words = WeekPanel(sample).words()
        assert words.startswith("Week of 14 September 2026\nDay")
        assert "A proposal from 14 September on\n" in words
        assert "Telefonat: Versuchstermin [o3]" in words
        assert "Tue 15 Sep" in words

    def test_what_has_no_room_and_who_gets_nothing(self, workspace_with: With) -> None:
        action = "{{id: a{0}, what: Work {0}, owner: Ruth, due: 2026-09-18, hours: 30}}"
        more = f"actions: [{action.format(1)}, {action.format(2)}]"
        log = "Client ID,Client,Date,Subject,Minutes\n2,Finch,2026-09-14,Call,60\n"
        workspace = workspace_with(
            'manager = "Ruth"\n',
            plans=[plan("1", "Harrow", more), plan("2", "Finch", "phase: maintenance")],
            sales=sales(*TWO),
            log=log,
        )
        words = WeekPanel(Desk(workspace)).words()
        assert "Didn't fit\nHarrow, Work" in words
        assert "Nothing this week for\nFinch: " in words

    def test_an_empty_week(self, workspace_with: With) -> None:
        words = WeekPanel(Desk(workspace_with(sales=sales(*TWO)))).words()
        assert words.splitlines()[:2] == ["Week of 14 September 2026", "Nothing was logged, and nothing is due."]


class TestThePortfolioOfADesk:
    @pytest.fixture
    def reads(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
        from clientplan.analysis import reading

        read, done = reading.read, []
        monkeypatch.setattr(reading, "read", lambda workspace: done.append(workspace) or read(workspace))
        return done

    def later(self, path: Any) -> None:
        stamp = path.stat().st_mtime_ns + 10**9
        os.utime(path, ns=(stamp, stamp))

    def test_it_is_read_once_for_all_panels(self, sample: Desk, reads: list[Any]) -> None:
        one = sample.portfolio()
        for panel in PANELS:
            panel(sample)
        sample.choose("confiserie-aubrelle-2026-04")
        assert sample.portfolio() is one
        assert len(reads) == 1

    def test_anew_when_a_table_was(self, sample: Desk, reads: list[Any]) -> None:
        one = sample.portfolio()
        self.later(sample.workspace.data / "revenue.csv")
        assert sample.portfolio() is not one
        assert len(reads) == 2

    def test_anew_when_a_plan_was_saved(self, sample: Desk, reads: list[Any]) -> None:
        one = sample.portfolio()
        assert sample.document is not None
        sample.document.edit(phase="erosion")
        self.later(sample.workspace.store.path(sample.document.name))
        two = sample.portfolio()
        assert two is not one
        assert two is not None
        assert {str(one.said) for one in two.standings if one.name == "Harrow & Finch"} == {"erosion"}

    def test_anew_when_a_plan_came_or_went(self, sample: Desk, reads: list[Any]) -> None:
        one = sample.portfolio()
        sample.workspace.store.create(plan("K-1002", "Käserei Oberwinkl"))
        two = sample.portfolio()
        assert two is not one
        sample.workspace.store.path("confiserie-aubrelle-2026-04").unlink()
        assert sample.portfolio() is not two
        assert len(reads) == 3

    def test_anew_when_the_day_is_another(self, sample: Desk, reads: list[Any]) -> None:
        one = sample.portfolio()
        sample.workspace = sample.workspace.on(date(2026, 9, 16))
        two = sample.portfolio()
        assert two is not one
        assert two is not None
        assert two.book.today == date(2026, 9, 16)

    def test_exports_that_nobody_read_yet_are_read(self, sample_workspace: Workspace) -> None:
        found = Desk(sample_workspace).portfolio()
        assert found is not None
        assert len(found.standings) == 12

    def test_none_where_nothing_was_collected(self, bare_desk: Desk) -> None:
        assert bare_desk.portfolio() is None
