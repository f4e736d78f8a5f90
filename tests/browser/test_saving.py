"""What a notebook showed, on the disk."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

from tests.browser.lab import SHOWN, choose, eventually, kernel_known, open_notebook, open_path

from clientplan.workspace import Workspace


def test_ours_is_saved_without_what_it_showed(page: Any, workspace: Workspace) -> None:
    path = workspace.folder / "notebooks" / "03_purpose.ipynb"
    before, made = path.stat().st_mtime_ns, on_disk(path)
    open_notebook(page, "03_purpose")
    page.keyboard.press("Control+s")
    eventually(page, lambda: path.stat().st_mtime_ns > before and bool(on_disk(path)))
    notebook = on_disk(path)
    assert any(cell["cell_type"] == "code" for cell in notebook["cells"])
    assert notebook["metadata"]["clientplan"] == made["metadata"]["clientplan"]  # by which a newer version knows it
    assert written(notebook) == written(made)
    assert shown(notebook) == []
    assert "widgets" not in notebook["metadata"]
    assert page.locator(f"{SHOWN} .cp-panel").count() > 1  # in the page it stands as before
    assert page.locator(".jp-Dialog").count() == 0


def test_a_strangers_keeps_it(page: Any, workspace: Workspace) -> None:
    path = workspace.folder / "analysis.ipynb"
    cell = {"cell_type": "code", "execution_count": None, "id": "a", "metadata": {}, "outputs": [], "source": "6 * 7"}
    python = {"display_name": "Python 3", "language": "python", "name": "python3"}
    path.write_text(
        json.dumps({"cells": [cell], "metadata": {"kernelspec": python}, "nbformat": 4, "nbformat_minor": 5})
    )
    open_path(page, path.name)
    kernel_known(page)
    choose(page, "Run", "Run All Cells")
    page.locator(f"{SHOWN} .jp-OutputArea-output", has_text="42").wait_for()
    page.keyboard.press("Control+s")
    eventually(page, lambda: bool(shown(on_disk(path))))


def on_disk(path: Path) -> dict[str, Any]:
    """The notebook; an empty one while it is being written, which the server does in place."""
    text = path.read_text(encoding="utf-8")
    with suppress(json.JSONDecodeError):
        return cast(dict[str, Any], json.loads(text))
    return {}


def shown(notebook: dict[str, Any]) -> list[Any]:
    code = [cell for cell in notebook.get("cells", []) if cell["cell_type"] == "code"]
    return [cell for cell in code if cell["outputs"] or cell["execution_count"] is not None]


def written(notebook: dict[str, Any]) -> list[str]:
    return ["".join(cell["source"]) for cell in notebook["cells"]]
