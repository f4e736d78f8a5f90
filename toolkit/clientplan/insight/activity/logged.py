"""The collected activities as judging takes them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

import pandas as pd


def logged(activities: pd.DataFrame, since: date, *, only: Collection[str] | None = None) -> pd.DataFrame:
    """The rows of the tidy table from a day on, each with an id; whom it was with is the person at the client.

    Args:
        activities: the tidy table.
        since: the first day.
        only: ids of clients.
    """
    rows = activities[activities["date"] >= pd.Timestamp(since)]
    rows = rows if only is None else rows[rows["client_id"].isin(list(only))]
    numbered = pd.Series([f"row {number + 1}" for number in rows.index], index=rows.index, dtype=object)
    ids = rows["activity_id"].astype(object).where(rows["activity_id"].notna(), numbered)
    ids = ids.where(~ids.duplicated(keep=False), numbered)
    return rows.assign(activity_id=ids, who=rows["contact"]).reset_index(drop=True)


def last_contacts(activities: pd.DataFrame, as_of: date) -> dict[str, date]:
    """The day of the last activity with each client, up to a day."""
    past = activities[activities["date"] <= pd.Timestamp(as_of)]
    return {str(client): day.date() for client, day in past.groupby("client_id")["date"].max().items()}
