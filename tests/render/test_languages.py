"""Every pack that ships with us in every language: one or two pages, complete, nothing logged, no label broken."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import tostring

import pypdfium2
import pytest
from pypdf import PdfReader

from clientplan import paths
from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition
from clientplan.render.completeness import read
from clientplan.render.pack import load, names
from clientplan.render.printing import Printed, print_plan
from clientplan.render.tree import marked
from clientplan.render.tree import read as parse
from clientplan.render.view.kinds import Kind
from clientplan.render.words import languages

LOCALES = ("en-GB", "de-DE", "fr-FR", "es-ES", "ar-EG")
PLANS = tuple(sorted(path.stem for path in (paths.sample_data() / "plans").glob("*.yaml")))
# All packs once, on one plan; all plans on the pack that has most on it. The paper changes from one to the next.
PACKS = tuple(pack for pack in names() if load(pack).settings.of is not Kind.PORTFOLIO)
COMBINATIONS = [
    *((pack, PLANS[0], locale) for pack in PACKS if pack != "two-page" for locale in LOCALES),
    *(("two-page", plan, locale) for plan in PLANS for locale in LOCALES),
]
MM = 72 / 25.4


class Labels(HTMLParser):
    """The words of column heads and headings, which have no other place to go on."""

    def __init__(self) -> None:
        super().__init__()
        self.words: set[str] = set()
        self._inside = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside += tag in {"h2", "h3", "dt"} or (tag == "th" and ("scope", "col") in attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in {"h2", "h3", "dt", "th"}:
            self._inside = 0

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.words.update(re.findall(r"\w{5,}", data))


def labels(html: str) -> set[str]:
    found = Labels()
    found.feed(html)
    return found.words


def test_every_language_is_printed() -> None:
    assert {locale[:2] for locale in LOCALES} == set(languages())


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize(("pack", "plan", "locale"), COMBINATIONS)
def test_one_or_two_pages_and_nothing_lost(
    plans: Callable[[str], Plan], prints: dict[str, Any], pack: str, plan: str, locale: str, edition: Edition
) -> None:
    chosen = load(pack)
    papers = chosen.settings.paper
    paper = papers[(COMBINATIONS.index((pack, plan, locale)) + (edition is Edition.CLIENT)) % len(papers)]
    printed = print_plan(plans(plan), pack=chosen, edition=edition, paper=paper, locale=locale, **prints)
    assert 1 <= printed.pages <= 2
    if locale[:2] != "ar":  # Arabic is read back in joined pieces
        text = " ".join(read(printed.pdf))
        shown = tostring(marked(parse(printed.html, ours=True), "", printed.without), "unicode")
        assert {word for word in labels(shown) if word not in text} == set()


@pytest.fixture(scope="module")
def arabic() -> Printed:
    from clientplan.plan.reading import read as read_plan
    from clientplan.render.brand import Brand

    content = (paths.sample_data() / "plans" / f"{PLANS[0]}.yaml").read_bytes()
    brand = Brand("Meridian Packaging Systems")
    return print_plan(
        read_plan(content, PLANS[0]),
        edition=Edition.INTERNAL,
        today=date(2026, 9, 15),
        brand=brand,
        locale="ar-EG",
    )


def middle_of(pdf: bytes, text: str) -> float:
    """Where the first of these letters on the first page stands, in mm from the middle of the paper."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        opened = document[0].get_textpage()
        found = opened.search(text).get_next()
        assert found is not None, text
        left, _, right, _ = opened.get_charbox(found[0])
        opened.close()
        return float((left + right - document[0].get_width()) / 2 / MM)
    finally:
        document.close()


@pytest.mark.parametrize(
    ("english", "arabic_word", "side"),
    [("o1", "o1", -1), ("What each", "يريده", -1), ("not for", "ليس", 1), ("Page", "صفحة", 1)],
)
def test_an_arabic_page_is_the_mirror_of_an_english_one(
    plans: Callable[[str], Plan], prints: dict[str, Any], arabic: Printed, english: str, arabic_word: str, side: int
) -> None:
    usual = print_plan(plans(PLANS[0]), edition=Edition.INTERNAL, locale="en-GB", **prints)
    assert side * middle_of(usual.pdf, english) > 40
    assert -side * middle_of(arabic.pdf, arabic_word) > 40


def test_a_screen_reader_is_told_the_language(arabic: Printed, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(arabic.pdf)
    assert PdfReader(tmp_path / "a.pdf").trailer["/Root"]["/Lang"] == "ar-EG"  # type: ignore[index]  # a dictionary
    assert 'dir="rtl"' in arabic.html


def test_the_same_arabic_page_is_the_same_bytes(
    plans: Callable[[str], Plan], prints: dict[str, Any], arabic: Printed
) -> None:
    again = print_plan(plans(PLANS[0]), edition=Edition.INTERNAL, locale="ar-EG", **prints)
    assert again.pdf == arabic.pdf


def test_a_pack_of_others_prints_arabic_in_its_own_process(
    plans: Callable[[str], Plan], prints: dict[str, Any], tmp_path: Path
) -> None:
    (tmp_path / "two-page").mkdir()
    (tmp_path / "two-page" / "next_step.html.j2").write_text(
        '<p>خطوة: <bdi>{{ section.what }}</bdi> {{ section.who or "" }} {{ section.by }}</p>', encoding="utf-8"
    )
    pack = load("two-page", [tmp_path])
    assert pack.foreign
    assert print_plan(plans("full"), pack=pack, locale="ar-MA", **prints).pages <= 2


def test_a_language_without_words_of_ours_is_english_with_its_own_figures(
    plans: Callable[[str], Plan], prints: dict[str, Any]
) -> None:
    printed = print_plan(plans("full"), locale="nl-NL", **prints)
    assert 'dir="ltr"' in printed.html
    assert "Client plan" in printed.html
