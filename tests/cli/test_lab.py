from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

import pytest

from clientplan.jupyter.places import environment
from clientplan.workspace import Workspace


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The command lines that would have been run."""
    lines: list[list[str]] = []

    def run(command: list[str], *, env: dict[str, str], **_options: object) -> subprocess.CompletedProcess[str]:
        assert environment().items() <= env.items()  # or JupyterLab wouldn't see the extension
        assert os.environ.items() - env.items() <= {(name, os.environ.get(name)) for name in environment()}
        lines.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", run)
    return lines


def test_lab_opens_the_first_notebook_of_the_workspace(
    clientplan, empty_workspace: Workspace, monkeypatch: pytest.MonkeyPatch, started: list[list[str]]
) -> None:
    monkeypatch.chdir(empty_workspace.folder / "data")
    assert clientplan("lab", "--no-browser", "--port", 9999).status == 0
    (line,) = started
    assert f"--ServerApp.root_dir={empty_workspace.folder}" in line
    assert "--LabApp.default_url=/lab/tree/notebooks/00_start.ipynb" in line
    assert {"--ServerApp.port=9999", "--no-browser"} <= set(line)


def test_outside_any_workspace_lab_says_that_this_is_a_sample(
    clientplan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, started: list[list[str]]
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    done = clientplan("lab")
    assert done.status == 0
    assert "throw-away copy" in done.err
    assert f"--ServerApp.root_dir={tmp_path.resolve()}" in " ".join(started[0])


def test_notebooks_of_an_earlier_version_follow_and_those_made_ones_own_are_named(
    clientplan, empty_workspace: Workspace, monkeypatch: pytest.MonkeyPatch, started: list[list[str]]
) -> None:
    monkeypatch.chdir(empty_workspace.folder)
    folder = empty_workspace.folder / "notebooks"
    (folder / "03_purpose.ipynb").unlink()
    (folder / "05_plan.ipynb").write_text("{}", encoding="utf-8")
    done = clientplan("lab")
    assert done.status == 0
    assert "Brought up to this version: 03_purpose.ipynb\n" in done.err
    assert "they stay as they are: 05_plan.ipynb. To have" in done.err
    assert (folder / "05_plan.ipynb").read_text(encoding="utf-8") == "{}"
    assert len(started) == 1


def test_notebooks_that_cant_be_written_are_opened_as_they_are(
    clientplan, empty_workspace: Workspace, monkeypatch: pytest.MonkeyPatch, started: list[list[str]]
) -> None:
    monkeypatch.chdir(empty_workspace.folder)
    (empty_workspace.folder / "notebooks" / "03_purpose.ipynb").unlink()
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(PermissionError(13, "Permission denied")))
    done = clientplan("lab")
    assert done.status == 0
    assert "can't be brought up to this version. Not saved: Permission denied" in done.err
    assert len(started) == 1
