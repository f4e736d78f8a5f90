"""The words of the log: subjects and notes, from the phrase books in phrases/."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from generator.client import Client, Person
from generator.days import later

FOLDER = Path(__file__).parent / "phrases"
LANGUAGE = {"Ruth Adeyemi": "en", "Tom Whitfield": "en", "Lukas Brandt": "de", "Élodie Marchand": "fr"}
_ELISION = re.compile(r"\b([dD]|[qQ]u)e (?=[AEIOUÉÈHaeiouéè])")


@cache
def book(language: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))


def theme(client: Client, author: str, day: date, rng: Random) -> tuple[Mapping[str, Any], bool]:
    """What an activity is about, and whether it serves anything: the client's own focus first, once there is a plan."""
    language = LANGUAGE[author]
    smart = rng.random() < client.smart.line(day)
    if smart and day >= client.focus_from and rng.random() < 0.92:
        own = [focus for focus in client.focus if focus.get("language", _language(client)) == language]
        if own:
            return rng.choice(own), smart
    when = "after" if day >= client.since else "before"
    offered = book(language)["smart" if smart else "busy"]
    fits = [one for one in offered if day.month in one.get("months", (day.month,)) and one.get("when", when) == when]
    return rng.choice(fits), smart


def written(text: str, client: Client, people: tuple[Person, Person], author: str, day: date, rng: Random) -> str:
    """A phrase with its slots filled, in the language of the author."""
    language = LANGUAGE[author]
    person, other = people
    lines = client.lines_en if language == "en" and client.lines_en else client.lines
    near = {name: curve.line(day) + rng.random() * 2 - 1 for name, curve in client.slots.items()}
    full = text.format(
        person=person.short,
        ihm=person.short.replace("Herr ", "Herrn "),
        other=other.short,
        dem=other.short.replace("Herr ", "Herrn "),
        line=rng.choice(lines),
        part=rng.choice(book(language)["parts"]),
        n=rng.randrange(3, 10),
        low=round(near.get("low", 0)),
        high=rng.randrange(41, 68),
        score=rng.randrange(4, 7),
        grams=f"{near.get('grams', 0):.1f}".replace(".", ","),
        next=_date(later(day, rng), language),
    )
    full = full.replace("..", ".")
    full = _ELISION.sub(r"\1'", full) if language == "fr" else full
    return full[:1].upper() + full[1:]


def _date(day: date, language: str) -> str:
    words = book(language)
    month = words["months"][day.month - 1] if "months" in words else ""
    return str(words["date"]).format(day=day.day, month=month, dd=f"{day.day:02}", mm=f"{day.month:02}")


def _language(client: Client) -> str:
    return {"salesforce": "en", "hubspot": "fr", "excel": "de"}[client.crm]
