"""The internal texts of a plan that are worth looking for where the client reads."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from clientplan.plan.plan import Plan
from clientplan.plan.source import Path
from clientplan.plan.texts import Written, written

LETTERS = 12  # a shorter text is a word or a name that anybody may write
WORDS = 3  # so many in a row are looked up together
FEWEST = 5  # words: two may write the same four of them by chance
_LABELS = {"name", "unit", "owner", "by", "who", "contact", "role", "source"}  # what things and people are called
_NAMED = {"checks_off", "stops"}  # what is stopped is told to the client too, by its name
_SENTENCE = re.compile(r"(?<=[.!?;:])\s+|\n+")
_ENDS = " .,;:!?…“”„«»\"'"
_IDEOGRAPH = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"  # written without spaces: each counts as a word
_WORD = re.compile(rf"[{_IDEOGRAPH}]|[^\W{_IDEOGRAPH}]+(?:'\w+)*")

_Run = tuple[str, ...]


def confided(plan: Plan) -> Iterator[Written]:
    """The internal texts that are long enough to be known again."""
    return (text for text in written(plan) if not text.shared and _enough(text.words))


def sentences(text: str) -> list[str]:
    """The text as a whole, then each of its sentences that is long enough to be known again; without their ends."""
    parts = [part.strip(_ENDS) for part in (text, *_SENTENCE.split(text))]
    return [part for part in dict.fromkeys(parts) if _enough(part)]


def given_away(plan: Plan) -> Iterator[tuple[Path, Written]]:
    """The places that the client edition shows and in which internal words stand, with the sentence that they are.

    Two things of one kind that are done or measured alike say the same by chance: such a pair doesn't count, nor do
    names, labels and stops.
    """
    texts = written(plan)
    shared = [text for text in texts if text.shared]
    runs = set(_runs(_words("\n".join(text.words for text in shared))))
    suspects = [
        (text._replace(words=sentence), words)
        for text in texts
        if not text.shared and _said(text)
        for sentence in sentences(text.words)
        if _all_in(runs, words := _words(sentence))
    ]
    if not suspects:
        return
    shown = {(_field(text.path), _words(text.words)): text.path for text in reversed(shared)}  # of equal ones the first
    at: dict[_Run, list[tuple[_Run, _Run]]] = defaultdict(list)
    for key in shown:
        for run in set(_runs(key[1])):
            at[run].append(key)
    told: set[Path] = set()
    for text, words in suspects:
        for field, around in min((at[run] for run in _runs(words)), key=len):
            path = shown[field, around]
            if field != _field(text.path) and path not in told and f" {' '.join(words)} " in f" {' '.join(around)} ":
                told.add(path)
                yield path, text


def _enough(text: str) -> bool:
    return len(text) >= LETTERS and sum(map(str.isalpha, text)) >= LETTERS


def _all_in(runs: set[_Run], words: _Run) -> bool:
    return len(words) >= FEWEST and all(run in runs for run in _runs(words))


def _said(text: Written) -> bool:
    return text.path[-1] not in _LABELS and text.path[0] not in _NAMED


def _field(path: Path) -> _Run:
    """Which field it is, whatever the item: of two actions both say when they are done."""
    return tuple(step for step in path if isinstance(step, str))


def _words(text: str) -> _Run:
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", text).casefold().replace("’", "'")))


def _runs(words: _Run) -> Iterator[_Run]:
    """Every so many words in a row."""
    return zip(*(words[start:] for start in range(WORDS)), strict=False)
