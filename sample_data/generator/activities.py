"""The activity log: what the story names, and between it the weeks as they were."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from generator.client import Client, Person
from generator.days import FIRST_ACTIVITY, LAST, months, workdays
from generator.wording import LANGUAGE, book, theme, written

MINUTES = {"call": (5, 45, 5), "meeting": (30, 120, 15), "visit": (120, 420, 30), "event": (120, 480, 60)}
UNTIMED = 0.17  # of calls, meetings, visits and events; emails carry no time at all
TAGGED = 0.85  # of what serves an objective says which


@dataclass(frozen=True)
class Activity:
    client: Client
    start: datetime
    kind: str
    who: str
    contact: Person
    subject: str
    note: str
    minutes: int | None
    also: str = ""  # the id of another client who was there

    @property
    def end(self) -> datetime | None:
        return None if self.minutes is None else self.start + timedelta(minutes=self.minutes)


def activities(client: Client, seed: str) -> list[Activity]:
    """All of a client's, by time."""
    rng = Random(f"{seed} activities {client.id}")
    found = [_told(client, row, rng) for row in client.log]
    for month in months(FIRST_ACTIVITY, LAST):
        days = workdays(month, FIRST_ACTIVITY)
        part = min(1.0, len(days) / 21)
        told = sum(one.start.date().replace(day=1) == month for one in found)
        wanted = int(client.rate.line(month) * part + rng.random())
        found.extend(_usual(client, rng.choice(days), rng) for _ in range(wanted - told))
    return sorted(found, key=lambda one: (one.start, one.subject))


def _told(client: Client, row: Any, rng: Random) -> Activity:
    day = date.fromisoformat(row["day"])
    contact = client.person(row["with"])
    return Activity(
        client,
        _start(day, row["kind"], rng),
        row["kind"],
        row["who"],
        contact,
        row["subject"],
        row["note"],
        row.get("minutes"),
        row.get("also", ""),
    )


def _usual(client: Client, day: date, rng: Random) -> Activity:
    author = rng.choices(list(client.authors), list(client.authors.values()))[0]
    about, smart = theme(client, author, day, rng)
    kind = rng.choice(about["kinds"])
    people = _people(client, day, about.get("side"), rng)

    def say(text: str) -> str:
        return written(text, client, people, author, day, rng)

    subject = say(rng.choice(about["subjects"]))
    if "objective" in about and rng.random() < TAGGED:
        subject += f" [{about['objective']}]"
    sentences = [rng.choice(about["notes"])]
    if smart and kind != "email" and rng.random() < 0.3:
        sentences.append(rng.choice(book(LANGUAGE[author])["details"]))
    if smart and rng.random() < 0.8:
        sentences.append(rng.choice(book(LANGUAGE[author])["next"]))
    note = " ".join(say(sentence) for sentence in sentences if sentence)
    return Activity(
        client,
        _start(day, kind, rng),
        kind,
        author,
        people[0],
        subject,
        note,
        _minutes(about.get("minutes", MINUTES.get(kind)), rng),
    )


def _people(client: Client, day: date, side: str | None, rng: Random) -> tuple[Person, Person]:
    """Whom it was with, and who else is talked of."""
    weights = [one.share.step(day) * (25 if one.side == side else 1) for one in client.people]
    person = rng.choices(client.people, weights)[0]
    return person, rng.choice([other for other in client.people if other is not person])


def _start(day: date, kind: str, rng: Random) -> datetime:
    hour = rng.randrange(8, 11) if kind in {"visit", "event"} else rng.randrange(8, 17)
    step = 1 if kind in {"call", "email"} else 15
    return datetime.combine(day, time(hour, rng.randrange(0, 60, step)))


def _minutes(span: Sequence[int] | None, rng: Random) -> int | None:
    """Between the shortest and the longest, in steps; None where nobody wrote it down."""
    if not span or rng.random() < UNTIMED:
        return None
    shortest, longest, step = span
    return rng.randrange(shortest, longest + 1, step)
