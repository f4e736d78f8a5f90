"""What one would write by hand in Polars, collected as the rows go by."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import polars as pl

COUNTS = [
    pl.len().cast(pl.Int64).alias("activities"),
    (pl.col("minutes") * 60).sum().cast(pl.Int64).alias("seconds"),
    (pl.len() - pl.col("minutes").count()).cast(pl.Int64).alias("untimed"),
]
SPANS = ((3, datetime(2025, 9, 1)), (12, datetime(2024, 12, 1)))  # noqa: DTZ001 - days have no zone


def through(folder: Path) -> dict[str, Any]:
    activities = pl.scan_parquet(folder / "activities.parquet")
    objectives = pl.scan_parquet(folder / "objectives.parquet").with_columns(pl.col("end") + pl.duration(days=1))
    months = _collected(activities.group_by("client_id", pl.col("date").dt.truncate("1mo").alias("month")).agg(COUNTS))
    met = activities.join(objectives, on="client_id").filter(pl.col("date").is_between("start", "end", closed="left"))
    rates = (
        months.lazy()
        .filter(pl.col("month") < datetime(2025, 12, 1))  # noqa: DTZ001
        .group_by("client_id")
        .agg(
            pl.col(count).filter(pl.col("month") >= first).sum().alias(f"{count}_{span}")
            for count in ("activities", "seconds")
            for span, first in SPANS
        )
    )
    return {
        "kind": _collected(activities.group_by("client_id", "kind").agg(COUNTS)).to_pandas(),
        "month": months.to_pandas(),
        "in force": _collected(met.group_by("client_id", "objective_id").agg(COUNTS)).to_pandas(),
        "rates": _collected(rates).to_pandas(),
    }


def _collected(frame: pl.LazyFrame) -> pl.DataFrame:
    return frame.collect(engine="streaming")
