"""The HTML of whole pages, compared with what was looked at. UPDATE_GOLDEN=1 writes it anew: read the difference."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from clientplan.plan.words import Edition
from clientplan.render.printing import Printed

GOLDEN = Path(__file__).parent / "golden"
PAGES = [
    ("full", Edition.INTERNAL, None),
    ("full", Edition.CLIENT, None),
    ("full", Edition.INTERNAL, "de-DE"),
    ("sparse", Edition.CLIENT, "fr-FR"),
    ("hard", Edition.INTERNAL, None),
    ("bare", Edition.CLIENT, None),
]


def file_of(name: str, edition: Edition, locale: str | None) -> Path:
    return GOLDEN / f"{name}-{edition.value}{f'-{locale}' if locale else ''}.html"


@pytest.mark.parametrize(("name", "edition", "locale"), PAGES)
def test_the_page_is_what_was_looked_at(
    printed: Callable[..., Printed], name: str, edition: Edition, locale: str | None
) -> None:
    html = printed(name, edition, locale=locale).html
    file = file_of(name, edition, locale)
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(html, encoding="utf-8")
    assert html == file.read_text(encoding="utf-8")


def test_no_golden_page_is_left_over() -> None:
    assert sorted(GOLDEN.glob("*")) == sorted(file_of(*page) for page in PAGES)
