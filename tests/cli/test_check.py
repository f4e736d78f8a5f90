from __future__ import annotations

import json
from pathlib import Path

import pytest

from clientplan.workspace import Workspace


@pytest.fixture(autouse=True)
def _inside(sample_workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(sample_workspace.folder)


def spoil(workspace: Workspace, before: str, after: str) -> Path:
    path = workspace.store.path("confiserie-aubrelle-2026-04")
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    return path


def test_the_finished_plans_have_no_findings(clientplan) -> None:
    done = clientplan("check")
    assert (done.status, done.out) == (0, "")
    assert "No findings" in done.err


def test_a_finding_names_file_line_and_remedy(clientplan, sample_workspace: Workspace) -> None:
    path = spoil(sample_workspace, "next_review: 2026-10-06", "next_review: 2026-09-06")
    line = path.read_text(encoding="utf-8").split("\n").index("next_review: 2026-09-06") + 1
    done = clientplan("check", "confiserie-aubrelle-2026-04")
    assert done.status == 1
    assert done.out.startswith(f"{path.name}:{line}:1: error CP202 ")
    assert "1 finding in 1 plan, 1 of them error" in done.err


def test_for_machines(clientplan, sample_workspace: Workspace) -> None:
    spoil(sample_workspace, "next_review: 2026-10-06", "next_review: 2027-01-06")
    done = clientplan("check", "--json")
    (row,) = json.loads(done.out)
    assert (done.status, row["code"], row["severity"]) == (1, "CP202", "warning")


def test_every_problem_of_a_file_that_is_no_plan(clientplan, sample_workspace: Workspace) -> None:
    spoil(sample_workspace, "manager:", "manger:")
    spoil(sample_workspace, "phase: erosion", "phase: falling")
    done = clientplan("check", "plans/confiserie-aubrelle-2026-04.yaml")
    assert done.status == 1
    assert "Did you mean manager?" in done.out
    assert "“falling” isn't one of build, maintenance, erosion" in done.out


def test_a_check_that_the_workspace_switches_off(clientplan, sample_workspace: Workspace) -> None:
    spoil(sample_workspace, "next_review: 2026-10-06", "next_review: 2026-09-06")
    settings = sample_workspace.folder / "clientplan.toml"
    settings.write_text(settings.read_text() + '[checks_off]\nCP202 = "reviews are set by the client"\n')
    assert clientplan("check").status == 0


def test_a_file_that_cannot_be_read_is_told_beside_the_others(clientplan, sample_workspace: Workspace) -> None:
    (sample_workspace.store.folder / "empty.yaml").write_text("")
    spoil(sample_workspace, "next_review: 2026-10-06", "next_review: 2027-01-06")
    done = clientplan("check", "empty", "confiserie-aubrelle-2026-04")
    assert done.status == 1
    assert "empty.yaml: error the file is empty" in done.out
    assert "CP202" in done.out


def test_a_threshold_of_the_workspace(clientplan, sample_workspace: Workspace) -> None:
    settings = sample_workspace.folder / "clientplan.toml"
    settings.write_text(settings.read_text() + "[thresholds.CP401]\nmost = 4\n")
    done = clientplan("check", "confiserie-aubrelle-2026-04")
    assert (done.status, done.out.count("CP401")) == (1, 1)
    assert "4 is the most" in done.out


def test_a_plan_that_is_not_there(clientplan) -> None:
    done = clientplan("check", "nobody")
    assert done.status == 1
    assert "There is no plan nobody. Plans here: confiserie-aubrelle-2026-04, " in done.err


def test_outside_a_workspace(clientplan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = clientplan("check")
    assert done.status == 1
    assert "clientplan new DIR" in done.err
