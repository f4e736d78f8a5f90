"""The interfaces take a table of any engine, and give what they give for one of pandas."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from clientplan.insight import phase, risk
from clientplan.insight.activity import judge
from clientplan.insight.brought import brought

DAY = date(2026, 6, 1)
ORDERS = pd.DataFrame(
    [
        (f"c{client}", pd.Timestamp(DAY - timedelta(days=9 * step + client)), 100.0 + 7 * client + step % 5)
        for client in range(6)
        for step in range(10 * client, 90)
    ],
    columns=["client_id", "date", "amount"],
)


def as_polars(frame: pd.DataFrame) -> Any:
    return pl.DataFrame({name: frame[name].to_list() for name in frame.columns})


def as_duckdb(frame: pd.DataFrame) -> Any:
    return duckdb.from_arrow(as_arrow(frame))


def as_arrow(frame: pd.DataFrame) -> Any:
    return pa.Table.from_pandas(frame, preserve_index=False)


WAYS = [as_polars, lambda frame: as_polars(frame).lazy(), as_duckdb, as_arrow]
every_way = pytest.mark.parametrize("way", WAYS, ids=["polars", "polars lazy", "duckdb", "arrow"])


def test_a_table_of_pandas_is_taken_as_it_is() -> None:
    assert brought(ORDERS) is ORDERS


@every_way
def test_phase_and_risk(way: Any) -> None:
    plan = pd.DataFrame({"client_id": ["c1", "c5"], "amount": [9_000.0, 1.0]})
    pd.testing.assert_series_equal(risk.score(way(ORDERS), DAY), risk.score(ORDERS, DAY))
    pd.testing.assert_frame_equal(risk.explain(way(ORDERS), DAY), risk.explain(ORDERS, DAY))
    theirs = phase.classify(ORDERS, DAY, plan)
    pd.testing.assert_frame_equal(phase.classify(way(ORDERS), DAY, way(plan)), theirs)
    assert len(set(theirs["phase"])) > 1


@every_way
def test_activities(way: Any) -> None:
    activities = pd.DataFrame(
        {
            "activity_id": ["1", "2", "3"],
            "client_id": ["c1", "c1", "c2"],
            "date": pd.to_datetime(["2026-05-01", "2026-05-04", "2026-05-05"]),
            "minutes": [30.0, None, 45.0],
            "subject": ["Changeover on line 2", "Lunch", "Setters trained [o1]"],
        }
    )
    objectives = pd.DataFrame(
        {
            "objective_id": ["o1", "o1"],
            "client_id": ["c1", "c2"],
            "start": pd.to_datetime(["2026-01-01", "2026-01-01"]),
            "end": pd.to_datetime(["2026-12-31", "2026-12-31"]),
            "words": ["A changeover on line 2 takes 15 minutes", "Twelve setters are trained"],
        }
    )
    events = pd.DataFrame(
        {"client_id": ["c1"], "objective_id": ["o1"], "date": pd.to_datetime(["2026-05-10"]), "amount": [1.0]}
    )
    theirs = judge(activities, objectives, events, DAY)
    ours = judge(way(activities), way(objectives), way(events), DAY)
    assert ours["link"].tolist() == theirs["link"].tolist() == ["rule", "none", "explicit"]
    assert ours["reason"].tolist() == theirs["reason"].tolist()
    assert ours["smart_minutes"].tolist() == theirs["smart_minutes"].tolist()
