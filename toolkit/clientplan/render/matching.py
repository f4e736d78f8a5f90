"""How a text is known again in what a reader of the PDF gives back.

Most letters come back as they were written. Not so where a font draws several as one, or in another order:

- Accents and vowel signs are left out, and up to two signs between two letters are passed over.
- From right to left the order is the reader's guess: joined letters come back turned round, brackets and full stops on
  the other side. A piece of the page with exactly the letters of the text, in any order, is that text: with a word lost
  it has others.
- Emoji are drawn as pictures, and aren't compared at all.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property, reduce
from itertools import accumulate
from operator import or_

# Spaces and line ends are the layout's own; hyphens may stand at the end of a line or vanish there.
_LOOSE = re.compile(r"[\s\u00ad\u2010\u2011\u0002\ufffe-]+")
_EMOJI = re.compile("[#*0-9]\ufe0f?\u20e3|[\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
# Signs for which our fonts have one glyph: quotation marks and modifier letters, delta and increment, loose accents.
_SHARED_GLYPHS = str.maketrans("\u02bb\u02bc\u2206", "\u2018\u2019\u0394", "\u02c9\u02ca\u02cb\u00af\u00b4\u0060")
_SIGNS = frozenset({"Mn", "Mc", "Cf"})  # categories: accents, vowel signs, and what isn't drawn
_GAP = (1, 2, 3)  # from one letter to the next, where a sign of the text may be read as up to two of no meaning


def bare(text: str) -> str:
    """What a reader of the PDF gives back for sure: letters and signs in their order.

    Accents are left out, since a font may draw one letter as two glyphs; so are signs that share a glyph with another.
    """
    apart = unicodedata.normalize("NFKD", _EMOJI.sub("", text).translate(_SHARED_GLYPHS))
    return _LOOSE.sub("", "".join(mark for mark in apart if unicodedata.category(mark) not in _SIGNS))


def turns(text: str) -> bool:
    """Whether it has letters that run from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


class Found:
    """A page as a reader of the PDF gives it back."""

    def __init__(self, text: str) -> None:
        self.bare = bare(text)
        self.turns = turns(text)

    def times(self, text: str, enough: int = 1) -> int:
        """How often a text stands here; counting may end at `enough`."""
        wanted = bare(text)
        if any(unicodedata.category(mark) in _SIGNS for mark in unicodedata.normalize("NFC", text)):
            times = self._loosely(wanted)
        else:
            times = self.bare.count(wanted)
        if times >= enough or not self.turns:
            return times
        return max(times, self._pieces(_letters(wanted)))

    def holds(self, text: str) -> bool:
        return self.times(text) > 0

    def _pieces(self, letters: str) -> int:
        """How many pieces of the page have exactly these letters, in any order."""
        sums, weights = self._sums
        try:
            wanted = sum(weights[letter] for letter in letters)
        except KeyError:
            return 0
        times, end = 0, 0
        ends = len(letters)
        for start, (before, after) in enumerate(zip(sums, sums[ends:], strict=False)):
            if start >= end and after - before == wanted and letters:
                times, end = times + 1, start + ends
        return times

    def _loosely(self, wanted: str) -> int:
        """How often the letters stand in this order, with small gaps. All beginnings are tried at once."""
        times, free = 0, -1  # of a great number each bit is a place on the page
        while wanted:
            ends = self._places.get(wanted[0], 0) & free
            for letter in wanted[1:]:
                ends = reduce(or_, (ends << step for step in _GAP)) & self._places.get(letter, 0)
            if not ends:
                break
            first = ends & -ends
            times, free = times + 1, -first << 1
        return times

    @cached_property
    def _places(self) -> dict[str, int]:
        """By letter where it stands."""
        found: dict[str, int] = {}
        for place, letter in enumerate(self.bare):
            found[letter] = found.get(letter, 0) | 1 << place
        return found

    @cached_property
    def _sums(self) -> tuple[list[int], dict[str, int]]:
        """After each letter of the page, how many there were of each: a digit of one great number for each letter."""
        letters = _letters(self.bare)
        room = len(letters).bit_length()
        weights = {letter: 1 << (room * place) for place, letter in enumerate(dict.fromkeys(letters))}
        return list(accumulate((weights[letter] for letter in letters), initial=0)), weights


def _letters(text: str) -> str:
    """Brackets and stops stand elsewhere when they are read back from right to left."""
    return "".join(mark for mark in text if mark.isalnum())
