"""The twelve clients, as their files in clients/ tell them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "clients"


@dataclass(frozen=True)
class Curve:
    """Values by month, `{2025-10 = 0.4, 2026-03 = 1.0}`."""

    points: tuple[tuple[int, float], ...]

    @classmethod
    def of(cls, values: Mapping[str, float]) -> Curve:
        return cls(
            tuple(sorted((_number(date.fromisoformat(f"{month}-01")), value) for month, value in values.items()))
        )

    def step(self, day: date) -> float:
        """The last value that was set by then; 0 before the first."""
        return next((value for at, value in reversed(self.points) if at <= _number(day)), 0.0)

    def line(self, day: date) -> float:
        """On the straight line between the months that are named; flat after the last, 0 before the first."""
        at = _number(day)
        later = next((index for index, (month, _) in enumerate(self.points) if month > at), len(self.points))
        if later == 0:
            return 0.0
        first, low = self.points[later - 1]
        if later == len(self.points):
            return low
        last, high = self.points[later]
        return low + (high - low) * (at - first) / (last - first)


def _number(day: date) -> int:
    return day.year * 12 + day.month


@dataclass(frozen=True)
class Person:
    name: str
    role: str
    share: Curve  # of the contacts with us
    side: str  # plant or office
    known_as: str = ""

    @property
    def family(self) -> str:
        return self.name.removeprefix("Dr. ").partition(" ")[2]

    @property
    def first(self) -> str:
        return self.name.removeprefix("Dr. ").partition(" ")[0]

    @property
    def short(self) -> str:
        """What a note calls the person."""
        return self.known_as or self.first


@dataclass(frozen=True)
class Revenue:
    goods: float  # a month, before season and trend
    season: tuple[float, ...]  # January to December, mean 1
    trend: Curve
    noise: float
    orders: int  # invoices a month
    families: Mapping[str, float]
    service: Curve  # a month
    service_every: int = 1  # invoiced each so many months
    lumps: tuple[tuple[str, float, str, str], ...] = ()  # day, amount, family, text
    silent_from: str = "9999-12-31"


@dataclass(frozen=True)
class Client:
    name: str
    crm: str
    id: str
    phase: str
    currency: str
    country: str
    city: str
    industry: str
    domain: str
    since: date  # the first order
    lines: tuple[str, ...]
    authors: Mapping[str, float]
    rate: Curve  # activities a month
    smart: Curve  # the part of them that serves something
    revenue: Revenue
    people: tuple[Person, ...]
    deals: tuple[Mapping[str, Any], ...]
    log: tuple[Mapping[str, Any], ...]
    lines_en: tuple[str, ...] = ()
    focus: tuple[Mapping[str, Any], ...] = ()
    focus_from: date = date.max
    slots: Mapping[str, Curve] = field(default_factory=dict)
    known: date | None = None  # in the CRM since; the first order comes later

    def person(self, name: str) -> Person:
        return next(person for person in self.people if person.name == name)


def clients() -> list[Client]:
    """All twelve, by their ids, so that an export lists them as a CRM does."""
    return sorted((_client(tomllib.loads(path.read_text(encoding="utf-8"))) for path in FOLDER.glob("*.toml")), key=_id)


def _id(client: Client) -> str:
    return client.id


def _client(told: dict[str, Any]) -> Client:
    revenue = told["revenue"]
    for name in ("trend", "service"):
        revenue[name] = Curve.of(revenue[name])
    for name in ("rate", "smart"):
        told[name] = Curve.of(told[name])
    for name in ("since", "known", "focus_from"):
        if name in told:
            told[name] = date.fromisoformat(told[name])
    told["revenue"] = Revenue(**revenue)
    told["people"] = tuple(Person(**{**person, "share": Curve.of(person["share"])}) for person in told["people"])
    told["slots"] = {name: Curve.of(values) for name, values in told.get("slots", {}).items()}
    return Client(**told)
