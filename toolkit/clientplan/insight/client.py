"""One client closer by: revenue month by month, the last activities, the people."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from clientplan.insight.months import full_months


def monthly(revenue: pd.DataFrame, client_id: str, *, today: date, months: int = 24) -> pd.DataFrame:
    """Revenue of a client's last full months.

    Returns:
        Index: each month as a period, the oldest first; one column a currency, 0 where nothing was sold.
    """
    own = revenue[revenue["client_id"] == client_id]
    by_month = own.assign(month=own["date"].dt.to_period("M")).pivot_table("amount", "month", "currency", "sum")
    return by_month.reindex(full_months(today, months)).fillna(0.0).rename_axis(index="month", columns=None)


def latest(activities: pd.DataFrame, client_id: str, *, today: date, count: int = 8) -> pd.DataFrame:
    """The last activities with a client, the newest first; rows dated after `today` aren't there yet."""
    own = activities[(activities["client_id"] == client_id) & (activities["date"] <= pd.Timestamp(today))]
    return own.sort_values("date", ascending=False, kind="stable").head(count).reset_index(drop=True)


def people(known: pd.DataFrame, client_id: str) -> pd.DataFrame:
    """Who the exports know at a client, by name."""
    return known[known["client_id"] == client_id].sort_values("name", kind="stable").reset_index(drop=True)


def contacts(activities: pd.DataFrame, client_id: str, *, today: date) -> list[dict[str, Any]]:
    """A client's activities up to today as plain values, the oldest first.

    Each has `when` (date), `kind`, `subject`, `hours` and `who` (at the client); what isn't known is None or "".
    """
    own = activities[(activities["client_id"] == client_id) & (activities["date"] <= pd.Timestamp(today))]
    return [contact(row) for row in plain(own.sort_values("date", kind="stable"))]


def plain(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """Each row by the names of its columns, with None for what is missing."""
    found = rows.astype(object).where(rows.notna(), None).to_dict("records")
    return [{str(name): value for name, value in row.items()} for row in found]


def contact(row: Mapping[str, Any]) -> dict[str, Any]:
    """An activity as `contacts` gives it."""
    return {
        "when": row["date"].date(),
        "kind": row["kind"] or "",
        "subject": row["subject"] or "",
        "hours": None if row["minutes"] is None else row["minutes"] / 60,
        "who": row["contact"],
    }
