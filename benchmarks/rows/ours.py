"""Our steps on an engine: the same lines for all of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from clientplan.insight.tables import collected, effort, in_force, rates

AS_OF = date(2025, 12, 15)


def through(read: Callable[[str], Any], folder: Path) -> dict[str, Any]:
    activities, objectives = read(str(folder / "activities.parquet")), read(str(folder / "objectives.parquet"))
    months = collected(effort(activities, "month"))
    return {
        "kind": collected(effort(activities, "kind")),
        "month": months,
        "in force": collected(in_force(activities, objectives)),
        "rates": collected(rates(months, AS_OF, ["activities", "seconds"])),
    }
