"""Whether a sentence says how much."""

from __future__ import annotations

import re

from clientplan.checks.language import Language
from clientplan.checks.spelling import fold

_DATE = re.compile(r"20[2-4]\d([/-]\d{2,4})?|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./](\d{2}|\d{4})")
_DAYS = re.compile(r"([12]?\d|3[01])(st|nd|rd|th|er|\.|[ºª°])?([-–/]([12]?\d|3[01])(st|nd|rd|th|er|\.|[ºª°])?)?")
_BETWEEN = {"of", "de"}  # the 1st of June, 30 de junio
_UNITS = "%‰€$£¥"


def has_number(sentence: str, language: Language | None) -> bool:
    """A number in digits or in words; years, dates and names such as Q3 or S/4HANA say nothing of how much."""
    bare = [word.strip(",;:!?()“”„«»\"'") for word in sentence.split()]
    bare = [word if _DAYS.fullmatch(word) else word.strip(".") for word in bare]
    folded = [fold(word) for word in bare]
    listed = language.numbers if language else frozenset[str]()
    return any(_is_number(word) and not _is_day(bare, at, language) for at, word in enumerate(bare)) or not (
        listed.isdisjoint(folded)
    )


def _is_number(word: str) -> bool:
    return any(mark.isdigit() for mark in word) and not word[0].isalpha() and not _DATE.fullmatch(word)


def _is_day(words: list[str], at: int, language: Language | None) -> bool:
    """A day beside the name of a month: 30 June, 30. Juni, 1er juillet, 30 de junio, June 30."""
    if language is None or not _DAYS.fullmatch(words[at]):
        return False
    after = words[at + 1 : at + 3]
    if after and fold(after[0]) in _BETWEEN:
        after = after[1:]
    if after and _is_month(after[0], language):
        return True
    unit = bool(after) and after[0][:1] in _UNITS and after[0] != ""
    return at > 0 and _is_month(words[at - 1], language) and not unit


def _is_month(word: str, language: Language) -> bool:
    return fold(word).rstrip(".") in language.months and word != "may"  # “20 may follow” is no date
