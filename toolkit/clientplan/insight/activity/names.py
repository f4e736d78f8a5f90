"""Whether two ways to write a person, or a role, mean the same one."""

from __future__ import annotations

import re
from functools import cache

from clientplan.insight.activity.spelling import fold, words
from clientplan.insight.activity.vocabulary import of_people

WHOLE = 1.0
PART = 0.8  # the first or the last name only

_APART = re.compile(r"\s*(?:[,;|/\n&+]|\band\b|\bund\b|\bet\b|\by\b|\bwith\b)\s*")


def persons(text: str) -> list[str]:
    """The people that a column names, one by one: "Rao, A." is two here, which does no harm when compared."""
    return [text, *(part for part in _APART.split(text) if part != text)]


@cache
def name_words(text: str) -> frozenset[str]:
    """The words of a name: of an address those before the @; titles don't count, and CFO is finance."""
    local = fold(text).partition("@")[0] if "@" in text else fold(text)
    known = of_people()
    return frozenset(known.meant.get(word, word) for word in words(local) if word not in known.titles)


@cache
def same_person(left: str, right: str) -> float:
    """How surely two texts mean one person: WHOLE, PART, or 0. "A. Byron" and ada.byron@x.com are Ada Byron."""
    short, long = sorted((name_words(left), name_words(right)), key=lambda found: (len(found), sorted(found)))
    if not _telling(short) or not all(_has(long, word) for word in short):
        return 0.0
    return WHOLE if len(short) == len(long) or len(short) > 1 else PART


def _telling(name: frozenset[str]) -> bool:
    return any(len(word) > 1 and word not in of_people().ranks for word in name)


def _has(name: frozenset[str], word: str) -> bool:
    if word in name:
        return True
    initials = {other[0] for other in name}
    return len(word) == 1 and word in initials
