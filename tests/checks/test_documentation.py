from __future__ import annotations

import re
from pathlib import Path

from clientplan.checks import registered
from clientplan.checks.documentation import page

PAGE = Path(__file__).parents[2] / "docs" / "checks.md"


def test_the_page_is_what_the_code_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run python -m clientplan.checks.documentation"


def test_every_rule_has_its_section_and_its_line_in_the_table() -> None:
    text = page()
    for rule in registered().values():
        title = f"{rule.code} {rule.name}"
        assert text.count(f"\n## {title}\n") == 1
        assert f"[{rule.code}](#{title.lower().replace(' ', '-')})" in text
        assert all(f"| `{threshold.name}` | {threshold.default} |" in text for threshold in rule.thresholds)


def test_every_section_has_the_same_headings() -> None:
    sections = re.split(r"\n## ", page())[1:]
    assert len(sections) == len(registered())
    for section in sections:
        headings = re.findall(r"^\*\*(What it finds|Why it matters|Example|Better)", section, flags=re.MULTILINE)
        assert headings == ["What it finds", "Why it matters", "Example", "Better"]
