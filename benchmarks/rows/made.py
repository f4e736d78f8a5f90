"""Activities and objectives of an invented company, the same in each run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

CLIENTS = 10_000
OBJECTIVES = 6  # a client
FIRST, DAYS = np.datetime64("2022-01-01"), 1461
KINDS = np.array(["call", "email", "meeting", "other", "visit", "event"])
SHARES = (0.30, 0.35, 0.20, 0.08, 0.05, 0.02)
UNTIMED = 0.2
GROUP = 250_000  # rows of a row group


def made(folder: Path, rows: int, clients: int = CLIENTS) -> None:
    """Writes activities.parquet and objectives.parquet: text ids, days as timestamps, minutes as floats with gaps."""
    chance = np.random.default_rng(7)
    names = np.array([f"C{number:05d}" for number in range(clients)])
    weight = chance.gamma(1.0, 1.0, clients)  # few clients get much, many little
    days = np.sort(chance.integers(0, DAYS, rows))
    schema = pa.schema(
        [("client_id", pa.string()), ("date", pa.timestamp("us")), ("minutes", pa.float64()), ("kind", pa.string())]
    )
    with pq.ParquetWriter(folder / "activities.parquet", schema) as writer:
        for at in range(0, rows, GROUP):
            writer.write_table(_group(chance, names, weight / weight.sum(), days[at : at + GROUP]))
    start = chance.integers(0, DAYS - 160, clients * OBJECTIVES)
    end = start + chance.integers(60, 365, clients * OBJECTIVES)
    order = chance.permutation(clients * OBJECTIVES)
    objectives = {
        "client_id": np.repeat(names, OBJECTIVES)[order],
        "objective_id": np.array([f"o{number:05d}" for number in range(clients * OBJECTIVES)])[order],
        "start": _stamps(start[order]),
        "end": _stamps(end[order]),
    }
    pq.write_table(pa.table(objectives), folder / "objectives.parquet")


def _group(chance: np.random.Generator, names: Any, weight: Any, days: Any) -> pa.Table:
    count = len(days)
    minutes = chance.integers(1, 25, count) * 5.0
    return pa.table(
        {
            "client_id": names[chance.choice(len(names), count, p=weight)],
            "date": _stamps(days),
            "minutes": pa.array(minutes, mask=chance.random(count) < UNTIMED),
            "kind": KINDS[chance.choice(len(KINDS), count, p=SHARES)],
        }
    )


def _stamps(days: Any) -> Any:
    return (FIRST + days).astype("datetime64[us]")
