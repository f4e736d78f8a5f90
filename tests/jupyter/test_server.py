from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from clientplan import paths
from clientplan.jupyter import _jupyter_server_extension_points, _load_jupyter_server_extension
from clientplan.jupyter.places import MODULE
from clientplan.jupyter.saving import forget_outputs
from clientplan.jupyter.server import start
from clientplan.jupyter.shipped import sources
from clientplan.workspace import ENVIRONMENT, Workspace


def test_the_page_is_told_every_source_that_is_shipped_and_no_other(empty_workspace: Workspace) -> None:
    hooks: list[Any] = []
    web = SimpleNamespace(settings={"base_url": "/"}, add_handlers=lambda *_: None)
    contents = SimpleNamespace(register_pre_save_hook=hooks.append)
    server: Any = SimpleNamespace(contents_manager=contents, web_app=web, root_dir=str(empty_workspace.folder))
    _load_jupyter_server_extension(server)
    told = web.settings["page_config_data"]
    assert set(json.loads(told["clientplanSources"])) == sources()
    assert told["clientplanStart"] == "notebooks/00_start.ipynb"
    assert hooks == [forget_outputs]
    assert _jupyter_server_extension_points() == [{"module": MODULE}]


def test_the_sources_are_those_of_all_notebooks() -> None:
    shipped = sorted(paths.notebooks().glob("*.ipynb"))
    assert len(shipped) >= 7
    code = [
        "".join(cell["source"])
        for path in shipped
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
        if cell["cell_type"] == "code"
    ]
    assert set(code) == sources()
    assert "" not in sources()


def test_the_first_notebook_is_found_where_the_server_serves_a_workspace(
    empty_workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert start(empty_workspace.folder) == "notebooks/00_start.ipynb"
    assert start(tmp_path) == ""
    monkeypatch.setenv(ENVIRONMENT, str(empty_workspace.folder))
    assert start(tmp_path) == "workspace/notebooks/00_start.ipynb"
    assert start(empty_workspace.folder / "data") == ""
