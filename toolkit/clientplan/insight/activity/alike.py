"""Which words of the log mean a word of an objective, and how surely: over the vocabulary, not over the rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from clientplan.insight.activity.inputs import Codes, Floats
from clientplan.insight.activity.spelling import one_slip_apart, stem
from clientplan.insight.activity.vocabulary import vocabulary

SAME = 1.0  # the same word in another form: trained, training
MEANT = 0.8  # another word for it: tariff, price
BEGINS = 0.75  # the same beginning: reduce, reduction
WITHIN = 0.7  # part of a compound: Folie, Folienversuch
SLIP = 0.75  # a letter wrong in a long word

_LONG = 6  # letters a word has before a slip in it can be told from another word
_BEGINNING = 5  # letters that two words must begin with …
_SHARED = 0.7  # … and this part of the longer stem
_PART = 5  # letters of a word that is looked for inside a compound
_REST = 3  # letters the compound has beside it


@dataclass(frozen=True)
class Alike:
    """Word of the log -> words of objectives, as runs in two arrays."""

    begin: Codes  # one more than there are words in the log
    term: Codes
    surely: Floats


def alike(log: Sequence[str], terms: Sequence[str], spelled: Sequence[tuple[str, int]]) -> Alike:
    """Compares each word of the log with each objective's word that could be meant.

    Args:
        log: folded words, each once.
        terms: stems of the objectives' words, each once.
        spelled: the words themselves, folded, each with its term: slips are looked for in whole words.
    """
    index = _Index(terms, spelled)
    begin, found = [0], list[tuple[int, float]]()
    for word in log:
        found.extend(index.meant_by(word))
        begin.append(len(found))
    return Alike(
        np.array(begin, np.int64),
        np.array([term for term, _ in found], np.int64),
        np.array([surely for _, surely in found], np.float64),
    )


class _Index:
    def __init__(self, terms: Sequence[str], spelled: Sequence[tuple[str, int]]) -> None:
        self.terms = terms
        self.by_stem = {term: at for at, term in enumerate(terms)}
        self.by_meaning, self.by_beginning = defaultdict[int, list[int]](list), defaultdict[str, list[int]](list)
        self.by_gap, self.by_part = defaultdict[str, list[tuple[str, int]]](list), defaultdict[str, list[int]](list)
        for at, term in enumerate(terms):
            for meaning in vocabulary().meanings.get(term, ()):
                self.by_meaning[meaning].append(at)
            if not term.isalpha():
                continue
            self.by_beginning[term[:_BEGINNING]].append(at)
        self.by_word = {word: at for word, at in spelled if len(word) >= _PART and word.isalpha()}
        for word, at in self.by_word.items():
            for part in _ends(word):
                self.by_part[part].append(at)
        for word, at in spelled:
            for form in {word, terms[at]}:
                if len(form) >= _LONG and form.isalpha():
                    for gap in _gaps(form):
                        self.by_gap[gap].append((form, at))

    def meant_by(self, word: str) -> Iterable[tuple[int, float]]:
        """The terms that a word of the log may mean, each with how surely."""
        known, best = vocabulary(), dict[int, float]()
        if word in known.stop:
            return ()
        own = stem(word)
        if own in self.by_stem:
            best[self.by_stem[own]] = SAME
        if not own.isalpha():
            return best.items()
        for meaning in known.meanings.get(own, ()):
            _raise(best, self.by_meaning.get(meaning, ()), MEANT)
        for at in self.by_beginning.get(own[:_BEGINNING], ()):
            if _same_beginning(own, self.terms[at]):
                _raise(best, [at], BEGINS)
        _raise(best, self._compounds(word), WITHIN)
        if not best and len(word) >= _LONG and not known.known(word):
            _raise(best, self._slips({word, own}), SLIP)
        return best.items()

    def _compounds(self, word: str) -> Iterator[int]:
        """Words at either end of this one, and words at either end of which this one stands."""
        for part in _ends(word):
            if part in self.by_word:
                yield self.by_word[part]
        if len(word) >= _PART:
            yield from self.by_part.get(word, ())

    def _slips(self, forms: set[str]) -> Iterator[int]:
        for form in forms:
            seen = {found for gap in _gaps(form) for found in self.by_gap.get(gap, ())}
            yield from (at for other, at in seen if one_slip_apart(form, other))


def _raise(best: dict[int, float], found: Iterable[int], surely: float) -> None:
    for at in found:
        best[at] = max(best.get(at, 0.0), surely)


def _same_beginning(left: str, right: str) -> bool:
    shared = 0
    for a, b in zip(left, right, strict=False):
        if a != b:
            break
        shared += 1
    return shared >= _BEGINNING and shared >= _SHARED * max(len(left), len(right))


def _gaps(word: str) -> set[str]:
    """The word, and it with each one letter left out: two words a slip apart share one of these."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _ends(word: str) -> set[str]:
    """What could be the first or the last part of a compound."""
    longest = len(word) - _REST
    return {part for length in range(_PART, longest + 1) for part in (word[:length], word[-length:])}
