"""Notebooks that aren't ours, or no longer: nothing runs, nothing is hidden."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.browser.lab import SHOWN, code_cells, kernel_known, open_path

from clientplan import paths
from clientplan.workspace import Workspace

WRITES = "from pathlib import Path\nPath('ran.txt').write_text('ran')"
QUIET = 3000  # milliseconds in which a notebook of ours has long begun to run


def test_with_one_of_our_cells_and_another_nothing_runs(page: Any, workspace: Workspace) -> None:
    put(workspace, "theirs/stranger", [ours("00_start")[0], WRITES])
    open_path(page, "theirs/stranger.ipynb")
    assert_inert(page, workspace.folder / "theirs" / "ran.txt")


def test_a_strangers_notebook_isnt_even_mentioned(page: Any, workspace: Workspace) -> None:
    put(workspace, "theirs/foreign", [WRITES])
    open_path(page, "theirs/foreign.ipynb")
    assert_inert(page, workspace.folder / "theirs" / "ran.txt")
    assert page.locator(".Toastify__toast").count() == 0
    assert page.get_by_role("button", name="Show code").count() == 0


def test_a_cell_that_differs_by_one_blank_isnt_ours(page: Any, workspace: Workspace) -> None:
    first, *others = ours("00_start")
    put(workspace, "theirs/blank", [first + " ", *others])
    open_path(page, "theirs/blank.ipynb")
    assert_inert(page, workspace.folder / "theirs" / "ran.txt")


def test_a_module_beside_it_is_not_run_in_place_of_ours(page: Any, workspace: Workspace) -> None:
    put(workspace, "trap/trap", ours("00_start"))
    (workspace.folder / "trap" / "clientplan.py").write_text(WRITES)
    open_path(page, "trap/trap.ipynb")
    page.get_by_text("Beside it lies clientplan.py").wait_for()
    page.wait_for_timeout(QUIET)
    assert not (workspace.folder / "trap" / "ran.txt").exists()


def test_a_shipped_one_with_a_cell_of_the_users_own_is_an_ordinary_notebook(page: Any, workspace: Workspace) -> None:
    put(workspace, "notebooks/mine", [*ours("00_start"), WRITES])
    open_path(page, "notebooks/mine.ipynb")
    page.get_by_text("isn’t as it was shipped").wait_for()
    assert_inert(page, workspace.folder / "notebooks" / "ran.txt")


@pytest.mark.parametrize("path", ["../../etc/hosts", "notebooks", "notebooks/none.ipynb", "clientplan.toml/x"])
def test_what_lies_beside_is_told_of_notebooks_that_are_served_alone(page: Any, path: str) -> None:
    assert page.request.get("/clientplan/beside?path=notebooks/00_start.ipynb").json() == {"modules": []}
    assert page.request.get(f"/clientplan/beside?path={path}").status == 404


def assert_inert(page: Any, ran: Path) -> None:
    kernel_known(page)
    page.wait_for_timeout(QUIET)
    assert not ran.exists()
    assert page.locator(f"{SHOWN} .jp-CodeCell .jp-OutputArea-child").count() == 0
    assert page.locator(f"{SHOWN} .jp-CodeCell .cm-editor:visible").count() == len(code_cells(page))


def ours(name: str) -> list[str]:
    notebook = json.loads((paths.notebooks() / f"{name}.ipynb").read_text(encoding="utf-8"))
    return ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]


def put(workspace: Workspace, name: str, sources: list[str]) -> None:
    cell = {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": []}
    cells = [{**cell, "id": f"cell-{number}", "source": source} for number, source in enumerate(sources)]
    python = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook = {"cells": cells, "metadata": {"kernelspec": python}, "nbformat": 4, "nbformat_minor": 5}
    path = workspace.folder / f"{name}.ipynb"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(notebook), encoding="utf-8")
