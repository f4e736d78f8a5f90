from __future__ import annotations

import copy
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from clientplan import paths
from clientplan.jupyter.saving import forget_outputs
from clientplan.workspace import Workspace

SHOWN = {
    "output_type": "execute_result",
    "data": {"text/plain": "Harrow & Finch"},
    "metadata": {},
    "execution_count": 3,
}


def code(source: str | list[str]) -> dict[str, Any]:
    metadata = {"execution": {"iopub.status.busy": "2026-09-15T09:00:00Z"}, "tags": ["kept"]}
    return {"cell_type": "code", "source": source, "outputs": [SHOWN], "execution_count": 3, "metadata": metadata}


def notebook(*cells: dict[str, Any]) -> dict[str, Any]:
    prose = {"cell_type": "markdown", "source": "# Start", "metadata": {}}
    widgets = {"application/vnd.jupyter.widget-state+json": {"state": {"a": {"value": "Harrow & Finch"}}}}
    content = {"cells": [prose, *cells], "metadata": {"kernelspec": {"name": "python3"}, "widgets": widgets}}
    return {"type": "notebook", "format": "json", "content": content}


def saved(root: Path, path: str, model: dict[str, Any]) -> dict[str, Any]:
    forget_outputs(model=model, path=path, contents_manager=SimpleNamespace(root_dir=str(root)))
    return model


def one_of_ours() -> list[str]:
    shipped = json.loads((paths.notebooks() / "00_start.ipynb").read_text(encoding="utf-8"))
    source: list[str] = next(cell["source"] for cell in shipped["cells"] if cell["cell_type"] == "code")
    return source


@pytest.mark.parametrize(("root", "path"), [("", "notebooks/00_start.ipynb"), ("notebooks", "/00_start.ipynb")])
@pytest.mark.parametrize("with_another", [False, True])
def test_ours_keeps_its_words_and_nothing_that_it_showed(
    empty_workspace: Workspace, root: str, path: str, with_another: bool
) -> None:
    others = [code("print(desk)")] if with_another else []
    model = saved(empty_workspace.folder / root, path, notebook(code("".join(one_of_ours())), *others))
    assert "Harrow & Finch" not in json.dumps(model)
    assert "2026-09-15" not in json.dumps(model)
    cells = model["content"]["cells"]
    assert [cell["source"] for cell in cells[:2]] == ["# Start", "".join(one_of_ours())]
    assert [(cell["outputs"], cell["execution_count"]) for cell in cells[1:]] == [([], None)] * len(cells[1:])
    assert cells[1]["metadata"] == {"tags": ["kept"]}
    assert model["content"]["metadata"] == {"kernelspec": {"name": "python3"}}


def test_a_source_may_be_a_list_of_lines(empty_workspace: Workspace) -> None:
    model = saved(empty_workspace.folder, "notebooks/00_start.ipynb", notebook(code(one_of_ours())))
    assert model["content"]["cells"][1]["outputs"] == []


def test_notebooks_of_others_keep_all(empty_workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "elsewhere" / "notebooks").mkdir(parents=True)
    ours, theirs = notebook(code(one_of_ours())), notebook(code("6 * 7"))
    for root, path, model in (
        (empty_workspace.folder, "notebooks/analysis.ipynb", theirs),  # none of our cells
        (empty_workspace.folder, "analysis.ipynb", ours),  # not in the folder of the notebooks
        (tmp_path / "elsewhere", "notebooks/00_start.ipynb", ours),  # in no workspace
    ):
        assert saved(root, path, copy.deepcopy(model)) == model


@pytest.mark.parametrize(
    "model",
    [
        {"type": "file", "format": "text", "content": "words", "chunk": 1},
        {"type": "notebook", "content": None},
        {"type": "notebook", "content": {}},
        {"type": "notebook", "content": {"cells": None, "metadata": None}},
        {"type": "notebook", "content": {"cells": [{"cell_type": "code"}]}},
        {"type": "directory"},
    ],
)
def test_what_is_no_whole_notebook_is_saved_as_it_is(empty_workspace: Workspace, model: dict[str, Any]) -> None:
    assert saved(empty_workspace.folder, "notebooks/a.ipynb", copy.deepcopy(model)) == model


def test_files_that_lie_on_no_disk_are_left_alone() -> None:
    model = notebook(code(one_of_ours()))
    forget_outputs(model=model, path="notebooks/a.ipynb", contents_manager=SimpleNamespace())
    assert model == notebook(code(one_of_ours()))
