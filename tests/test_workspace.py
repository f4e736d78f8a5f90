from __future__ import annotations

import json
import tempfile
from datetime import date
from pathlib import Path

import pytest

from clientplan.errors import StoreError, WorkspaceError
from clientplan.plan.plan import Client
from clientplan.workspace import ENVIRONMENT, Workspace, planning_year


def test_a_new_workspace_has_its_rooms_and_no_plan(empty_workspace: Workspace) -> None:
    folder = empty_workspace.folder
    assert {"data", "plans", "templates", "notebooks", "output", "clientplan.toml"} <= {
        path.name for path in folder.iterdir()
    }
    assert list((folder / "notebooks").glob("0*.ipynb"))
    assert not [path for path in (folder / "notebooks").iterdir() if path.suffix != ".ipynb"]
    assert empty_workspace.store.names() == []
    assert empty_workspace.today == date.today()


def test_notebooks_are_copied_without_what_they_showed_on_the_sample(empty_workspace: Workspace) -> None:
    copies = sorted((empty_workspace.folder / "notebooks").glob("*.ipynb"))
    cells = [cell for path in copies for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert len(code) > len(copies) > 5
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code)


def test_the_sample_stands_still_and_holds_exports_and_plans(sample_workspace: Workspace) -> None:
    assert sample_workspace.today == date(2026, 9, 15)
    assert len(sample_workspace.store.names()) == 3
    names = {path.name.split("-")[0] for path in sample_workspace.incoming.iterdir()}
    assert names == {"excel", "hubspot", "salesforce"}


def test_a_workspace_is_found_from_any_folder_inside(
    empty_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(empty_workspace.folder / "data" / "incoming")
    assert Workspace.find().folder == empty_workspace.folder


def test_outside_any_workspace_the_sentence_says_how_to_make_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(WorkspaceError, match="clientplan new DIR"):
        Workspace.find()


def test_the_environment_names_one(empty_workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENVIRONMENT, str(empty_workspace.folder))
    monkeypatch.chdir(tmp_path)
    assert Workspace.find().folder == empty_workspace.folder


def test_making_one_twice_is_refused(empty_workspace: Workspace) -> None:
    with pytest.raises(WorkspaceError, match="already"):
        Workspace.create(empty_workspace.folder)


def test_the_throw_away_sample_is_shared_and_can_be_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    first = Workspace.find_or_sample()
    assert first.throw_away
    assert Workspace.find(first.folder / "notebooks").throw_away
    (first.folder / "left.txt").write_text("x")
    assert (Workspace.find_or_sample().folder / "left.txt").exists()
    assert not (Workspace.sample(fresh=True).folder / "left.txt").exists()
    assert first.folder.stat().st_mode & 0o777 == 0o700


def test_broken_settings_are_told_and_never_replaced_by_the_sample(
    empty_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    (empty_workspace.folder / "clientplan.toml").write_text("paper = 1\n")
    monkeypatch.chdir(empty_workspace.folder)
    with pytest.raises(WorkspaceError, match="mend these settings"):
        Workspace.find_or_sample()


def test_a_new_plan_is_for_the_planning_year_and_carries_the_manager(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "w")
    (workspace.folder / "clientplan.toml").write_text('manager = "Ana"\nyear_starts = 4\ntoday = 2026-02-03\n')
    stored = Workspace.open(workspace.folder).new_plan(Client(name="Øre & Co"))
    assert stored.name == "ore-and-co-2025-04"
    assert (stored.plan.manager, stored.plan.period.last) == ("Ana", date(2026, 3, 31))
    with pytest.raises(StoreError, match="there already"):
        Workspace.open(workspace.folder).new_plan(Client(name="Øre & Co"))


@pytest.mark.parametrize(
    ("day", "starts", "first", "last"),
    [
        (date(2026, 9, 15), 1, date(2026, 1, 1), date(2026, 12, 31)),
        (date(2026, 3, 31), 4, date(2025, 4, 1), date(2026, 3, 31)),
        (date(2028, 2, 29), 3, date(2027, 3, 1), date(2028, 2, 29)),
        (date(2026, 12, 1), 12, date(2026, 12, 1), date(2027, 11, 30)),
    ],
)
def test_planning_year(day: date, starts: int, first: date, last: date) -> None:
    assert (planning_year(day, starts).first, planning_year(day, starts).last) == (first, last)
