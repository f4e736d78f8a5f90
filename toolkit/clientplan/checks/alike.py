"""Whether two sentences say nearly the same."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from clientplan.checks.spelling import fold

_SIGNS = ".,;:!?…()[]“”„«»\"'’"


@dataclass(frozen=True, slots=True)
class Sentence:
    """Its words, folded, and those among them that name or count something."""

    words: frozenset[str]
    marks: frozenset[str]

    @classmethod
    def of(cls, text: str, numbers: Collection[str]) -> Sentence:
        """Divided at spaces alone: Devanagari has vowel signs inside its words, Chinese has no spaces at all."""
        written = [word for word in (part.strip(_SIGNS) for part in text.split()) if any(map(str.isalnum, word))]
        folded = [fold(word) for word in written]
        marks = {
            low
            for at, (word, low) in enumerate(zip(written, folded, strict=True))
            if low in numbers or any(map(str.isdigit, word)) or (at > 0 and word[0].isupper())
        }
        return cls(frozenset(folded), frozenset(marks))

    def alike(self, other: Sentence, limit: float, fewest: float) -> bool:
        """More than this part of all their words in both; in a sentence of fewer words, the very same words.

        Sentences that each name or count something else (line 1 and line 2, Selby and Leeds) aren't alike.
        """
        if self.words == other.words:
            return bool(self.words)
        few, many = sorted((len(self.words), len(other.words)))
        if few < fewest or few <= limit * many:
            return False
        shared = len(self.words & other.words)
        return shared > limit * (few + many - shared) and not (self.marks - other.words and other.marks - self.words)
