"""Whether every text that was to be printed stands in the PDF: cropping is silent, so the file is read back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pypdfium2

from clientplan.render import page_text
from clientplan.render.matching import Found, bare


def read(pdf: bytes) -> list[str]:
    """The text that can be seen on each page; what lies outside the page isn't part of it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page_text.text(page, visible=True) for page in document]
    finally:
        document.close()


def missing(texts: Iterable[tuple[str, str]], pages: Sequence[str]) -> list[str]:
    """The places whose text isn't in the pages, and the texts that are there less often than they should be."""
    found = [Found(page) for page in pages]
    places: dict[str, list[str]] = {}
    for place, text in texts:
        if bare(text):
            places.setdefault(text, []).append(place)
    lost: list[str] = []
    for text, wanted in places.items():
        times = sum(page.times(text, len(wanted)) for page in found)
        if times == 0 and not _across(text, found):
            lost += wanted
        elif 0 < times < len(wanted):
            lost.append(f"“{text}” ({times} of {len(wanted)} times)")
    return lost


def _across(text: str, pages: Sequence[Found]) -> bool:
    """Whether a text begins on one page and goes on upon the next."""
    if any(page.turns for page in pages) and _by_words(text.split(), pages):
        return True
    return _by_letters(bare(text), pages)


def _by_letters(text: str, pages: Sequence[Found]) -> bool:
    if not pages:
        return False
    low, high = 0, len(text)
    while low < high:  # the longest beginning that this page holds
        middle = (low + high + 1) // 2
        low, high = (middle, high) if text[:middle] in pages[0].bare else (low, middle - 1)
    return low == len(text) or _by_letters(text[low:], pages[1:])


def _by_words(words: list[str], pages: Sequence[Found]) -> bool:
    """From right to left whole words are looked for, since their letters come back in any order."""
    if not words or not pages:
        return not words
    begun = next((end for end in range(len(words), 0, -1) if pages[0].holds(" ".join(words[:end]))), 0)
    return _by_words(words[begun:], pages[1:])
