"""Amounts, parts and months as the sentences of this room say them."""

from __future__ import annotations

from datetime import date
from math import floor

from pandas import Period

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905  # reads as a line of a calendar
)
_SMALL = 10
_SHORT = 4  # letters: June and July are no longer than their abbreviations
_CENTS = 2
_CLOSE = 1e-9  # what floating point leaves behind where a part is a whole per cent


def amount(value: float, unit: str, *others: float) -> str:
    """`41,200 EUR`: in whole units, unless that rounds a small one away or makes it look like one of the others."""
    alike = any(other != value and f"{other:,.0f}" == f"{value:,.0f}" for other in others)
    small = abs(value) < _SMALL and round(value, _CENTS) != round(value)
    written = f"{value:z,.2f}" if alike or small else f"{value:z,.0f}"
    return f"{written} {unit}".rstrip()


def percent(part: float) -> str:
    """`94 %` for .9439: never rounded up, so that nothing looks reached that wasn't."""
    return f"{floor(100 * part + _CLOSE)} %"


def month(when: Period | date, *, beside: int | None = None) -> str:
    """`June`; `June 2025` where the year isn't the one that is spoken of."""
    name = _MONTHS[when.month - 1]
    return name if beside == when.year else f"{name} {when.year}"


def short_month(when: Period | date) -> str:
    """`Sept`, where there is little room."""
    name = _MONTHS[when.month - 1]
    return name if len(name) <= _SHORT else name[:4] if name == "September" else name[:3]


def day(when: date) -> str:
    """`15 September`."""
    return f"{when.day} {_MONTHS[when.month - 1]}"


def several(count: int, one: str, more: str | None = None) -> str:
    """`1 year`, `3 years`."""
    return f"{count:,} {one if count == 1 else more or one + 's'}"
