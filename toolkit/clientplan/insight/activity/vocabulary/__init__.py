"""The words that the link ladder knows beforehand, by their stems: one file a language, meanings across them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from clientplan.insight.activity.spelling import fold, stem, words

_HERE = Path(__file__).parent
_LANGUAGES = ("en", "de", "fr", "es")


@dataclass(frozen=True)
class Vocabulary:
    """Which words say nothing, little, or the wrong thing, and which mean the same; all folded.

    The lists are of words with their endings, not of stems: "stoppages" would be "stop", and "station" a "status".
    """

    stop: frozenset[str]
    generic: frozenset[str]
    small_talk: frozenset[str]
    meanings: dict[str, tuple[int, ...]]  # stem -> the lines of meanings.toml it stands in

    def known(self, word: str) -> bool:
        """Whether it is a word of its own, and no slip of another one's."""
        return word in self.generic or word in self.small_talk or stem(word) in self.meanings


@cache
def vocabulary() -> Vocabulary:
    """All languages at once: a log mixes them, and seldom says which."""
    lists = [_read(f"{language}.toml") for language in _LANGUAGES]
    meanings: dict[str, list[int]] = {}
    for number, line in enumerate(_read("meanings.toml")["meanings"].strip().splitlines()):
        for word in line.split():
            parts = words(fold(word))
            if len(parts) == 1:  # what is written with a hyphen here is two words in a log
                meanings.setdefault(stem(parts[0]), []).append(number)
    generic = _forms(lists, "generic")
    return Vocabulary(
        stop=frozenset(word for one in lists for word in words(fold(one["stop"]))),
        generic=generic,
        small_talk=_forms(lists, "small_talk") - generic,
        meanings={key: tuple(dict.fromkeys(lines)) for key, lines in meanings.items()},
    )


@dataclass(frozen=True)
class OfPeople:
    """Words that stand beside names or for roles, folded."""

    titles: frozenset[str]
    ranks: frozenset[str]
    meant: dict[str, str]


@cache
def of_people() -> OfPeople:
    table = _read("people.toml")
    return OfPeople(frozenset(table["titles"].split()), frozenset(table["ranks"].split()), table["meant"])


@cache
def usual_minutes() -> tuple[dict[str, float], float]:
    """What a kind of activity usually takes, by the stems of its words; and what any other does."""
    table = _read("durations.toml")
    by_stem: dict[str, float] = {}
    for kind in table["kind"]:
        for word in words(fold(kind["words"])):
            by_stem.setdefault(stem(word), float(kind["minutes"]))
    return by_stem, float(table["other"])


def _forms(lists: list[dict[str, Any]], name: str) -> frozenset[str]:
    listed = frozenset(word for one in lists for word in words(fold(one[name])))
    return listed.union(*(_inflected(word) for word in listed))


def _inflected(word: str) -> set[str]:
    forms = {word + ending for ending in ("s", "es", "ed", "d", "ing", "e", "en", "n", "er", "r")}
    return forms | ({word[:-1] + "ing"} if word[-1] == "e" else {word[:-1] + "ies"} if word[-1] == "y" else set())


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_HERE / name).read_text(encoding="utf-8"))
