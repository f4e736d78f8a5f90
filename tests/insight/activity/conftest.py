from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from clientplan.insight.activity import judge

Made = Callable[..., pd.DataFrame]
AS_OF = "2026-09-15"
_LOG = ["activity_id", "client_id", "date", "minutes", "kind", "who", "subject", "notes", "objective_id"]
_PLAN = ["objective_id", "client_id", "start", "end", "words", "people"]


@pytest.fixture(autouse=True)
def _benchmarks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Logs with a known truth are made in the folder of the benchmarks, which measure on them too."""
    monkeypatch.syspath_prepend(str(Path(__file__).parents[3] / "benchmarks"))


@pytest.fixture
def log() -> Made:
    """Rows of (date, subject) and what else is known, of client C unless said."""

    def made(*rows: Sequence[Any] | dict[str, Any]) -> pd.DataFrame:
        filled = []
        for at, row in enumerate(rows):
            given = row if isinstance(row, dict) else {"date": row[0], "subject": row[1]}
            usual = {"activity_id": f"a{at + 1}", "client_id": "C", "minutes": 60.0, "kind": "meeting"}
            filled.append({**usual, **given})
        return pd.DataFrame(filled, columns=[*_LOG, "next_step"]).drop(
            columns=[] if any(isinstance(row, dict) and "next_step" in row for row in rows) else ["next_step"]
        )

    return made


@pytest.fixture
def plan() -> pd.DataFrame:
    """Three objectives of client C, and one of client D."""
    rows = [
        ("o1", "C", "2026-01-01", "2026-12-31", "Line 2 gains 320 hours a year.", "Anita Rao"),
        ("o2", "C", "2026-02-01", "2026-06-30", "A changeover on the machine takes 15 minutes.", "Paul Sefton"),
        ("o3", "C", "2026-01-01", "2026-12-31", "Twelve setters run the new routine alone.", ["Dean Hartley"]),
        ("o1", "D", "2026-01-01", None, "Recycled film in every tray", None),
    ]
    return pd.DataFrame(rows, columns=_PLAN)


@pytest.fixture
def moves() -> Made:
    def made(*rows: Sequence[Any]) -> pd.DataFrame:
        full = [(*row, *[None] * (5 - len(row))) for row in rows]
        return pd.DataFrame(full, columns=["client_id", "objective_id", "date", "amount", "what"])

    return made


@pytest.fixture
def judged(plan: pd.DataFrame, moves: Made) -> Callable[..., pd.DataFrame]:
    """A log against that plan; events as rows."""

    def made(activities: pd.DataFrame, *events: Sequence[Any], as_of: str = AS_OF) -> pd.DataFrame:
        return judge(activities, plan, moves(*events), as_of)

    return made
