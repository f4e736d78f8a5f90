"""Which plan of a client is the one to look at: last year's must not be counted beside this year's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from clientplan.plan.plan import Plan


@dataclass(frozen=True)
class Entry:
    """One plan of a portfolio, and what the checks say of it."""

    name: str  # of its file
    plan: Plan
    errors: tuple[str, ...] = ()  # codes of the checks that report one


@dataclass(frozen=True)
class Unread:
    """A file that isn't a plan."""

    name: str
    reason: str


def in_force(entries: Iterable[Entry], today: date) -> tuple[list[Entry], list[Entry]]:
    """One plan a client, and the others: the one whose period today is in, else the next that begins, else the last."""
    known: dict[str, list[Entry]] = {}
    for entry in entries:
        known.setdefault(_client(entry.plan), []).append(entry)
    shown, others = [], []
    for plans in known.values():
        first, *rest = sorted(plans, key=lambda entry: _rank(entry, today))
        shown.append(first)
        others += rest
    return shown, others


def _client(plan: Plan) -> str:
    return f"id {plan.client.id}" if plan.client.id else f"name {plan.client.name.casefold()}"


def _rank(entry: Entry, today: date) -> tuple[int, int, str]:
    period = entry.plan.period
    if today in period:
        return 0, -period.first.toordinal(), entry.name
    if period.first > today:
        return 1, period.first.toordinal(), entry.name
    return 2, -period.last.toordinal(), entry.name
