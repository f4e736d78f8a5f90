"""Invoices: a contract, goods by season and trend, and the machines and credit notes that a story names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random

from generator.client import Client
from generator.days import FIRST_INVOICE, LAST, months, workdays

CENT = Decimal("0.01")
SERVICE = {"salesforce": "Service contract", "hubspot": "Contrat de maintenance", "excel": "Servicevertrag"}


@dataclass(frozen=True)
class Invoice:
    client: Client
    day: date
    family: str
    text: str
    amount: Decimal  # negative in a credit note


def invoices(client: Client, seed: str) -> list[Invoice]:
    """All of a client's, by day."""
    rng = Random(f"{seed} invoices {client.id}")
    story = client.revenue
    found = [
        Invoice(client, date.fromisoformat(day), family, text, _money(amount))
        for day, amount, family, text in story.lumps
    ]
    for month in months(max(FIRST_INVOICE, client.since), LAST):
        days = workdays(month, max(FIRST_INVOICE, client.since))
        found.extend(_service(client, month, days))
        found.extend(_goods(client, month, days, rng))
    silent_from = date.fromisoformat(story.silent_from)
    return sorted((one for one in found if one.day < silent_from), key=lambda one: (one.day, one.family, one.amount))


def _service(client: Client, month: date, days: list[date]) -> Iterator[Invoice]:
    story = client.revenue
    a_month = story.service.step(month)
    if a_month and (month.month - 1) % story.service_every == 0:
        family = SERVICE[client.crm]
        yield Invoice(client, days[0], family, f"{family} {month:%m/%Y}", _money(a_month * story.service_every))


def _goods(client: Client, month: date, days: list[date], rng: Random) -> Iterator[Invoice]:
    story = client.revenue
    swing = 1 + story.noise * (rng.random() + rng.random() - 1)
    part = 0.45 if month == LAST.replace(day=1) else 1.0
    total = _money(story.goods * story.season[month.month - 1] * story.trend.line(month) * swing * part)
    count = max(1, round(story.orders * part) + rng.randrange(-1, 2))
    weights = [0.5 + rng.random() for _ in range(count)]
    dates = sorted(rng.choice(days) for _ in range(count))
    left = total
    for index, (day, weight) in enumerate(zip(dates, weights, strict=True)):
        amount = left if index == count - 1 else _money(float(total) * weight / sum(weights))
        left -= amount
        family = rng.choices(list(story.families), list(story.families.values()))[0]
        yield Invoice(client, day, family, family, amount)


def _money(amount: float | Decimal) -> Decimal:
    return Decimal(str(round(amount, 2))).quantize(CENT)
