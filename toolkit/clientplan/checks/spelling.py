"""The words of a text as the checks compare them: folded, with the place where each stands."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+")


class Word(NamedTuple):
    folded: str
    start: int  # in the text
    end: int


def fold(text: str) -> str:
    """Without capitals and accents, so that ETUDIER is étudier and MUELLER still isn't Müller."""
    if text.isascii():
        return text.casefold()
    marks = unicodedata.normalize("NFKD", text.casefold())
    return "".join(mark for mark in marks if not unicodedata.combining(mark))


@lru_cache(maxsize=1024)
def in_text(text: str) -> frozenset[str]:
    """The words of a text without their places, which takes a fraction of the time."""
    if text.isascii():
        return frozenset(_WORD.findall(text.casefold()))
    return frozenset(fold("\n".join(_WORD.findall(text))).split("\n"))


@lru_cache(maxsize=1024)  # the lists of four languages look at the same text
def words(text: str) -> tuple[Word, ...]:
    """The words of a text in their order; hyphens and apostrophes divide."""
    if text.isascii():
        return tuple(Word(found[0], found.start(), found.end()) for found in _WORD.finditer(text.casefold()))
    return tuple(Word(fold(found[0]), found.start(), found.end()) for found in _WORD.finditer(text))
