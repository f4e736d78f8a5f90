"""Won deals as revenue, for clients whose invoices or orders nobody handed in."""

from __future__ import annotations

import pandas as pd

from clientplan.collect.headers import is_won
from clientplan.collect.report import counted, listed
from clientplan.collect.tables import shaped


def with_won_deals(
    revenue: pd.DataFrame, opportunities: pd.DataFrame, until: pd.Timestamp
) -> tuple[pd.DataFrame, list[str]]:
    """Revenue with the won deals at their close dates, up to the day `until`, and what was done.

    Only for clients that have no revenue rows of their own: their deals are in their invoices already.
    """
    stages = opportunities["stage"].dropna().unique()
    won = opportunities[opportunities["stage"].isin([stage for stage in stages if is_won(stage)])]
    won = won[~won["client_id"].isin(revenue["client_id"].unique())]
    closed = won[won["amount"].notna() & (won["close_date"] <= until)]
    notes: list[str] = []
    if len(closed):
        clients = closed["client_id"].nunique()
        notes.append(
            f"{counted(len(closed), 'won deal')} of {counted(clients, 'client')} without invoices or orders "
            "counted as revenue at the close date"
        )
    left = won.drop(closed.index)
    if len(left):
        notes.append(
            f"{counted(len(left), 'won deal')} without an amount or a past close date "
            f"not counted as revenue: {listed(left['source'].tolist())}"
        )
    return shaped("revenue", pd.concat([revenue, closed.assign(date=closed["close_date"])], ignore_index=True)), notes
