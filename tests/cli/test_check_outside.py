"""Plans without a workspace around them, or around the folder that we are in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from clientplan.workspace import Workspace

PLAN = "confiserie-aubrelle-2026-04"
DAY = ("--today", "2026-09-15")


@pytest.fixture
def lonely(tmp_path: Path, sample_workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plan's file outside any workspace, in the folder that we are in."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return Path(shutil.copy(sample_workspace.store.path(PLAN), folder / "plan.yaml"))


def test_without_a_plan_a_workspace_is_needed(clientplan, lonely: Path) -> None:
    done = clientplan("check")
    assert done.status == 1
    assert "clientplan new DIR" in done.err


def test_a_file_is_checked_by_our_settings(clientplan, lonely: Path) -> None:
    done = clientplan("check", lonely.name, *DAY)
    assert (done.status, done.out, done.err) == (0, "", "No findings in 1 plan.\n")
    done = clientplan("check", lonely.name, "--today", "2026-12-15")
    assert done.status == 1
    assert "--> plan.yaml:" in done.out


def test_on_the_calendars_day(clientplan, lonely: Path) -> None:
    lonely.write_text(lonely.read_text().replace("next_review: 2026-10-06", "next_review: 2001-10-06"))
    assert "2001-10-06 is past" in clientplan("check", lonely.name).out


def test_a_file_of_a_workspace_elsewhere_is_checked_by_its_settings(
    clientplan, lonely: Path, sample_workspace: Workspace
) -> None:
    settings = sample_workspace.folder / "clientplan.toml"
    settings.write_text(settings.read_text() + "[thresholds.CP401]\nmost = 4\n")
    done = clientplan("check", sample_workspace.store.path(PLAN))
    assert "CP401" in done.out
    assert f"../sample/plans/{PLAN}.yaml" in done.out


def test_the_workspace_that_we_are_in_goes_first(
    clientplan, lonely: Path, sample_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = sample_workspace.folder / "clientplan.toml"
    settings.write_text(settings.read_text() + "[thresholds.CP401]\nmost = 4\n")
    monkeypatch.chdir(sample_workspace.folder)
    assert "CP401" in clientplan("check", lonely).out


def test_a_file_that_is_not_there(clientplan, lonely: Path) -> None:
    done = clientplan("check", "nobody")
    assert done.status == 1
    assert "There is no file nobody" in done.err


def test_the_page_needs_a_workspace(clientplan, lonely: Path) -> None:
    assert clientplan("check", lonely.name, "--page").status == 2


def test_the_page_of_both_editions_is_judged(
    clientplan, sample_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    from clientplan import press
    from clientplan.checks.figures import Print
    from clientplan.plan.words import Edition

    def examine(_workspace: Workspace, _name: str, _plan: object, edition: Edition) -> Print:
        return Print(edition, 3, 2)

    monkeypatch.chdir(sample_workspace.folder)
    monkeypatch.setattr(press, "examine", examine)
    done = clientplan("check", PLAN, "--page")
    assert (done.status, done.out.count("error[CP101]")) == (1, 2)


def test_a_page_that_cannot_be_laid_out_hides_nothing(
    clientplan, sample_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sample_workspace.folder)
    settings = sample_workspace.folder / "clientplan.toml"
    settings.write_text(f'pack = "tow-page"\n{settings.read_text()}\n[thresholds.CP401]\nmost = 4\n')
    done = clientplan("check", PLAN, "--page")
    assert done.status == 1
    assert "CP401" in done.out
    assert f"{PLAN}, client edition: " in done.err
    assert "two-page" in done.err
