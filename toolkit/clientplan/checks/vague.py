"""Whether an objective's sentence leaves open how much."""

from __future__ import annotations

import re
from itertools import chain, islice

from clientplan.checks.amount import has_number
from clientplan.checks.language import Language, fold, spoken

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def vague_verb(sentence: str, locale: str | None) -> str | None:
    """The verb, as it was written, that leaves open how much; None where there is none, or a number beside it."""
    words: list[str] = _WORD.findall(sentence)
    for language in spoken(locale):
        verb = _leading(words, language) or _inside(words, language)
        if verb and not has_number(sentence, language):
            return verb
    return None


def _leading(words: list[str], language: Language) -> str | None:
    """The verb, or its noun, with which the sentence begins: “We will further improve …”, but not “Support desk”."""
    first, second = islice(chain((word for word in words if fold(word) not in language.openers), ("", "")), 2)
    return first if fold(first) in language.vague and fold(second) not in language.vague_before else None


def _inside(words: list[str], language: Language) -> str | None:
    """The verb inside the sentence (“our delivery improves”), but not in a side clause, which only gives a reason."""
    before = ""
    for word in words:
        if fold(word) in language.asides:
            return None
        if fold(word) in language.vague_inside and word.islower() and before not in language.infinitive_marks:
            return word
        before = fold(word)
    return None
