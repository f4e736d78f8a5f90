"""The guidance as it lies beside this file: written in English, one file a topic, read once."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from clientplan.plan.words import Phase

KINDS = ("objective", "process", "action", "proposition", "stop")
_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Idea:
    """Something to do, why, and the dated next step that it leaves; `answers` are codes of checks."""

    do: str
    why: str
    leaves: str
    answers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Question:
    """One of the four questions of a value proposition, and how the client is asked."""

    name: str
    about: str
    ask: tuple[str, ...]
    trap: str
    answers: tuple[str, ...]


@dataclass(frozen=True)
class Ladder:
    """An outcome, down to the action that somebody begins on Monday; `client` says for whom."""

    client: str
    outcome: str
    performance: str
    process: str
    action: str


@dataclass(frozen=True)
class Pair:
    weak: str
    better: str


@dataclass(frozen=True)
class Industry:
    """`seller` is who speaks in the examples; `words` are those of the field."""

    name: str
    seller: str
    words: tuple[str, ...]
    examples: dict[str, Pair]
    known_by: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True)
class Topic:
    """What it is about, and the ideas that belong to it."""

    about: str
    ideas: tuple[Idea, ...]
    end: str = ""


@cache
def questions() -> tuple[Question, ...]:
    return tuple(
        Question(one["name"], one["about"], tuple(one["ask"]), one["trap"], tuple(one["for"]))
        for one in _read("questions")["question"]
    )


@cache
def proposition() -> Topic:
    return Topic("", _ideas(_read("questions")))


@cache
def phase(of: Phase) -> Topic:
    found = _read("phases")[of.value]
    return Topic(found["heart"], _ideas(found), found["end"])


@cache
def stops() -> Topic:
    found = _read("stops")
    return Topic(found["about"], _ideas(found))


@cache
def reviews() -> Topic:
    found = _read("reviews")
    return Topic(found["about"], _ideas(found))


@cache
def ladders() -> tuple[str, str, tuple[Ladder, ...]]:
    """What the rungs are for, how a process goal is tried, and the examples."""
    found = _read("ladders")
    examples = tuple(
        Ladder(one["for"], one["outcome"], one["performance"], one["process"], one["action"]) for one in found["ladder"]
    )
    return found["about"], found["test"], examples


@cache
def industries() -> tuple[Industry, ...]:
    return tuple(_industry(path.stem) for path in sorted((_HERE / "industries").glob("*.toml")))


def industry_of(written: str | None) -> Industry | None:
    """The one whose words fit what a plan says of its client's industry, in the languages of the exports.

    The longest word that fits decides: a "Food wholesaler" is a wholesaler.
    """
    text = (written or "").casefold()
    starts = {match.start() for match in re.finditer(r"\b\w", text)}
    fits = [
        (len(known), industry)
        for industry in industries()
        for known in industry.known_by
        if any(text.startswith(known, at) for at in starts)
    ]
    return max(fits, key=lambda fit: fit[0])[1] if fits else None


def _industry(name: str) -> Industry:
    found = _read(f"industries/{name}")
    examples = {kind: Pair(found[kind]["weak"], found[kind]["better"]) for kind in KINDS}
    return Industry(found["name"], found["seller"], tuple(found["words"]), examples, tuple(found["known_by"]))


def _ideas(found: dict[str, Any]) -> tuple[Idea, ...]:
    return tuple(Idea(one["do"], one["why"], one["leaves"], tuple(one["for"])) for one in found["idea"])


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_HERE / f"{name}.toml").read_text(encoding="utf-8"))
