"""pyarrow comes with Ibis only: pandas, Polars and DuckDB must do without."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import sys
sys.modules["pyarrow"] = None
from clientplan.insight.tables import between, collected, effort, in_force, monthly, open_tables, rates
from datetime import date
import pandas as pd
with open_tables(sys.argv[1], sys.argv[2]) as opened:
    objectives = pd.DataFrame({
        "client_id": pd.Series(["1"], dtype="str"), "objective_id": ["o1"], "start": [pd.NaT], "end": [pd.NaT],
    }).astype({"start": "datetime64[us]", "end": "datetime64[us]"})
    months = collected(monthly(opened["revenue"]))
    print(months.to_csv(index=False))
    print(collected(rates(months, date(2026, 3, 1), ["cents"])).to_csv(index=False))
    activities = between(opened["activities"], None, date(2026, 2, 1))
    print(collected(effort(activities, "kind")).to_csv(index=False))
    print(collected(in_force(activities, opened.bring(objectives))).to_csv(index=False))
"""
EXPECTED = """\
client_id,currency,month,cents,orders,credit_notes,unread,order_days
1,EUR,2026-01-01,-199,0,1,0,0

client_id,cents_3,cents_12
1,-199,-199

client_id,kind,activities,seconds,untimed
1,call,1,5400,0
1,,1,0,1

client_id,objective_id,activities,seconds,untimed
1,o1,2,5400,1

"""


@pytest.mark.parametrize("engine", ["pandas", "polars", "duckdb"])
def test_each_step_does_without(tmp_path: Path, engine: str) -> None:
    (tmp_path / "revenue.csv").write_text("client_id,date,amount,currency\n1,2026-01-31,-1.99,EUR\n")
    (tmp_path / "activities.csv").write_text(
        "activity_id,client_id,date,minutes,kind\na,1,2026-02-01,90.0,call\nb,1,2026-02-01,,\nc,1,2026-02-02,1.0,call\n"
    )
    line = [sys.executable, "-W", "error", "-c", SCRIPT, str(tmp_path), engine]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout == EXPECTED
