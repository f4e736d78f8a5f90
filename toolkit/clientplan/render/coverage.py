"""Which characters the faces that come with us have: a short list of ranges, so that no font is opened to know it."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

USUAL = "usual"  # the faces of every page
ARABIC = "arabic"  # those that an Arabic page has besides

# Signs that look alike on paper and aren't in every face: hyphens that don't break, spaces of other widths.
ALIKE = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011", "-"),
        **dict.fromkeys("\u2002\u2003\u2004\u2005\u2006\u2008\u200a\u205f", " "),
        **dict.fromkeys("\u2007\u2009\u202f", "\u00a0"),
    }
)
_FILE = Path(__file__).with_name("coverage.toml")
_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp"})  # categories that are never drawn
_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))  # they only choose how the sign before them looks


def lacking(texts: Iterable[str]) -> set[str]:
    """The characters of these texts that no face of every page has."""
    here: set[str] = set().union(*texts)
    rest = here - characters(USUAL)
    return {sign for sign in rest if ord(sign) not in ALIKE and not _unseen(sign)} if rest else rest


@cache
def characters(faces: str) -> frozenset[str]:
    """All that some faces have, by their name in the list."""
    found: list[str] = []
    for part in tomllib.loads(_FILE.read_text(encoding="utf-8"))[faces].split():
        first, _, last = part.partition("-")
        found += map(chr, range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(found)


def ranges(points: Iterable[int]) -> str:
    """Code points as the list writes them: 20-7E A0 A9."""
    runs: list[list[int]] = []
    for point in sorted(points):
        if runs and point == runs[-1][1] + 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    return " ".join(f"{first:X}" if first == last else f"{first:X}-{last:X}" for first, last in runs)


def _unseen(sign: str) -> bool:
    return unicodedata.category(sign) in _UNSEEN or any(ord(sign) in selectors for selectors in _SELECTORS)
