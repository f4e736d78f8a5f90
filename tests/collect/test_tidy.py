from __future__ import annotations

import csv
import json
import os
from pathlib import Path
from unittest import mock

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from clientplan.collect.read import Collected
from clientplan.collect.report import Report
from clientplan.collect.tables import SOURCE, TABLES, Role, shaped
from clientplan.collect.tidy import load, write
from clientplan.errors import SourceUnreadable

TEXT = st.none() | st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("'=+-@\t\r\n\0,;\""), min_size=1)
VALUES = {
    Role.DATE: st.none() | st.dates().map(np.datetime64),
    Role.AMOUNT: st.none() | st.floats(allow_nan=False, allow_infinity=False),
    Role.MINUTES: st.none() | st.floats(0, 10_000),
}


@st.composite
def tables(draw: st.DrawFn) -> dict[str, pd.DataFrame]:
    made = {}
    for name, table in TABLES.items():
        columns = {**table.columns, SOURCE: Role.TEXT}
        rows = draw(st.integers(0, 3))
        made[name] = shaped(
            name,
            pd.DataFrame(
                {
                    column: draw(st.lists(VALUES.get(role, TEXT), min_size=rows, max_size=rows))
                    for column, role in columns.items()
                }
            ),
        )
    return made


@given(made=tables())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_what_is_loaded_equals_what_was_written(tmp_path: Path, made: dict[str, pd.DataFrame]) -> None:
    with mock.patch.object(os, "fsync"):  # a hundred times seven files on a real disk would be most of the time
        write(Collected(made, Report([], [], [], [], {})), tmp_path)
    back = load(tmp_path)
    assert list(back) == list(TABLES)
    for name, frame in made.items():
        assert_frame_equal(back[name], frame, check_exact=True)


def test_no_cell_is_a_formula_and_numbers_stay_numbers(collect, tmp_path: Path) -> None:
    found = collect(
        {
            "a.csv": "Client,Date,Subject,Minutes\n=1+1,2026-01-01,@cmd,30\n",
            "b.csv": "Client,Date,Amount\nA,2026-01-01,-5.10\n",
        }
    )
    write(found, tmp_path / "data")
    with (tmp_path / "data" / "activities.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["client_id"], row["subject"]) == ("'=1+1", "'@cmd")
    assert ",2026-01-01,-5.1," in (tmp_path / "data" / "revenue.csv").read_text(encoding="utf-8")
    assert load(tmp_path / "data")["activities"]["subject"].tolist() == ["@cmd"]


def test_what_was_set_aside_and_the_report_lie_beside_the_tables(collect, tmp_path: Path) -> None:
    found = collect({"a.csv": "Client,Date,Amount\nA,2026-01-01,=cmd\nA,2026-01-02,5\n"})
    write(found, tmp_path / "data")
    with (tmp_path / "data" / "set_aside.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row == {
        "file": "a.csv",
        "sheet": "",
        "line": "2",
        "column": "Amount",
        "value": "'=cmd",
        "reason": "isn't an amount",
    }
    assert json.loads((tmp_path / "data" / "report.json").read_text(encoding="utf-8")) == found.report.to_dict()


def test_before_anything_is_collected_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match=r"has no clients\.csv.*Collect your exports first"):
        load(tmp_path)


@pytest.mark.parametrize(
    "damage",
    ["client_id,amount\n1,2\n", "", "client_id,date,amount,currency,source\n1,soon,2,EUR,a:1\n", "client_id,date\n1\n"],
)
def test_a_table_that_somebody_changed_is_not_believed(collect, tmp_path: Path, damage: str) -> None:
    write(collect({"a.csv": "Client,Date,Amount\nA,2026-01-01,5\n"}), tmp_path / "data")
    (tmp_path / "data" / "revenue.csv").write_text(damage)
    with pytest.raises(SourceUnreadable, match=r"revenue\.csv isn't as it was written"):
        load(tmp_path / "data")
