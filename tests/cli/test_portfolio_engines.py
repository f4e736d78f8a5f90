"""`clientplan portfolio` with each engine, and over a real PostgreSQL: the same figures."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import duckdb
import psycopg
import pytest

from clientplan.intake import take_in
from clientplan.workspace import Workspace

TYPES = {"date": "timestamp", "minutes": "double precision", "amount": "double precision"}


@pytest.fixture
def collected(sample_workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    take_in(sample_workspace)
    monkeypatch.chdir(sample_workspace.folder)
    return sample_workspace


@pytest.fixture
def usual(clientplan: Any, collected: Workspace) -> Any:
    """What it says without another engine."""
    found = json.loads(clientplan("portfolio", "--json").out)
    assert len(found["clients"]) == 12
    return found


@pytest.mark.parametrize("engine", ["pandas", "polars", "duckdb"])
def test_over_the_tables_of_the_workspace(clientplan: Any, usual: Any, engine: str) -> None:
    assert json.loads(clientplan("portfolio", "--engine", engine, "--json").out) == usual


def test_over_a_file_of_duckdb(clientplan: Any, usual: Any, collected: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "crm.duckdb"
    with duckdb.connect(file) as connection:
        for name, columns, rows in tables(collected):
            connection.execute(f"CREATE TABLE {name} ({declared(columns)})")
            marks = ", ".join("?" for _ in columns)
            connection.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)  # noqa: S608  # names of our own
    assert json.loads(clientplan("portfolio", "--engine", "duckdb", "--url", file, "--json").out) == usual


def test_over_postgresql(clientplan: Any, usual: Any, collected: Workspace, postgres: str) -> None:
    with psycopg.connect(postgres) as connection, connection.cursor() as cursor:
        for name, columns, rows in tables(collected):
            cursor.execute(f"DROP TABLE IF EXISTS {name}")
            cursor.execute(f"CREATE TABLE {name} ({declared(columns)})")
            with cursor.copy(f"COPY {name} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
    try:
        assert json.loads(clientplan("portfolio", "--engine", "ibis", "--url", postgres, "--json").out) == usual
    finally:
        with psycopg.connect(postgres) as connection:
            connection.execute("DROP TABLE clients, revenue, activities")


def test_a_database_without_the_tables(clientplan: Any, collected: Workspace, postgres: str) -> None:
    done = clientplan("portfolio", "--engine", "ibis", "--url", postgres)
    assert done.status == 1
    assert "has no clients, revenue, activities" in done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--engine", "ibis"], "Where is the database?"),
        (["--engine", "ibis", "--url", "crm"], "is no address of a database"),
        (["--engine", "duckdb", "--url", "nothing.duckdb"], "nothing.duckdb"),
    ],
)
def test_what_cannot_be_opened_is_told(clientplan: Any, collected: Workspace, words: list[str], said: str) -> None:
    done = clientplan("portfolio", *words)
    assert done.status == 1
    assert said in done.err
    assert "Traceback" not in done.err


def test_an_address_goes_with_an_engine_that_takes_one(clientplan: Any, collected: Workspace) -> None:
    assert clientplan("portfolio", "--url", "crm.duckdb").status == 2


def tables(workspace: Workspace) -> list[tuple[str, list[str], list[list[str | None]]]]:
    """The tables as they lie in the workspace: name, columns, and rows with None for a gap."""
    found = []
    for name in ("clients", "revenue", "activities"):
        with (workspace.data / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            columns, *rows = csv.reader(file)
        found.append((name, columns, [[cell or None for cell in row] for row in rows]))
    return found


def declared(columns: list[str]) -> str:
    return ", ".join(f'"{column}" {TYPES.get(column, "text")}' for column in columns)
