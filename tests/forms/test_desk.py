from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clientplan.briefing import Briefing
from clientplan.errors import PlanUnreadable
from clientplan.forms.desk import Desk, open_desk
from clientplan.forms.opening import NotOpened
from clientplan.store.folder import FolderStore
from clientplan.workspace import ENVIRONMENT, Workspace


def test_the_second_day_opens_where_the_first_stopped(desk: Desk) -> None:
    *_, last = desk.workspace.store.names()
    desk.choose(last)
    again = Desk(Workspace.open(desk.workspace.folder))
    assert again.document is not None
    assert again.document.name == last


def test_another_plan_is_told(desk: Desk) -> None:
    told: list[str] = []
    desk.observe(lambda: told.append(desk.document.name if desk.document else ""))
    desk.choose("harrow-and-finch-2026-04")
    assert told == ["harrow-and-finch-2026-04"]


def test_a_plan_that_can_not_be_read_leaves_the_open_one(desk: Desk) -> None:
    opened = desk.document
    other = desk.workspace.store.path(desk.workspace.store.names()[-1])
    other.write_text("schema: 1\nclint: x\n", encoding="utf-8")
    with pytest.raises(PlanUnreadable):
        desk.choose(other.stem)
    assert desk.document is opened


def test_a_broken_plan_says_why_with_its_lines(desk: Desk) -> None:
    assert desk.document is not None
    desk.workspace.store.path(desk.document.name).write_text("schema: 1\nclint: x\n", encoding="utf-8")
    again = Desk(desk.workspace)
    assert again.document is None
    assert "2:1 clint: isn't known here" in again.trouble


def test_findings_follow_the_plan(desk: Desk) -> None:
    assert desk.findings() == []
    assert desk.document is not None
    desk.document.edit(manager=None)
    assert [finding.code for finding in desk.findings()] == ["CP201"]


def test_the_other_plans_are_read_once_for_a_plan_that_lies_open(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Typing must not wait for the files of a whole portfolio."""
    begun: list[Workspace | None] = []

    class Counted(Briefing):
        def __init__(self, workspace: Workspace | None) -> None:
            begun.append(workspace)
            super().__init__(workspace)

    monkeypatch.setattr("clientplan.forms.desk.Briefing", Counted)
    desk = Desk(desk.workspace)
    assert desk.document is not None
    desk.findings()
    read = []
    load = FolderStore.load
    monkeypatch.setattr(FolderStore, "load", lambda store, name: read.append(name) or load(store, name))
    for manager in ("Ines Falk", "Ruth Adeyemi", None):
        desk.document.edit(manager=manager)
        desk.findings()
    assert (begun, read) == ([desk.workspace], [])
    desk.choose("harrow-and-finch-2026-04")
    desk.findings()
    assert len(begun) == 2


def test_without_a_plan_there_are_no_findings(bare_desk: Desk) -> None:
    assert bare_desk.findings() == []
    assert bare_desk.trouble == "No client is chosen yet."


def test_outside_any_workspace_it_is_a_throw_away_sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    desk = open_desk()
    assert desk.workspace.throw_away
    assert desk.document is not None


def test_inside_a_workspace_it_is_that_one(empty_workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(empty_workspace.folder / "notebooks")
    assert open_desk().workspace == empty_workspace


def test_a_workspace_that_can_not_be_opened_stops_the_notebook_with_a_sentence(
    empty_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    (empty_workspace.folder / "clientplan.toml").write_text("currency = 7", encoding="utf-8")
    monkeypatch.setenv(ENVIRONMENT, str(empty_workspace.folder))
    with pytest.raises(NotOpened, match="currency") as stopped:
        open_desk()
    assert "\n".join(stopped.value._render_traceback_()) == str(stopped.value)


def test_a_folder_that_is_named_and_is_no_workspace_is_no_sample(tmp_path: Path) -> None:
    with pytest.raises(NotOpened, match="isn't a workspace"):
        open_desk(tmp_path)


def test_a_notebook_that_stays_open_judges_by_the_day_that_it_is(sample_workspace: Workspace) -> None:
    desk = open_desk(sample_workspace.folder)
    desk.choose("harrow-and-finch-2026-04")
    assert desk.findings() == []
    desk.workspace = sample_workspace.on(date(2026, 12, 24))
    assert "CP202" in {finding.code for finding in desk.findings()}
