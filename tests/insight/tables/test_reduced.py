"""A company's tables reduced to one look: whatever its ids are, and however large its files."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from clientplan.insight.tables import Pieces, files, open_tables, reduced

SINCE = date(2026, 6, 1)


def numbered() -> dict[str, Any]:
    """Ids that are numbers, as many databases have them, and no more columns than are asked for."""
    connection = duckdb.connect()
    connection.execute("CREATE TABLE clients AS SELECT 7 AS client_id, 'Harrow' AS name")
    connection.execute(
        "CREATE TABLE activities AS SELECT * FROM (VALUES (1, 7, DATE '2026-06-01', 30.0, 'call'), "
        "(2, 7, DATE '2026-05-31', 30.0, 'call'), (3, 8, DATE '2026-07-01', 30.0, 'call')) "
        "AS rows(activity_id, client_id, date, minutes, kind)"
    )
    return {name: connection.table(name) for name in ("clients", "activities")}


def test_ids_are_text_as_plans_name_them() -> None:
    tables = numbered()
    assert reduced.clients(tables["clients"])["client_id"].tolist() == ["7"]
    found = reduced.activities(tables["activities"], SINCE, {"7"})
    assert found[["activity_id", "client_id", "minutes"]].to_numpy().tolist() == [["1", "7", 30.0]]


def test_a_column_that_is_not_there_is_missing() -> None:
    found = reduced.activities(numbered()["activities"], SINCE, {"7"})
    assert found["subject"].isna().all()
    assert list(found.columns)[-4:] == ["who", "contact", "subject", "notes"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "clients.csv").write_text("client_id,name\n7,Harrow\n")
    (tmp_path / "revenue.csv").write_text(
        "client_id,date,amount,currency\n7,2026-06-02,10.5,EUR\n7,2026-06-02,-2,EUR\n"
    )
    head = "activity_id,client_id,date,minutes,kind,who,contact,subject,notes\n"
    rows = [f"{at},{7 + at % 2},2026-06-{at:02d},30,call,,,Subject {at}," for at in range(1, 21)]
    (tmp_path / "activities.csv").write_text(head + "\n".join(rows) + "\n")
    return tmp_path


def test_a_large_file_is_read_in_pieces(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("clients", "revenue", "activities")

    def seen() -> list[pd.DataFrame]:
        with open_tables(folder, "pandas", names) as tables:
            return [
                reduced.clients(tables["clients"]),
                reduced.revenue(tables["revenue"], date(2026, 9, 1)),
                reduced.activities(tables["activities"], SINCE, {"7"}),
            ]

    whole = seen()
    monkeypatch.setattr(files, "LARGE", 0)
    monkeypatch.setattr(files, "ROWS", 3)
    with open_tables(folder, "pandas", names) as tables:
        assert isinstance(tables["activities"], Pieces)
    in_pieces = seen()
    for one, other in zip(whole, in_pieces, strict=True):
        key = list(one.columns[:3])
        pd.testing.assert_frame_equal(
            one.sort_values(key, ignore_index=True), other.sort_values(key, ignore_index=True)
        )
    assert len(whole[2]) == 10
