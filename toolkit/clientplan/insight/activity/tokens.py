"""Texts as numbers: which word of the vocabulary stands where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from clientplan.insight.activity.inputs import Codes, Texts
from clientplan.insight.activity.spelling import fold, words


class Lexicon:
    """The words that were seen, folded, each with its number."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self.numbers)

    def put(self, found: Sequence[str]) -> list[int]:
        numbers = self.numbers
        return [numbers.setdefault(word, len(numbers)) for word in found]

    @property
    def words(self) -> list[str]:
        return list(self.numbers)


@dataclass(frozen=True)
class Column:
    """A column of texts, each different text taken apart once."""

    text: Codes  # a row's text
    begin: Codes  # a text's first word; one more than there are texts
    word: Codes  # the words of all texts, one text after the other

    @classmethod
    def of(cls, texts: Texts, lexicon: Lexicon) -> Column:
        codes, different = pd.factorize(texts)
        found = [lexicon.put(words(fold(text))) for text in different]
        counts = np.fromiter((len(numbers) for numbers in found), np.int64, len(found))
        begin = np.concatenate([[0], np.cumsum(counts)])
        flat = np.fromiter((number for numbers in found for number in numbers), np.int64, int(begin[-1]))
        return cls(codes.astype(np.int64), begin, flat)

    def position(self) -> Codes:
        """Where each of all the words stands in its text, from 0."""
        counts = np.diff(self.begin)
        return np.arange(len(self.word)) - np.repeat(self.begin[:-1], counts)

    def kept(self, keep: np.ndarray) -> tuple[Codes, Codes, Codes]:
        """Row, position and word of those whose word is kept (one flag a word of the lexicon), row by row."""
        chosen = keep[self.word]
        text = np.repeat(np.arange(len(self.begin) - 1), np.diff(self.begin))[chosen]
        begin = np.searchsorted(text, np.arange(len(self.begin)))
        rows, at = spread(begin[self.text], begin[self.text + 1] - begin[self.text])
        return rows, self.position()[chosen][at], self.word[chosen][at]

    def count(self, flags: np.ndarray) -> Codes:
        """How many words of a row have the flag."""
        summed = np.concatenate([[0], np.cumsum(flags[self.word].astype(np.int64))])
        per_text = summed[self.begin[1:]] - summed[self.begin[:-1]]
        return per_text[self.text] if len(self.text) else np.zeros(0, np.int64)


def spread(begin: Codes, count: Codes) -> tuple[Codes, Codes]:
    """A run of places for each entry: which entry it belongs to, and the place. The join of a sorted table."""
    entry = np.repeat(np.arange(len(count)), count)
    offset = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count)
    return entry, begin[entry] + offset
