"""The words that checks look for, one file a language in `words/`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from clientplan.checks.phrases import Phrases
from clientplan.checks.spelling import fold

__all__ = ["Language", "fold", "languages", "spoken"]

_WORDS = Path(__file__).with_name("words")


@dataclass(frozen=True)
class Language:
    """The lists of one language, folded; `words/en.toml` says what each is for."""

    # objectives
    vague: frozenset[str]
    openers: frozenset[str]
    vague_inside: frozenset[str]
    asides: frozenset[str]
    numbers: frozenset[str]
    # names
    nobody: frozenset[str]
    groups: frozenset[str]
    joins: frozenset[str]
    # dates
    months: frozenset[str] = frozenset()
    # intent and value
    unsaid: frozenset[str] = frozenset()
    confirming: Phrases = Phrases()  # noqa: RUF009  # it is frozen
    empty: Phrases = Phrases()  # noqa: RUF009  # it is frozen
    # actions
    verbs: frozenset[str] = frozenset()
    lead_ins: frozenset[str] = frozenset()
    no_verbs: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    vague_before: frozenset[str] = frozenset()
    noun_endings: tuple[str, ...] = ()
    recurring: Phrases = Phrases()  # noqa: RUF009  # it is frozen
    rhythms: frozenset[str] = frozenset()
    holding: frozenset[str] = frozenset()
    once: frozenset[str] = frozenset()
    # people
    personal: Phrases = Phrases()  # noqa: RUF009  # it is frozen
    private: Phrases = Phrases()  # noqa: RUF009  # it is frozen
    # what only some languages have
    infinitive_marks: frozenset[str] = frozenset()
    surname_joins: frozenset[str] = frozenset()
    group_endings: tuple[str, ...] = ()
    one_name: tuple[str, ...] = ()
    verb_prefixes: frozenset[str] = frozenset()
    verb_endings: tuple[str, ...] = ()
    no_infinitives: frozenset[str] = frozenset()
    imperative_adds: str = ""
    noun_mark: str = ""
    marked_verbs: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    after_rhythm: frozenset[str] = frozenset()
    verb_last: bool = False


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


def _load(path: Path) -> Language:
    lists: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    return Language(
        **{field.name: _made(field.name, str(field.type), lists) for field in fields(Language) if field.name in lists}
    )


def _made(name: str, kind: str, lists: Mapping[str, Any]) -> Any:
    """What stands in the file as the field wants it; long lists of single words are one text there."""
    found = lists[name]
    if kind in {"bool", "str"}:
        return found
    listed = found.split() if isinstance(found, str) else found
    if kind == "Phrases":
        return Phrases.of(listed, lists.get(f"{name}_but", ()))
    words = (fold(word) for word in listed)
    return frozenset(words) if kind.startswith("frozenset") else tuple(words)
