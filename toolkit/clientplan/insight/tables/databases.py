"""Tables that stay in a database: a query goes there, and only sums come back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pandas as pd

from clientplan.errors import Missing, SourceUnreadable
from clientplan.insight.tables.needed import lacking, missing_tables

Connected = tuple[Mapping[str, Any], Callable[[pd.DataFrame], Any], Callable[[], None]]
_VIEWS = "Make a view of that name with those columns; docs/engines.md shows one."


def by_ibis(url: str, names: tuple[str, ...]) -> Connected:
    """The tables of a database that Ibis knows; tried with PostgreSQL."""
    import ibis

    place = shown(url)
    scheme = urlsplit(url).scheme
    if not scheme:
        raise SourceUnreadable(f"{url} is no address of a database. Write it like postgresql://me@host/crm")
    if scheme in {"postgres", "postgresql"} and find_spec("psycopg") is None:
        raise Missing('The driver for PostgreSQL isn\'t installed. Install it: pip install "clientplan[ibis]"')
    try:
        connection = ibis.connect(url)
        there = set(connection.list_tables())
    except Exception as error:  # each database has errors of its own, and Ibis has no common one
        raise SourceUnreadable(
            f"{place} can't be reached: {_first_line(error)}. Check the address, the name and that the database runs"
        ) from error
    try:
        tables = _found(names, there, connection.table, place)
    except SourceUnreadable:
        connection.disconnect()
        raise
    return tables, partial(_brought, ibis), connection.disconnect


def by_duckdb(path: Path, names: tuple[str, ...]) -> Connected:
    """The tables of a file that DuckDB wrote, which is only read."""
    import duckdb

    try:
        connection = duckdb.connect(path, read_only=True)
    except duckdb.Error as error:
        raise SourceUnreadable(f"{path} can't be opened by DuckDB: {_first_line(error)}") from error
    there = {row[0] for row in connection.execute("SELECT table_name FROM information_schema.tables").fetchall()}
    try:
        tables = _found(names, there, connection.table, path)
    except SourceUnreadable:
        connection.close()
        raise
    return tables, connection.from_df, connection.close


def shown(url: str) -> str:
    """An address without its password and options."""
    parts = urlsplit(url)
    who, _, host = parts.netloc.rpartition("@")
    name = who.partition(":")[0]
    return urlunsplit((parts.scheme, f"{name}@{host}" if name else host, parts.path, "", ""))


def _found(names: Iterable[str], there: set[str], table: Callable[[str], Any], place: object) -> dict[str, Any]:
    """Raises SourceUnreadable with every table and column that isn't there."""
    absent = [name for name in names if name not in there]
    tables = {name: table(name) for name in names if name in there}
    problems = [missing_tables(absent, place)] if absent else []
    problems += [told for name, found in tables.items() if (told := lacking(name, found.columns))]
    if problems:
        raise SourceUnreadable("\n".join([*problems, _VIEWS]))
    return tables


def _brought(ibis: Any, frame: pd.DataFrame) -> Any:
    """By Arrow, which comes with Ibis: its own way from pandas asks pandas for an option that warns."""
    import pyarrow as pa

    return ibis.memtable(pa.Table.from_pandas(frame, preserve_index=False))


def _first_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0].rstrip(".")
