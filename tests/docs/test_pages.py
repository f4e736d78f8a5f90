from __future__ import annotations

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
PAGES = sorted([*DOCS.rglob("*.md"), DOCS.parent / "README.md", DOCS.parent / "CONTRIBUTING.md"])


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_links_and_pictures_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    here = [link for link in links if "://" not in link]
    assert [link for link in here if not (page.parent / link).exists()] == []


def test_each_sample_plan_is_shown_in_both_editions() -> None:
    plans = [path.stem for path in (DOCS.parent / "sample_data" / "plans").glob("*.yaml")]
    shown = (DOCS / "pages" / "README.md").read_text(encoding="utf-8")
    assert len(plans) == 3
    for path in (DOCS / "pages").glob("*.png"):
        assert path.name in shown
    assert all(f"{plan}-{edition}-1.png" in shown for plan in plans for edition in ("client", "internal"))
