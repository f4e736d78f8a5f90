from __future__ import annotations

import importlib.util
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_shows_what_the_commands_print() -> None:
    spec = importlib.util.spec_from_file_location("weak_plans", DOCS / "weak_plans.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    text = (DOCS / "weak-plans.md").read_text(encoding="utf-8")
    assert module.page(text) == text, "run `python3 start.py docs`"
    assert text.count("```console\n$ clientplan check ") == 4
