"""Figures and days as the forms write them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

NONE = "\N{EN DASH}"  # for what isn't there


def day(when: date) -> str:
    """`6 October 2026`."""
    return f"{when.day} {when:%B %Y}"


def short_day(when: date) -> str:
    """`6 Oct 2026`, for tables."""
    return f"{when.day} {when:%b %Y}"


def amount(value: float, currency: object) -> str:
    """`412,300 EUR`, to the whole unit: nobody decides by the cents."""
    unit = f" {currency}" if isinstance(currency, str) else ""
    return f"{value:,.0f}{unit}"


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """A table as plain text: the first column to the left, the others to the right."""
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    return [
        "  ".join(
            cell.rjust(width) if at else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]
