from __future__ import annotations

import re
from pathlib import Path

import pytest

from clientplan.checks import described
from clientplan.checks.documentation import index, pages, write

DOCS = Path(__file__).parents[2] / "docs"
HEADINGS = ["What it finds", "Why it matters", "Example", "Better"]


def test_the_pages_are_what_the_code_says(tmp_path: Path) -> None:
    write(tmp_path)
    made = {path.relative_to(tmp_path): path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.md")}
    there = {path: (DOCS / path).read_text(encoding="utf-8") for path in made if (DOCS / path).is_file()}
    assert there == made, "run python3 start.py docs"
    assert {path.name for path in (DOCS / "checks").iterdir()} == set(pages()), "run python3 start.py docs"


def test_a_page_of_a_check_that_is_gone_is_taken_away(tmp_path: Path) -> None:
    (tmp_path / "checks").mkdir()
    (tmp_path / "checks" / "CP999.md").write_text("gone")
    write(tmp_path)
    assert not (tmp_path / "checks" / "CP999.md").exists()


@pytest.mark.parametrize("rule", described().values(), ids=lambda rule: rule.code)
def test_every_check_has_its_page_and_its_line(rule) -> None:
    page = pages()[f"{rule.code}.md"]
    assert page.startswith(f"# {rule.code} {rule.name}\n")
    found = re.findall(r"^## (.*)$", page, flags=re.MULTILINE)
    assert found[:4] == HEADINGS
    assert (found[-1] == "Switch it off") == (rule.code != "CP001")
    assert all(f"| `{threshold.name}` | {threshold.default} |" in page for threshold in rule.thresholds)
    assert index().count(f"| [{rule.code}](checks/{rule.code}.md) | {rule.name} |") == 1


def test_every_link_leads_somewhere() -> None:
    for name, text in {**{f"checks/{name}": page for name, page in pages().items()}, "checks.md": index()}.items():
        for target in re.findall(r"\]\(([^)#]+)\)", text):
            assert ((DOCS / name).parent / target).is_file(), f"{name}: {target}"
