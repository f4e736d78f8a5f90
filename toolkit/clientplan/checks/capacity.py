"""The hours that a person has, and how many months they are counted over."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from decimal import Decimal
from functools import lru_cache

from clientplan.checks.figures import Figures
from clientplan.checks.spelling import fold


@lru_cache(maxsize=1024)  # a portfolio names the same few managers again and again
def person(name: str) -> str:
    """A name as names are compared: without capitals, accents and double spaces."""
    return " ".join(fold(name).split())


def capacity(name: str, figures: Figures) -> Decimal | None:
    """The hours a month that somebody has for all clients together; None where nobody has set them."""
    wanted = person(name)
    return next((hours for known, hours in figures.capacity if person(known) == wanted), None)


def months(first: date, last: date) -> Decimal:
    """From one day to another, both counted: 12 from 1 January to 31 December. At least one month."""
    whole = 12 * (last.year - first.year) + last.month - first.month
    part = Decimal(last.day - first.day + 1) / monthrange(last.year, last.month)[1]
    return max(whole + part, Decimal(1))


def exceeds(planned: Decimal, there: Decimal) -> bool:
    """More hours than there are, and by so much that it can be seen."""
    return planned > there and shown(planned) != shown(there)


def shown(hours: Decimal | float) -> str:
    """With one decimal place, and with none where that is 0."""
    return format(hours, ".1f").removesuffix(".0")
