"""The notebooks, run in kernels of their own: with nothing there, and by nbval on the sample portfolio."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbclient
import nbformat
import pytest

from clientplan import paths
from clientplan.workspace import ENVIRONMENT, Workspace

Shown = dict[str, list[str]]


def run(folder: Path, names: list[str]) -> Shown:
    """What each code cell shows as plain text, by notebook; the notebooks are those that the workspace holds."""
    return {name: _run(folder / "notebooks" / f"{name}.ipynb") for name in names}


def _run(path: Path) -> list[str]:
    notebook = nbformat.read(path, as_version=4)
    resources = {"metadata": {"path": str(path.parent)}}
    nbclient.NotebookClient(notebook, timeout=120, kernel_name="python3", resources=resources).execute()
    return shown(notebook)


def shown(notebook: Any) -> list[str]:
    return [
        "\n".join(str(output.data["text/plain"]) for output in cell.outputs)
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


def stored(name: str) -> Any:
    return nbformat.read(paths.notebooks() / f"{name}.ipynb", as_version=4)


@pytest.fixture(scope="session")
def names() -> list[str]:
    return sorted(path.stem for path in paths.notebooks().glob("*.ipynb"))


@pytest.fixture(scope="session")
def _no_workspace_named() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(ENVIRONMENT, raising=False)
        yield


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory, names: list[str], _no_workspace_named: None) -> Shown:
    workspace = Workspace.create(tmp_path_factory.mktemp("empty") / "workspace")
    return run(workspace.folder, names)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory, _no_workspace_named: None) -> Workspace:
    return Workspace.create(tmp_path_factory.mktemp("sample") / "workspace", sample=True)


@pytest.fixture(scope="session")
def compared(sample: Workspace) -> str:
    """What nbval says of all of them, one after the other: each cell must show to the letter what is stored with it."""
    return nbval(sample, paths.notebooks())


def nbval(workspace: Workspace, notebooks: Path) -> str:
    strict = ("--nbval", "--nbval-current-env", "--nbval-cell-timeout=120")  # seconds
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}  # we are in one too
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *strict, "-p", "no:cacheprovider", str(notebooks)],
        cwd=paths.notebooks().parent,
        env=kept | {ENVIRONMENT: str(workspace.folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_with_nothing_there_each_says_what_to_do_next(empty: Shown) -> None:
    assert len(empty) == 9
    for name, (_, header, *forms) in empty.items():
        assert header.startswith("No client is chosen yet.\n  Start: choose a client"), name
        assert all(forms), name
    assert empty["00_start"][2:4] == ["No plans yet.", "Plans: none yet"]
    assert empty["01_collect"][2].startswith("No exports yet.")
    assert empty["02_understand"][2].startswith("Nothing was collected yet.")
    assert empty["03_purpose"][2].startswith("The page as it stands now")
    assert empty["03_purpose"][3].startswith("Value proposition: ")  # guidance needs no client
    assert empty["03_purpose"][4:] == ["No client is chosen yet."] * 4
    assert empty["05_plan"][2:] == ["No client is chosen yet."] * 2
    assert empty["06_review"][2].startswith("Review: ")
    assert empty["06_review"][3:] == ["No client is chosen yet."] * 5
    assert empty["08_workshop"][2:] == ["The handout, 1 page on A4: output/handout.pdf", "No plans yet."]
    spent, effort, hours, week = empty["07_portfolio"][2:]
    assert effort == "No client is chosen yet."
    assert all(form.startswith("Nothing was collected yet.") for form in (spent, hours, week))


def test_on_the_sample_each_shows_what_is_stored(compared: str, names: list[str]) -> None:
    cells = [cell for name in names for cell in stored(name).cells if cell.cell_type == "code"]
    assert f" {len(cells)} passed" in compared


def test_running_changes_no_plan_and_a_second_run_shows_the_same(compared: str, sample: Workspace) -> None:
    """The first run collected and printed; the first page must not show that by another text."""
    for plan in (paths.sample_data() / "plans").glob("*.yaml"):
        assert (sample.store.folder / plan.name).read_bytes() == plan.read_bytes()
    assert " passed" in nbval(sample, paths.notebooks() / "00_start.ipynb")


@pytest.mark.usefixtures("compared")
@pytest.mark.parametrize(("notebook", "cell"), [("05_plan", 2), ("06_review", -1), ("08_workshop", 2)])
def test_what_is_printed_is_there(sample: Workspace, notebook: str, cell: int) -> None:
    name = shown(stored(notebook))[cell].split("output/")[1]
    assert (sample.output / name).read_bytes().startswith(b"%PDF-")
