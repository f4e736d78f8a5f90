"""What one would write by hand in pandas, the join in slices, since as a whole it doesn't fit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd

SLICE = 500_000
SPANS = ((3, pd.Timestamp("2025-09-01")), (12, pd.Timestamp("2024-12-01")))


def through(folder: Path) -> dict[str, Any]:
    activities = pd.read_parquet(folder / "activities.parquet")
    activities["seconds"] = activities["minutes"] * 60
    objectives = pd.read_parquet(folder / "objectives.parquet")
    objectives["end"] += pd.Timedelta(days=1)
    month = activities["date"].to_numpy().astype("datetime64[M]").astype("datetime64[us]")
    months = _counted(activities.assign(month=month), ["client_id", "month"])
    parts = []
    for at in range(0, len(activities), SLICE):
        met = activities[["client_id", "date", "seconds"]].iloc[at : at + SLICE].merge(objectives, on="client_id")
        met = met[(met["date"] >= met["start"]) & (met["date"] < met["end"])]
        parts.append(_counted(met, ["client_id", "objective_id"]))
    past = months[months["month"] < pd.Timestamp("2025-12-01")]
    spans = {
        f"{count}_{span}": past[count].where(past["month"] >= first, 0)
        for count in ("activities", "seconds")
        for span, first in SPANS
    }
    return {
        "kind": _counted(activities, ["client_id", "kind"]),
        "month": months,
        "in force": pd.concat(parts).groupby(["client_id", "objective_id"], sort=False).sum().reset_index(),
        "rates": pd.DataFrame({"client_id": past["client_id"], **spans})
        .groupby("client_id", sort=False)
        .sum()
        .reset_index(),
    }


def _counted(rows: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    found = rows.groupby(keys, sort=False)["seconds"].agg(["size", "sum", "count"]).reset_index()
    found = found.rename(columns={"size": "activities", "sum": "seconds", "count": "untimed"})
    found["untimed"] = found["activities"] - found["untimed"]
    return found.astype({"seconds": "int64"})
