"""A log with its truth: what each activity served, and which of it moved something on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

import pandas as pd

FIRST, LAST = date(2025, 1, 1), date(2026, 6, 30)
AS_OF = LAST
MINUTES = {"call": (10, 45), "email": (5, 15), "meeting": (30, 120), "visit": (60, 240)}


@dataclass(frozen=True)
class Planted:
    style: str
    activities: pd.DataFrame
    objectives: pd.DataFrame
    events: pd.DataFrame
    truth: list[str | None]  # one an activity
    minutes: list[float]  # what each really took

    @property
    def undifferentiated(self) -> float:
        """The share of time that served nothing."""
        return sum(took for took, served in zip(self.minutes, self.truth, strict=True) if served is None) / sum(
            self.minutes
        )


@dataclass
class Book:
    """Rows on their way to a log."""

    rng: Random
    activities: list[dict[str, Any]] = field(default_factory=list)
    objectives: list[dict[str, Any]] = field(default_factory=list)
    events: list[dict[str, Any]] = field(default_factory=list)
    truth: list[str | None] = field(default_factory=list)
    minutes: list[float] = field(default_factory=list)
    untimed: float = 0.1
    explicit: float = 0.3
    moves: float = 0.4  # of what served something
    base: float = 0.04  # events a week that nobody caused

    def objective(self, client: str, ident: str, words: Any, people: Any, start: date, end: date) -> None:
        self.objectives.append(
            {"objective_id": ident, "client_id": client, "start": start, "end": end, "words": words, "people": people}
        )
        day = start
        while day <= min(end, LAST):
            if self.rng.random() < self.base:
                self.moved(client, ident, day)
            day += timedelta(7)

    def moved(self, client: str, ident: str, day: date) -> None:
        if day <= LAST:
            self.events.append({"client_id": client, "objective_id": ident, "date": day, "amount": self.rng.random()})

    def activity(self, client: str, day: date, who: Any, subject: str, notes: str, served: str | None) -> None:
        kind = self.rng.choice(list(MINUTES))
        took = float(self.rng.randrange(*MINUTES[kind], 5))
        self.activities.append(
            {
                "activity_id": f"a{len(self.activities)}",
                "client_id": client,
                "date": day,
                "minutes": None if self.rng.random() < self.untimed else took,
                "kind": kind,
                "who": who,
                "subject": subject,
                "notes": notes,
                "objective_id": served if served and self.rng.random() < self.explicit else None,
            }
        )
        self.truth.append(served)
        self.minutes.append(took)
        if served and self.rng.random() < self.moves:
            self.moved(client, served, day + timedelta(self.rng.randint(0, 20)))

    def planted(self, style: str) -> Planted:
        return Planted(
            style,
            pd.DataFrame(self.activities),
            pd.DataFrame(self.objectives),
            pd.DataFrame(self.events, columns=["client_id", "objective_id", "date", "amount"]),
            self.truth,
            self.minutes,
        )


def a_day(rng: Random, first: date = FIRST, last: date = LAST) -> date:
    return first + timedelta(rng.randint(0, max((last - first).days, 0)))


def window(rng: Random) -> tuple[date, date]:
    """Half a year to a year, somewhere in the log's time."""
    start = a_day(rng, FIRST, LAST - timedelta(200))
    return start, start + timedelta(rng.randint(180, 365))


def within(rng: Random, start: date, end: date) -> date:
    return a_day(rng, max(start, FIRST), min(end, LAST))


def some(rng: Random, choices: Sequence[Any], fewest: int, most: int) -> list[Any]:
    return rng.sample(list(choices), min(rng.randint(fewest, most), len(choices)))


def ids(client: str) -> Iterator[str]:
    number = 1
    while True:
        yield f"{client}-O{number}"
        number += 1
