"""Whether every text that was to be printed stands in the PDF: cropping is silent, so the file is read back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

import pypdfium2

# Spaces and line ends are the layout's own; hyphens may stand at the end of a line or vanish there.
_LOOSE = re.compile(r"[\s\u00ad\u2010\u2011\u0002\ufffe-]+")
# Signs for which our fonts have one glyph: quotation marks and modifier letters, delta and increment, loose accents.
_SHARED_GLYPHS = str.maketrans("\u02bb\u02bc\u2206", "\u2018\u2019\u0394", "\u02c9\u02ca\u02cb\u00af\u00b4\u0060")


def read(pdf: bytes) -> list[str]:
    """The text that can be seen on each page; what lies outside the page isn't part of it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_visible(page) for page in document]
    finally:
        document.close()


def missing(texts: Iterable[tuple[str, str]], pages: Sequence[str]) -> list[str]:
    """The places whose text isn't in the pages, and the texts that are there less often than they should be."""
    found = [bare(page) for page in pages]
    places: dict[str, list[str]] = {}
    for place, text in texts:
        if bare(text):
            places.setdefault(text, []).append(place)
    lost: list[str] = []
    for text, wanted in places.items():
        times = sum(_count(text, page) for page in found)
        if times == 0 and not _across(bare(text), found):
            lost += wanted
        elif 0 < times < len(wanted):
            lost.append(f"“{text}” ({times} of {len(wanted)} times)")
    return lost


def _count(text: str, page: str) -> int:
    """How often a text stands on a page. Letters with loose accents are read back with signs of no meaning between."""
    letters = bare(text)
    if not any(unicodedata.category(mark) == "Mn" for mark in unicodedata.normalize("NFC", text)):
        return page.count(letters)
    return len(re.findall(".{0,2}".join(map(re.escape, letters)), page))


def _visible(page: pypdfium2.PdfPage) -> str:
    text = page.get_textpage()
    try:
        seen: str = text.get_text_bounded()
        return seen
    finally:
        text.close()


def bare(text: str) -> str:
    """What a reader of the PDF gives back for sure: letters and signs in their order.

    Accents are left out, since a font may draw one letter as two glyphs; so are signs that share a glyph with another.
    """
    apart = unicodedata.normalize("NFKD", text.translate(_SHARED_GLYPHS))
    return _LOOSE.sub("", "".join(mark for mark in apart if unicodedata.category(mark) != "Mn"))


def _across(text: str, pages: Sequence[str]) -> bool:
    """Whether a text begins on one page and goes on upon the next."""
    if not pages:
        return False
    low, high = 0, len(text)
    while low < high:  # the longest beginning that this page holds
        middle = (low + high + 1) // 2
        low, high = (middle, high) if text[:middle] in pages[0] else (low, middle - 1)
    return low == len(text) or _across(text[low:], pages[1:])
