"""What a sheet says of one thing in several columns, or of several things in one, made one value."""

from __future__ import annotations

from functools import reduce

from clientplan.collect.batch import Batch
from clientplan.collect.durations import MINUTES
from clientplan.collect.report import counted
from clientplan.collect.shapes import Shape


def combined(batch: Batch) -> Batch:
    """One name from first and last name, minutes from whichever unit is there, one client a row."""
    return _one_client(_in_minutes(_full_name(batch)))


def _full_name(batch: Batch) -> Batch:
    if batch.table != "people":
        return batch
    parts = batch.text("first_name").fillna("") + " " + batch.text("last_name").fillna("")
    whole = parts.str.strip()
    return batch.having(name=batch.text("name").fillna(whole.mask(whole == "")))


def _in_minutes(batch: Batch) -> Batch:
    found = [batch.frame[column] for column in MINUTES if column in batch.frame]
    return batch.having(minutes=reduce(lambda first, second: first.fillna(second), found)) if found else batch


def _one_client(batch: Batch) -> Batch:
    """HubSpot names every company that a record belongs to, joined by a semicolon: it is counted once."""
    if batch.recognised.shape is not Shape.HUBSPOT or batch.table == "clients":
        return batch
    several = batch.text("client_id").str.contains(";", regex=False, na=False)
    if not several.any():
        return batch
    for column in ("client_id", "client"):
        first = batch.text(column).str.replace(r"\s*;.*", "", regex=True)
        batch = batch.having(**{column: batch.text(column).mask(several, first)})
    return batch.noting(
        f"{counted(int(several.sum()), 'row')} of several companies: each counts for the first one named"
    )
