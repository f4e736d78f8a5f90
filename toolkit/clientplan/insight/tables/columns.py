"""The columns that a step reads from a table: there, of a kind that it can count with, and nothing beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

import narwhals.stable.v2 as nw

from clientplan.errors import SourceUnreadable
from clientplan.insight.tables.pieces import Pieces

Frame = nw.LazyFrame[Any]


class Kind(StrEnum):
    """What a step takes a column for; the word is that of the message."""

    NAME = "text"
    NUMBER = "a number"
    DAY = "a date"


# By name, in every table that has the column.
KINDS: Mapping[str, Kind] = {
    "client_id": Kind.NAME,
    "objective_id": Kind.NAME,
    "activity_id": Kind.NAME,
    "currency": Kind.NAME,
    "kind": Kind.NAME,
    "who": Kind.NAME,
    "date": Kind.DAY,
    "start": Kind.DAY,
    "end": Kind.DAY,
    "month": Kind.DAY,
    "amount": Kind.NUMBER,
    "minutes": Kind.NUMBER,
}


def chosen(table: Any, columns: tuple[str, ...], name: str) -> Frame:
    """A table of any engine as a lazy frame of these columns only; names are text in it, decimals are floats.

    Args:
        table: a native table, or a frame of Narwhals.
        columns: those that are needed.
        name: of the table, for the message.

    Raises:
        SourceUnreadable: columns are missing, or can't be counted with; says all of them.
    """
    frame: Frame = nw.from_native(table).lazy()
    schema = frame.collect_schema()
    if problems := list(_problems(schema, columns, name)):
        raise SourceUnreadable("\n".join(problems))
    return frame.select(*(_plain(column, schema[column]) for column in columns))


def known(frame: Frame) -> Frame:
    """Without the rows that have no client, which `collect` sets aside too.

    It is asked of the sums, which are few, and not of the rows.
    """
    client = nw.col("client_id")
    return frame.filter(~client.is_null()).filter(client != "")


def between(table: Any, first: date | None = None, last: date | None = None) -> Any:
    """The rows of a table from one day to another, both included; a side that isn't given stays open.

    Args:
        table: orders or activities, of any engine, with the column `date`.
        first: the first day.
        last: the last day. Give the day of the look, or what is planned for later counts as done.
    """
    if isinstance(table, Pieces):
        return table.of_each(lambda piece: between(piece, first, last))
    frame: Frame = nw.from_native(table).lazy()
    day = nw.col("date")
    if first is not None:
        frame = frame.filter(day >= datetime(first.year, first.month, first.day))  # noqa: DTZ001 - days have no zone
    if last is not None:
        after = datetime(last.year, last.month, last.day) + timedelta(days=1)  # noqa: DTZ001
        frame = frame.filter(day < after)
    return frame


def _problems(schema: Mapping[str, nw.dtypes.DType], columns: tuple[str, ...], name: str) -> Iterator[str]:
    missing = [column for column in columns if column not in schema]
    if missing:
        has = ", ".join(schema) or "none"
        yield f"{name}: no column {', '.join(missing)}. Add it, or rename the one that holds it (there are {has})."
    for column in columns:
        if column in schema and (problem := _unlike(KINDS.get(column, Kind.NAME), schema[column])):
            yield f"{name}: {column} {problem}"


def _unlike(kind: Kind, found: nw.dtypes.DType) -> str | None:
    """Why a column of this type can't be taken for its kind; None where it can."""
    if isinstance(found, nw.Object | nw.Unknown):
        return None  # nothing but gaps, or Python's own objects: the engine will tell
    if kind is Kind.DAY:
        if isinstance(found, nw.Datetime) and found.time_zone is not None:
            return f"has a time zone ({found.time_zone}). Make it a day of your own calendar."
        fits = isinstance(found, nw.Date | nw.Datetime)
    elif kind is Kind.NUMBER:
        fits = found.is_numeric()
    else:
        fits = isinstance(found, nw.String | nw.Categorical | nw.Enum) or found.is_integer()
    return None if fits else f"is {found}, not {kind}. Change its type."


def _plain(column: str, found: nw.dtypes.DType) -> nw.Expr:
    kind = KINDS.get(column, Kind.NAME)
    if kind is Kind.NAME and not isinstance(found, nw.String | nw.Object | nw.Unknown):
        return nw.col(column).cast(nw.String)
    if kind is Kind.NUMBER and isinstance(found, nw.Decimal):
        return nw.col(column).cast(nw.Float64)
    return nw.col(column)
