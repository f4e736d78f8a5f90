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
PACKS = [
    ("one-page", "full", Edition.CLIENT),
    ("build", "sparse", Edition.INTERNAL),
    ("build", "full", Edition.INTERNAL),
    ("recovery", "full", Edition.INTERNAL),
    ("recovery", "full", Edition.CLIENT),
    ("review", "full", Edition.INTERNAL),
]


def file_of(name: str, edition: Edition, locale: str | None = None, pack: str = "") -> Path:
    return GOLDEN / f"{'-'.join(part for part in (pack, name, edition.value, locale) if part)}.html"


def compare(html: str, file: Path) -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(html, encoding="utf-8")
    assert html == file.read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "edition", "locale"), PAGES)
def test_the_page_is_what_was_looked_at(
    printed: Callable[..., Printed], name: str, edition: Edition, locale: str | None
) -> None:
    compare(printed(name, edition, locale=locale).html, file_of(name, edition, locale))


@pytest.mark.parametrize(("pack", "name", "edition"), PACKS)
def test_the_page_of_a_pack_is_what_was_looked_at(
    printed: Callable[..., Printed], pack: str, name: str, edition: Edition
) -> None:
    compare(printed(name, edition, pack=pack).html, file_of(name, edition, pack=pack))


def test_no_golden_page_is_left_over() -> None:
    packs = [file_of(name, edition, pack=pack) for pack, name, edition in PACKS]
    assert sorted(GOLDEN.glob("*")) == sorted([*(file_of(*page) for page in PAGES), *packs])
