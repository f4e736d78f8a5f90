"""In which order the actions get their hours: overdue, due this week, then where the hours advised aren't yet given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import IntEnum

from clientplan.insight.week.calendar import quarters
from clientplan.insight.week.words import Client, Work

_WEEKS = 52 / 12  # a month
FAR = 90  # days: how far away an action without a due day is taken to be


class Turn(IntEnum):
    OVERDUE = 0
    DUE = 1  # this week
    LATER = 2


def turn(work: Work, as_of: date, friday: date) -> Turn:
    if work.due is None or work.due > friday:
        return Turn.LATER
    return Turn.OVERDUE if work.due < as_of else Turn.DUE


def pressing(works: list[Work], as_of: date, friday: date) -> list[Work]:
    """Those that are overdue or due this week, the oldest day first."""
    found = [work for work in works if turn(work, as_of, friday) is not Turn.LATER]
    return sorted(found, key=lambda work: (work.due or friday, work.client, work.id))


def advised(clients: Mapping[str, Client]) -> dict[str, int]:
    """Quarters of an hour a week for each client; where none are advised, as many as for the average client."""
    known = [client.hours for client in clients.values() if client.hours is not None]
    usual = sum(known) / len(known) if known else _WEEKS  # an hour a week
    return {
        name: quarters(max(usual if client.hours is None else client.hours, 0.0) / _WEEKS)
        for name, client in clients.items()
    }


def next_of(works: list[Work], left: Callable[[str], int], as_of: date) -> Work:
    """The action whose client still lacks most of its advised hours, by how soon the action is due.

    Weight: the client's quarters left this week, divided by the weeks to the due day (at least one).
    """

    def weight(work: Work) -> tuple[float, date, str, str]:
        weeks = max(((work.due - as_of).days if work.due else FAR) / 7, 1.0)
        return (-left(work.client) / weeks, work.due or date.max, work.client, work.id)

    return min(works, key=weight)
