"""The words that checks look for, one file a language in `words/`."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_WORDS = Path(__file__).with_name("words")


@dataclass(frozen=True)
class Language:
    """The lists of one language, folded; `words/en.toml` says what each is for."""

    vague: frozenset[str]
    openers: frozenset[str]
    vague_inside: frozenset[str]
    asides: frozenset[str]
    numbers: frozenset[str]
    nobody: frozenset[str]
    groups: frozenset[str]
    joins: frozenset[str]
    infinitive_marks: frozenset[str] = frozenset()
    surname_joins: frozenset[str] = frozenset()
    group_endings: tuple[str, ...] = ()
    one_name: tuple[str, ...] = ()


@cache
def languages() -> dict[str, Language]:
    """Every language that has a file, by its code."""
    return {path.stem: _load(path) for path in sorted(_WORDS.glob("*.toml"))}


def spoken(locale: str | None) -> Iterable[Language]:
    """The language of a plan: all of them while it isn't said, none where we have no words for it."""
    if locale is None:
        return languages().values()
    found = languages().get(locale.replace("_", "-").split("-")[0])
    return [found] if found else []


def fold(text: str) -> str:
    """Without capitals and accents, so that ETUDIER is étudier and MUELLER still isn't Müller."""
    marks = unicodedata.normalize("NFKD", text.casefold())
    return "".join(mark for mark in marks if not unicodedata.combining(mark))


def _load(path: Path) -> Language:
    lists: dict[str, list[str]] = tomllib.loads(path.read_text(encoding="utf-8"))
    return Language(**{name: _folded(name, found) for name, found in lists.items()})


def _folded(name: str, found: list[str]) -> Any:
    words = [fold(word) for word in found]
    return tuple(words) if name in {"group_endings", "one_name"} else frozenset(words)
