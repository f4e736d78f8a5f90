"""The same tables on each engine: pandas, pandas in pieces, Polars, DuckDB and a real PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pandas as pd
import pytest

from clientplan.insight.tables import Pieces

COLUMNS = {
    "orders": {"client_id": "text", "currency": "text", "date": "date", "amount": "number"},
    "activities": {
        "activity_id": "text",
        "client_id": "text",
        "date": "date",
        "minutes": "number",
        "kind": "text",
        "objective_id": "text",
    },
    "objectives": {"client_id": "text", "objective_id": "text", "start": "date", "end": "date"},
}
Rows = Sequence[Sequence[Any]]
Take = Callable[[str, Rows], Any]  # the name of a table, and its rows: a table of the engine


@pytest.fixture(scope="session")
def frame() -> Callable[[str, Rows], pd.DataFrame]:
    return as_frame


@pytest.fixture(scope="session", params=["pandas", "pieces", "polars", "polars lazy", "duckdb", "postgres"])
def take(request: pytest.FixtureRequest) -> Iterator[Take]:
    """Brings rows to an engine; one test runs on each of them."""
    if request.param == "duckdb":
        import duckdb

        with duckdb.connect() as connection:
            yield lambda name, rows: _in_duckdb(connection, name, rows)
    elif request.param == "postgres":
        import ibis

        connection = ibis.connect(request.getfixturevalue("postgres"))
        yield lambda name, rows: _in_postgres(connection, name, rows)
        connection.disconnect()
    else:
        brought = {"pandas": as_frame, "pieces": _in_pieces, "polars": _in_polars}
        brought["polars lazy"] = lambda name, rows: _in_polars(name, rows).lazy()
        yield brought[request.param]


def as_frame(name: str, rows: Rows) -> pd.DataFrame:
    types = {"text": "str", "date": "datetime64[us]", "number": "float64"}
    columns = COLUMNS[name]
    made = pd.DataFrame([list(row) for row in rows], columns=list(columns), dtype=object)
    return made.astype({column: types[kind] for column, kind in columns.items()})


def _in_pieces(name: str, rows: Rows) -> Any:
    """Objectives are few and come as a whole; pieces of three rows part what belongs together."""
    whole = as_frame(name, rows)
    if name == "objectives":
        return whole
    return Pieces(lambda columns: (whole[list(columns)].iloc[at : at + 3] for at in range(0, max(len(whole), 1), 3)))


def _in_polars(name: str, rows: Rows) -> Any:
    import polars as pl

    types = {"text": pl.String, "date": pl.Datetime("us"), "number": pl.Float64}
    return pl.DataFrame(
        [list(row) for row in rows], schema={c: types[kind] for c, kind in COLUMNS[name].items()}, orient="row"
    )


def _declared(name: str, types: dict[str, str]) -> str:
    columns = ", ".join(f'"{column}" {types[kind]}' for column, kind in COLUMNS[name].items())
    return f'"{name}" ({columns})'


def _in_duckdb(connection: Any, name: str, rows: Rows) -> Any:
    types = {"text": "VARCHAR", "date": "TIMESTAMP", "number": "DOUBLE"}
    connection.execute(f"CREATE OR REPLACE TABLE {_declared(name, types)}")
    if rows:
        marks = ", ".join("?" for _ in COLUMNS[name])
        insert = f'INSERT INTO "{name}" VALUES ({marks})'  # noqa: S608 - the names are those above
        connection.executemany(insert, [list(row) for row in rows])
    return connection.table(name)


def _in_postgres(connection: Any, name: str, rows: Rows) -> Any:
    types = {"text": "text", "date": "timestamp", "number": "double precision"}
    with connection.con.cursor() as cursor:
        cursor.execute(f"CREATE TABLE IF NOT EXISTS {_declared(name, types)}")
        cursor.execute(f'TRUNCATE "{name}"')
        with cursor.copy(f'COPY "{name}" FROM STDIN') as copy:
            for row in rows:
                copy.write_row(row)
    connection.con.commit()
    return connection.table(name)
