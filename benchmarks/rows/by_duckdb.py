"""What one would write by hand in DuckDB's SQL."""
# ruff: noqa: S608 - the only foreign text is the path of a folder that the benchmark made

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb

COUNTS = (
    "count(*) AS activities, coalesce(sum(minutes * 60), 0)::BIGINT AS seconds, count(*) - count(minutes) AS untimed"
)
RATES = ", ".join(
    f"sum(CASE WHEN month >= DATE '{first}' THEN {count} ELSE 0 END)::BIGINT AS {count}_{span}"
    for count in ("activities", "seconds")
    for span, first in ((3, "2025-09-01"), (12, "2024-12-01"))
)


def through(folder: Path) -> dict[str, Any]:
    connection = duckdb.connect()
    activities = f"read_parquet('{folder / 'activities.parquet'}')"
    objectives = f"read_parquet('{folder / 'objectives.parquet'}')"
    months = connection.sql(
        f"SELECT client_id, date_trunc('month', date) AS month, {COUNTS} FROM {activities} GROUP BY ALL"
    ).df()
    connection.register("months", months)
    return {
        "kind": connection.sql(f"SELECT client_id, kind, {COUNTS} FROM {activities} GROUP BY ALL").df(),
        "month": months,
        "in force": connection.sql(
            f"SELECT a.client_id, objective_id, {COUNTS} FROM {activities} a JOIN {objectives} o "
            'ON a.client_id = o.client_id AND a.date >= o.start AND a.date < o."end" + INTERVAL 1 DAY GROUP BY ALL'
        ).df(),
        "rates": connection.sql(
            f"SELECT client_id, {RATES} FROM months WHERE month < DATE '2025-12-01' GROUP BY ALL"
        ).df(),
    }
