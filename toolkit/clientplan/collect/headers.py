"""The words that exports use for a column, from headers.toml."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from clientplan.collect.currencies import currency_of

LANGUAGES = {"en": "English", "de": "German", "fr": "French", "es": "Spanish"}
_UNIT = re.compile(r"^(?P<head>.*?\S)\s*(?:[(\[](?P<bracket>[^()\[\]]+)[)\]]|\s(?:in\s+)?(?P<bare>\S{1,4}))\s*$")


@dataclass(frozen=True, order=True)
class Word:
    """A header's word: how early it stands in the list, and the language or CRM it is from."""

    rank: int
    spoken: str


@dataclass(frozen=True)
class Header:
    """A header as written, without its unit: `Betrag (EUR)` is `betrag` in EUR."""

    written: str
    bare: str
    currency: str | None = None
    duration: str | None = None


@lru_cache(maxsize=10_000)
def bare(text: str) -> str:
    """Letters and digits alone, without case and accents."""
    marks = unicodedata.normalize("NFKD", text.casefold())
    return "".join(mark for mark in marks if mark.isalnum())


@cache
def _toml() -> dict[str, Any]:
    return tomllib.loads(resources.files("clientplan.collect").joinpath("headers.toml").read_text(encoding="utf-8"))


@cache
def words(table: str, column: str) -> Mapping[str, Word]:
    """Each bare word that means this column of this table; what describes the client is called the same anywhere."""
    entry: dict[str, Any] = dict(_toml()[table].get(column) or _toml()["clients"][column])
    alike = entry.pop("like", None)
    found = dict(words(*alike.split("."))) if alike else {}
    found = {word: place for word, place in found.items() if place.spoken in LANGUAGES}
    for spoken, listed in entry.items():
        for text in listed:
            found.setdefault(bare(text), Word(len(found), spoken))
    return found


def is_won(stage: str) -> bool:
    return bare(stage) in _listed("stages", "won")


def is_total(name: str) -> bool:
    return bare(name) in _listed("totals", "words")


def read_header(written: str) -> list[Header]:
    """The header whole, then without the unit that it may end with."""
    found = [Header(written, bare(written))]
    match = _UNIT.fullmatch(written.strip())
    if match:
        unit = match["bracket"] or match["bare"]
        currency, duration = currency_of(unit), _duration(unit)
        if duration or (currency and (match["bracket"] or unit == unit.upper())):  # a word like "All" is no lek
            found.append(Header(written, bare(match["head"]), currency, duration))
    return found


def _duration(unit: str) -> str | None:
    return next((name for name in _toml()["units"] if bare(unit) in _listed("units", name)), None)


@cache
def _listed(section: str, key: str) -> frozenset[str]:
    return frozenset(bare(word) for word in _toml()[section][key])
