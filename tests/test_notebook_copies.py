"""A newer version and the notebooks that lie in a workspace."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from clientplan import paths
from clientplan.notebook_copies import copy_notebooks, renew_notebooks

PURPOSE = "03_purpose.ipynb"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """As the version that is installed makes it."""
    copy_notebooks(tmp_path / "notebooks")
    return tmp_path / "notebooks"


@pytest.fixture
def newer(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on a version is installed whose notebook on purpose has another sentence in its first cell."""
    shipped = tmp_path / "shipped"
    shutil.copytree(paths.notebooks(), shipped)
    change(shipped / PURPOSE, "A newer sentence")
    monkeypatch.setattr(paths, "notebooks", lambda: shipped)


def change(path: Path, words: str) -> None:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["cells"][0]["source"] = [words]
    path.write_text(json.dumps(notebook), encoding="utf-8")


def first(path: Path) -> str:
    notebook: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return "".join(notebook["cells"][0]["source"])


def test_of_the_same_version_nothing_is_touched(folder: Path) -> None:
    change(folder / PURPOSE, "My own words")
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert renew_notebooks(folder) == ([], [])
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == before


@pytest.mark.usefixtures("newer")
def test_one_that_nobody_changed_follows(folder: Path) -> None:
    assert renew_notebooks(folder) == ([PURPOSE], [])
    assert first(folder / PURPOSE) == "A newer sentence"
    assert renew_notebooks(folder) == ([], [])


@pytest.mark.usefixtures("newer")
def test_having_been_run_and_saved_is_no_change(folder: Path) -> None:
    """Jupyter writes lines as a list, outputs, counts, and metadata of its own."""
    notebook = json.loads((folder / PURPOSE).read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        cell["source"] = "".join(cell["source"]).splitlines(keepends=True)
        if cell["cell_type"] == "code":
            cell |= {"execution_count": 3, "outputs": [{"output_type": "stream", "name": "stdout", "text": "a"}]}
    notebook["metadata"]["language_info"] = {"name": "python", "version": "3.13.1"}
    (folder / PURPOSE).write_text(json.dumps(notebook), encoding="utf-8")
    assert renew_notebooks(folder) == ([PURPOSE], [])
    assert "outputs" in json.loads((folder / PURPOSE).read_text(encoding="utf-8"))["cells"][1]


@pytest.mark.usefixtures("newer")
@pytest.mark.parametrize(
    "text", [None, "", "[1]", "{}", '{"cells": [3], "metadata": {"clientplan": 1}}', "<<<<<<< mine"]
)
def test_what_somebody_made_their_own_is_kept_to_the_byte(folder: Path, text: str | None) -> None:
    if text is None:
        change(folder / PURPOSE, "My own words")
    else:
        (folder / PURPOSE).write_text(text, encoding="utf-8")
    before = (folder / PURPOSE).read_bytes()
    assert renew_notebooks(folder) == ([], [PURPOSE])
    assert (folder / PURPOSE).read_bytes() == before


def test_a_missing_one_comes_back_and_others_are_left_alone(folder: Path) -> None:
    (folder / PURPOSE).unlink()
    (folder / "mine.ipynb").write_text("mine", encoding="utf-8")
    assert renew_notebooks(folder) == ([PURPOSE], [])
    assert "My own" not in first(folder / PURPOSE)
    assert (folder / "mine.ipynb").read_text(encoding="utf-8") == "mine"
    shutil.rmtree(folder)
    assert len(renew_notebooks(folder).replaced) == len(list(paths.notebooks().glob("*.ipynb")))
