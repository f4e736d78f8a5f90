from __future__ import annotations

from pathlib import Path

import pytest

from clientplan.jupyter.beside import modules_beside
from clientplan.workspace import Workspace


def test_beside_the_notebooks_of_a_workspace_lies_none(empty_workspace: Workspace) -> None:
    notebook = empty_workspace.folder / "notebooks" / "00_start.ipynb"
    (notebook.parent / ".ipynb_checkpoints").mkdir()
    (notebook.parent / "notes").mkdir()
    (notebook.parent / "notes" / "todo.txt").touch()
    assert modules_beside(notebook) == []


@pytest.mark.parametrize("name", ["clientplan.py", "clientplan.pyc", "pandas.abi3.so", "clientplan/__init__.py"])
def test_whatever_python_would_import_from_there_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).touch()
    assert modules_beside(tmp_path / "00_start.ipynb") == [name.split("/", maxsplit=1)[0]]
