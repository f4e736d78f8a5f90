from __future__ import annotations

import importlib.util
import json
import subprocess

import pytest

from clientplan.system import install_line, pango_line


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
