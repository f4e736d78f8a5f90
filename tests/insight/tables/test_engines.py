from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any
from uuid import uuid4

import pandas as pd
import pytest

from clientplan.collect import escaping, tidy
from clientplan.collect.read import Collected
from clientplan.collect.report import Report
from clientplan.collect.tables import TABLES, empty, shaped
from clientplan.errors import Missing, SourceUnreadable
from clientplan.insight.tables import collected, effort, files, in_force, monthly, open_tables
from clientplan.insight.tables.databases import shown

# What a file must carry there and back: marks of formulas, quotation marks, line ends, gaps, and names that look empty.
IDS = ["01234", "=1+1", "'=1", "-7", "' a", "NA", "null", "a,b", 'say "so"', "two\nlines", "\u00a0=x", "É", "🙂", "\t@"]
FILES = ["pandas", "polars", "duckdb"]


def written(folder: Path) -> dict[str, pd.DataFrame]:
    """Tidy tables as `collect` writes them."""
    count = len(IDS)
    revenue = pd.DataFrame(
        {
            "client_id": IDS * 2,
            "date": pd.to_datetime(["2026-01-31"] * count + ["2026-02-28"] * count),
            "amount": [0.1 + at / 3 for at in range(count)] + [-1.005] * count,
            "currency": ["EUR", None] * count,
        }
    )
    activities = pd.DataFrame(
        {
            "activity_id": [f"a{at}" for at in range(count)],
            "client_id": IDS,
            "date": pd.to_datetime(["2026-02-28"] * count),
            "minutes": [None, 1 / 3] * (count // 2),
            "kind": [None, "call", "=sum", "NA"] * (count // 4) + ["x"] * (count % 4),
            "notes": ['several\r\nlines, "quoted"', None] * (count // 2),
        }
    )
    tables = {name: empty(name) for name in TABLES}
    tables |= {"revenue": shaped("revenue", revenue), "activities": shaped("activities", activities)}
    tidy.write(Collected(tables, Report([], [], [], [], {})), folder)
    return tidy.load(folder)


@pytest.mark.parametrize("engine", FILES)
def test_a_folder_gives_what_collect_loads(tmp_path: Path, engine: str) -> None:
    expected = written(tmp_path)
    with open_tables(tmp_path, engine) as opened:
        for step, table in ((monthly, "revenue"), (effort, "activities"), (lambda t: effort(t, "kind"), "activities")):
            pd.testing.assert_frame_equal(collected(step(opened[table])), collected(step(expected[table])))
    assert set(collected(effort(expected["activities"]))["client_id"]) == set(IDS)


def test_pandas_reads_large_files_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = written(tmp_path)
    monkeypatch.setattr(files, "LARGE", 0)
    monkeypatch.setattr(files, "ROWS", 5)
    with open_tables(tmp_path) as opened:
        assert len(list(opened["revenue"].read(("client_id",)))) > 2
        found = collected(monthly(opened["revenue"]))
    pd.testing.assert_frame_equal(found, collected(monthly(expected["revenue"])))


@pytest.mark.parametrize("text", [*IDS, "''=", "'", "'a", "' \u3000+", "=", "\uff1d", "'\u2003-", "'\x1c=", "'\x85@"])
@pytest.mark.parametrize("engine", FILES)
def test_marks_of_formulas_are_those_of_collect(take_text: Any, engine: str, text: str) -> None:
    assert take_text(engine, escaping.put_on(text)) == text
    assert take_text(engine, text) == escaping.taken_off(text)


@pytest.fixture(scope="module")
def take_text() -> Any:
    import duckdb
    import polars as pl

    from clientplan.insight.tables.formulas import taken_off

    connection = duckdb.connect()
    make = {"pandas": pd.DataFrame, "polars": pl.DataFrame, "duckdb": lambda c: connection.from_df(pd.DataFrame(c))}
    yield lambda engine, text: collected(taken_off(make[engine]({"text": [text]}), ["text"]))["text"].item()
    connection.close()


@pytest.mark.parametrize("engine", FILES)
def test_objectives_are_brought_to_where_the_rows_are(tmp_path: Path, engine: str) -> None:
    written(tmp_path)
    with open_tables(tmp_path, engine, ["activities"]) as opened:
        found = collected(in_force(opened["activities"], opened.bring(_objectives())))
    assert found[["client_id", "activities"]].to_numpy().tolist() == [["01234", 1]]


def _objectives() -> pd.DataFrame:
    """Of which the first is open on a side, the second over."""
    rows = [("01234", "o1", "2026-01-01", None), ("É", "o2", None, "2026-02-27")]
    frame = pd.DataFrame(rows, columns=["client_id", "objective_id", "start", "end"])
    return frame.astype({"start": "datetime64[us]", "end": "datetime64[us]"})


@pytest.mark.parametrize("engine", FILES)
def test_everything_that_a_folder_lacks_is_told_at_once(tmp_path: Path, engine: str) -> None:
    (tmp_path / "activities.csv").write_text("activity_id,client_id,when\n")
    with pytest.raises(SourceUnreadable) as caught:
        open_tables(tmp_path, engine)
    assert str(caught.value).splitlines() == [
        f"{tmp_path} has no revenue.csv.",
        "activities: no column date, minutes, kind (there are activity_id, client_id, when).",
        "Collect your exports again: clientplan collect FILE…",
    ]


@pytest.mark.parametrize("engine", FILES)
def test_a_file_that_somebody_changed_is_told(tmp_path: Path, engine: str) -> None:
    written(tmp_path)
    (tmp_path / "revenue.csv").write_text("client_id,date,amount,currency\n1,31.01.2026,1.0,EUR\n")
    with (
        pytest.raises(SourceUnreadable, match=r"isn't as it was written .*Collect your exports again"),
        open_tables(tmp_path, engine, ["revenue"]) as opened,
    ):
        collected(monthly(opened["revenue"]))


@pytest.mark.parametrize(("engine", "title"), [("polars", "Polars"), ("duckdb", "DuckDB"), ("ibis", "Ibis")])
def test_an_engine_that_is_not_installed_is_told_with_the_line_that_mends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: str, title: str
) -> None:
    monkeypatch.setattr("clientplan.insight.tables.engines.find_spec", lambda _name: None)
    with pytest.raises(Missing) as caught:
        open_tables(tmp_path, engine)
    assert str(caught.value) == f'{title} isn\'t installed. Install it: pip install "clientplan[{engine}]"'


def test_a_database_gives_the_same_by_ibis(postgres: str, tmp_path: Path) -> None:
    expected = written(tmp_path)
    with _schema(postgres) as (connection, url):
        _fill(connection, expected)
        with open_tables(url, "ibis") as opened:
            for step, table in ((monthly, "revenue"), (lambda rows: effort(rows, "kind", "month"), "activities")):
                pd.testing.assert_frame_equal(collected(step(opened[table])), collected(step(expected[table])))
            found = collected(in_force(opened["activities"], opened.bring(_objectives())))
    assert found[["client_id", "activities"]].to_numpy().tolist() == [["01234", 1]]


def test_everything_that_a_database_lacks_is_told_at_once(postgres: str) -> None:
    with _schema(postgres) as (connection, url):
        connection.execute("CREATE TABLE activities (client_id text, date date)")
        connection.commit()
        with pytest.raises(SourceUnreadable) as caught:
            open_tables(url, "ibis")
    lines = str(caught.value).splitlines()
    assert lines[0].endswith("has no revenue.")
    assert lines[1] == "activities: no column activity_id, minutes, kind (there are client_id, date)."
    assert len(lines) == 3


def test_a_database_that_is_not_there_is_told_without_the_password() -> None:
    with pytest.raises(SourceUnreadable) as caught:
        open_tables("postgresql://me:secret@127.0.0.1:1/crm", "ibis")
    assert "postgresql://me@127.0.0.1:1/crm can't be reached" in str(caught.value)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("url", ["crm", "", "postgresql//me@host"])
def test_what_is_no_address_is_told(url: str) -> None:
    with pytest.raises(SourceUnreadable, match="no address of a database"):
        open_tables(url, "ibis")


def test_addresses_are_shown_without_what_is_secret() -> None:
    assert shown("postgresql://me:p%40ss@host:5432/crm?sslpassword=x") == "postgresql://me@host:5432/crm"
    assert shown("postgresql://host/crm") == "postgresql://host/crm"


def test_a_file_of_duckdb_is_read_and_not_written(tmp_path: Path) -> None:
    import duckdb

    rows = written(tmp_path)["revenue"]
    path = tmp_path / "crm.duckdb"
    with duckdb.connect(path) as connection:
        connection.from_df(rows).create("revenue")
    with open_tables(path, "duckdb", ["revenue"]) as opened:
        pd.testing.assert_frame_equal(collected(monthly(opened["revenue"])), collected(monthly(rows)))
        with pytest.raises(duckdb.Error):
            opened["revenue"].insert_into("revenue")
    with pytest.raises(SourceUnreadable, match=r"has no activities"):
        open_tables(path, "duckdb", ["activities"])
    with pytest.raises(SourceUnreadable, match=r"can't be opened by DuckDB"):
        open_tables(tmp_path / "revenue.csv", "duckdb")


def test_no_engine_is_loaded_before_it_is_asked_for() -> None:
    script = "import sys, clientplan.insight.tables; print({'polars', 'duckdb', 'ibis'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


class _schema:  # noqa: N801 - read as a word of the test
    """A schema of its own, so that tables of the usual names meet no other test's."""

    def __init__(self, url: str) -> None:
        self.url, self.name = url, f"s{uuid4().hex}"

    def __enter__(self) -> tuple[Any, str]:
        import psycopg

        self.connection = psycopg.connect(self.url, options=f"-csearch_path={self.name}")
        self.connection.execute(f"CREATE SCHEMA {self.name}")
        self.connection.commit()
        return self.connection, f"{self.url}?schema={self.name}"

    def __exit__(self, *_: object) -> None:
        self.connection.rollback()
        self.connection.execute(f"DROP SCHEMA {self.name} CASCADE")
        self.connection.commit()
        self.connection.close()


def _fill(connection: Any, tables: dict[str, pd.DataFrame]) -> None:
    for name in ("revenue", "activities"):
        frame = tables[name].drop(columns="source")
        types = {"date": "date", "amount": "double precision", "minutes": "double precision"}
        columns = ", ".join(f'"{column}" {types.get(column, "text")}' for column in frame)
        connection.execute(f'CREATE TABLE "{name}" ({columns})')
        plain = frame.astype(object).where(frame.notna(), None)
        with connection.cursor() as cursor, cursor.copy(f'COPY "{name}" FROM STDIN') as copy:
            for row in plain.itertuples(index=False):
                copy.write_row(row)
    connection.commit()
