"""Which columns the tidy tables must have to be worked with, and what is said where they haven't."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "clients": ("client_id", "name"),
        "revenue": ("client_id", "date", "amount", "currency"),
        "activities": ("activity_id", "client_id", "date", "minutes", "kind"),
        "objectives": ("client_id", "objective_id", "start", "end"),
    }
)


def lacking(table: str, columns: Iterable[str]) -> str:
    """A sentence with the columns that a table doesn't have; "" where it has all."""
    there = list(columns)
    missing = [name for name in COLUMNS.get(table, ()) if name not in there]
    if not missing:
        return ""
    return f"{table}: no column {', '.join(missing)} (there are {', '.join(there) or 'none'})."


def missing_tables(names: Iterable[str], place: object) -> str:
    return f"{place} has no {', '.join(names)}."
