from __future__ import annotations

import importlib.util
import json
import os
import subprocess
from pathlib import Path

import pytest

from clientplan.system import install_line, pango_line
from clientplan.workspace import Workspace

WITHOUT_SUBSETTER = """
import cffi

found = cffi.FFI.dlopen

def dlopen(self, name, *rest):
    if name and "harfbuzz-subset" in name:
        raise OSError(f"cannot load library {name}")
    return found(self, name, *rest)

cffi.FFI.dlopen = dlopen
"""


def test_everything_is_there(clientplan) -> None:
    done = clientplan("doctor")
    assert done.status == 0
    assert "Pango: loads, and prints" in done.out


def test_what_is_missing_comes_with_the_line_that_mends_it(clientplan, monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *rest: None if name == "font_source_sans_pro" else found(name, *rest)
    )
    broken = subprocess.CompletedProcess([], 1, "", "OSError: cannot load library 'libgobject-2.0-0'\n")
    monkeypatch.setattr(subprocess, "run", lambda *_args, **_keywords: broken)
    done = clientplan("doctor", "--json")
    wrong = {answer["what"]: answer for answer in json.loads(done.out) if not answer["fine"]}
    assert done.status == 1
    assert set(wrong) == {"font font-source-sans-pro", "Pango", "HarfBuzz subsetter"}
    assert wrong["font font-source-sans-pro"]["mend"] == install_line("font-source-sans-pro")
    assert "libgobject" in wrong["Pango"]["found"]
    assert wrong["Pango"]["mend"] == wrong["HarfBuzz subsetter"]["mend"] == pango_line()


def test_a_subsetter_that_is_not_there_is_told_though_pages_are_printed(
    clientplan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sitecustomize.py").write_text(WITHOUT_SUBSETTER)
    search = filter(None, [str(tmp_path), os.environ.get("PYTHONPATH")])
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(search))
    done = clientplan("doctor")
    assert done.status == 1
    assert "ok       Pango: loads, and prints" in done.out
    assert f"missing  HarfBuzz subsetter: not found: printing is slow without it\n         {pango_line()}" in done.out


def test_an_extension_that_was_switched_off_is_told(
    clientplan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path))
    assert "ok       JupyterLab extension: seen by clientplan lab" in clientplan("doctor").out
    (tmp_path / "labconfig").mkdir()
    (tmp_path / "labconfig" / "page_config.json").write_text('{"disabledExtensions": {"clientplan": true}}')
    done = clientplan("doctor")
    assert done.status == 1
    assert "off      JupyterLab extension: switched off\n         jupyter labextension enable clientplan" in done.out


def test_packs_that_are_refused_are_told(
    clientplan, sample_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sample_workspace.folder)
    assert clientplan("doctor").status == 0
    (sample_workspace.templates / "bad").mkdir()
    (sample_workspace.templates / "bad" / "pack.toml").write_text("title = ")
    done = clientplan("doctor")
    assert done.status == 1
    assert "refused  template pack: The pack bad can't be used: bad/pack.toml: this isn't TOML" in done.out
    assert "two-page" in next(line for line in done.out.splitlines() if "template packs:" in line)
