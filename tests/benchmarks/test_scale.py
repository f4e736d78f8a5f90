"""The ways through the rows are compared only where all of them do the same work."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pandas as pd
import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


def test_all_ways_come_to_the_same_numbers() -> None:
    line = [sys.executable, str(BENCHMARKS / "scale.py"), "--rows", "3000"]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "3,000 activities, 30 clients, 180 objectives" in done.stdout
    for name in import_module("rows.child").NAMES:
        assert f"| {name} " in done.stdout
    assert "All came to the same whole numbers." in done.stdout


def test_rows_are_the_same_in_each_run(tmp_path: Path) -> None:
    made = import_module("rows.made").made
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        made(tmp_path / name, 500, 20)
    for file in ("activities.parquet", "objectives.parquet"):
        first, second = (pd.read_parquet(tmp_path / name / file) for name in ("a", "b"))
        pd.testing.assert_frame_equal(first, second)
        assert len(first) == (500 if file.startswith("a") else 120)


@pytest.mark.parametrize(
    "change", [lambda t: t.assign(n=t["n"] + 1), lambda t: t.iloc[:1], lambda t: t.rename(columns={"n": "m"})]
)
def test_a_digest_shows_every_difference_but_the_order_of_rows(change: object) -> None:
    digest = import_module("rows.child").digest
    table = pd.DataFrame({"client_id": ["a", "b"], "n": [1, 2]})
    assert digest({"t": table}) == digest({"t": table.iloc[::-1]})
    assert digest({"t": table}) != digest({"t": change(table)})
