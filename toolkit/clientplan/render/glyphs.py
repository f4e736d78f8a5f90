"""Characters that the page's fonts don't have: which, and in which field of the plan they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from clientplan.plan.plan import Plan
from clientplan.plan.value import Value
from clientplan.render import system_fonts

_LOGGED = re.compile(r"^\.notdef glyph rendered .*\(U\+([0-9A-F]{4,6})\)$")
_SHOWN = 5  # characters of a field that its sentence names


def missing(logged: Iterable[str]) -> tuple[set[str], list[str]]:
    """The characters that WeasyPrint found no glyph for, and the other lines of its log."""
    characters: set[str] = set()
    others: list[str] = []
    for line in logged:
        match = _LOGGED.match(line)
        if match:
            characters.add(chr(int(match[1], 16)))
        else:
            others.append(line)
    return characters, others


def sentences(plan: Plan, characters: set[str]) -> list[str]:
    """One for each field of the plan that some of the characters stand in."""
    return told(_fields(plan, ""), characters)


def told(fields: Iterable[tuple[str, str]], characters: set[str]) -> list[str]:
    """One for each of these texts, with its place, that some of the characters stand in."""
    found = {place: sorted(characters.intersection(text)) for place, text in fields}
    places = {place: here for place, here in found.items() if here}
    elsewhere = sorted(characters.difference(*places.values()))
    if elsewhere:
        places["the brand or the template"] = elsewhere
    return [
        f"{place}: the page's fonts have no {_listed(here)}. {_remedy(place, here)}" for place, here in places.items()
    ]


def _remedy(place: str, characters: list[str]) -> str:
    lines = dict.fromkeys(line for sign in characters if (line := system_fonts.package(sign)))
    other = _other(place, characters)
    if not lines:
        return other[0].upper() + other[1:]
    return f"To install a font that has it: {', '.join(lines)}. Or {other}"


def _other(place: str, characters: list[str]) -> str:
    if not any(character.isalpha() for character in characters):
        return "leave it out, or say it in words"
    name = ", for instance the name the client uses in English" if place.endswith(".name") else ""
    return f"write it in Latin letters{name}"


def _listed(characters: list[str]) -> str:
    shown = [f"“{character}” (U+{ord(character):04X})" for character in characters[:_SHOWN]]
    rest = len(characters) - len(shown)
    return ", ".join(shown) + (f" and {rest} more" if rest else "")


def _fields(value: Any, place: str) -> Iterator[tuple[str, str]]:
    """Every text of the plan with its place, as a plan's problems name it: `objectives[o2].words`."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, tuple):
        for number, item in enumerate(value, 1):
            yield from _fields(item, f"{place}[{getattr(item, 'id', number)}]")
    elif isinstance(value, Value):
        for name in type(value).model_fields:
            yield from _fields(getattr(value, name), f"{place}.{name}" if place else name)
