"""What was collected, as the forms need it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from clientplan.analysis.book import client_of
from clientplan.plan.plan import Client
from clientplan.workspace import Workspace

__all__ = ["NOTHING", "client_of", "collected_on", "known_clients", "lines", "tables"]

if TYPE_CHECKING:
    import pandas as pd

NOTHING = "Nothing was collected yet. The step before, Collect, reads your exports; a plan can be written without any."


def tables(workspace: Workspace) -> Mapping[str, pd.DataFrame] | None:
    """The tidy tables; exports that nobody read yet are read now. None where there is nothing."""
    from clientplan.intake import exports, take_in

    return _written(workspace) or (take_in(workspace).tables if exports(workspace) else None)


def collected_on(workspace: Workspace) -> date:
    """The day on which the tables were made of the exports; in a sample the day on which it stands still."""
    from clientplan.collect import tidy

    if workspace.settings.today:
        return workspace.settings.today
    return date.fromtimestamp((workspace.data / tidy.REPORT).stat().st_mtime)


def known_clients(workspace: Workspace) -> list[Client]:
    """The clients of the tidy tables, as a plan would name them. Without pandas: the first page is waited for."""
    try:
        with (workspace.data / "clients.csv").open(encoding="utf-8", newline="") as file:
            found = list(csv.DictReader(file))
    except FileNotFoundError:
        return []
    return [
        Client(name=one["name"], id=one["client_id"], industry=one.get("industry") or None)
        for one in found
        if one.get("name") and one.get("client_id")
    ]


def lines(frame: pd.DataFrame) -> Iterable[Any]:
    """The rows of a table as named tuples, with None for what is missing."""
    return frame.astype(object).where(frame.notna(), None).itertuples(index=False)


def _written(workspace: Workspace) -> Mapping[str, pd.DataFrame] | None:
    """The tables as the last reading left them."""
    from clientplan.collect import tidy

    return tidy.load(workspace.data) if (workspace.data / tidy.REPORT).is_file() else None
