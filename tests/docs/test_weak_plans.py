from __future__ import annotations

from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_shows_what_the_commands_print(script) -> None:
    text = (DOCS / "weak-plans.md").read_text(encoding="utf-8")
    assert script("weak_plans").page(text) == text, "run `python3 start.py docs`"
    assert text.count("```console\n$ clientplan check ") == 4
