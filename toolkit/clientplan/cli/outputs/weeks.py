"""A week on a terminal: each activity and action with the objective that it serves, or why it serves none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from rich.table import Table

from clientplan.cli.outputs.tables import as_text

if TYPE_CHECKING:
    import pandas as pd

_COLUMNS = ("date", "planned", "client_id", "kind", "who", "subject", "minutes", "objective_id", "link", "reason")


def lines(week: pd.DataFrame, names: Mapping[str, str], monday: date) -> Iterator[str]:
    yield f"Week of {monday.day} {monday:%B %Y}"
    if not len(week):
        yield "Nothing was logged, and nothing is due."
        return
    table = Table()
    for name in ("Day", "Client", "What", "Serves", "Why"):
        table.add_column(name)
    for one in records(week):
        kind = f"{one['kind']}: " if one["kind"] else ""
        day = f"{date.fromisoformat(one['date']):%a}{' (planned)' if one['planned'] else ''}"
        client = names.get(one["client_id"], one["client_id"])
        table.add_row(day, client, f"{kind}{one['subject']}", one["objective_id"] or "–", one["reason"])
    yield as_text(table)


def records(week: pd.DataFrame) -> list[dict[str, Any]]:
    """One a row, for machines."""
    rows = week.assign(date=week["date"].dt.strftime("%Y-%m-%d")).reset_index()[["id", *_COLUMNS]].astype(object)
    return [
        {str(name): value for name, value in one.items()} for one in rows.where(rows.notna(), None).to_dict("records")
    ]
