"""The days that the sample covers, and which of them people work on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

FIRST_INVOICE = date(2023, 9, 1)
FIRST_ACTIVITY = date(2025, 3, 15)
LAST = date(2026, 9, 14)  # the exports are pulled on the morning after
EASTER = {date(2024, 3, 29), date(2024, 4, 1), date(2025, 4, 18), date(2025, 4, 21), date(2026, 4, 3), date(2026, 4, 6)}
HOLIDAYS = {
    (1, 1),
    (5, 1),
    (7, 14),
    (10, 3),
    (11, 1),
    (12, 24),
    (12, 25),
    (12, 26),
    (12, 31),
}  # in one country or another


def months(first: date, last: date) -> Iterator[date]:
    """The first day of each month from one day's month to another's."""
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = (month + timedelta(days=31)).replace(day=1)


def workdays(month: date, first: date, last: date = LAST) -> list[date]:
    """Monday to Friday of this month, between two days, without holidays."""
    days = (month + timedelta(days=offset) for offset in range(31))
    return [day for day in days if day.month == month.month and first <= day <= last and is_workday(day)]


def is_workday(day: date) -> bool:
    return day.weekday() < 5 and (day.month, day.day) not in HOLIDAYS and day not in EASTER


def later(day: date, rng: Random) -> date:
    """A workday three days to three weeks on: when the next step is due."""
    day += timedelta(days=rng.randrange(3, 21))
    while not is_workday(day):
        day += timedelta(days=1)
    return day
