"""One line a client: revenue, orders and contact, as they are."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from clientplan.insight.months import full_months, within

YEAR = 12  # months
RECENT_MONTHS = 6
RECENT_DAYS = 90


def overview(clients: pd.DataFrame, revenue: pd.DataFrame, activities: pd.DataFrame, *, today: date) -> pd.DataFrame:
    """Each client in each of its currencies, as it stands on `today`; rows dated later don't count.

    Args:
        clients: the tidy table.
        revenue: the tidy table.
        activities: the tidy table.
        today: the day on which the figures are looked at.

    Returns:
        One row a client and currency, the largest revenue of each currency first, with these columns: `client_id`,
        `name`, `currency`; `last_year` and `year_before`, revenue of the last 12 full months and of the 12 before, in
        that currency; `months_ordered`, in how many of the last 6 full months there was an order; `days_since_order`;
        `hours`, `activities` and `untimed` (those without a duration, which the hours leave out) of the last 90 days;
        `last_contact`. `days_since_order` and `last_contact` are missing where there never was one.
    """
    known = clients[["client_id", "name"]].drop_duplicates("client_id")
    sold = _sold(revenue, today)
    currencies = clients[["client_id", "currency"]].drop_duplicates("client_id")
    silent = currencies[~currencies["client_id"].isin(sold["client_id"])]
    rows = pd.concat([sold, silent], ignore_index=True) if len(silent) else sold
    rows = known.merge(rows, on="client_id", how="right").merge(_met(activities, today), on="client_id", how="left")
    rows["name"] = rows["name"].fillna(rows["client_id"])
    for count in ("last_year", "year_before", "months_ordered", "hours", "activities", "untimed"):
        rows[count] = rows[count].fillna(0)
    whole = ["months_ordered", "activities", "untimed"]
    rows = rows.astype({**dict.fromkeys(whole, "int64"), "days_since_order": "Int64"})
    return rows.sort_values(["currency", "last_year", "name"], ascending=[True, False, True], ignore_index=True)


def _sold(revenue: pd.DataFrame, today: date) -> pd.DataFrame:
    """Revenue and orders, one row a client and currency."""
    past = revenue[revenue["date"] <= pd.Timestamp(today)]
    ordered = past[past["amount"] > 0]
    last, before = full_months(today, YEAR), full_months(today, YEAR, back=YEAR)
    recent = ordered[within(ordered["date"], full_months(today, RECENT_MONTHS))]
    key = ["client_id", "currency"]

    def by_client(rows: pd.DataFrame) -> Any:
        return rows.groupby(key, dropna=False)

    figures = pd.DataFrame(
        {
            "last_year": by_client(past[within(past["date"], last)])["amount"].sum(),
            "year_before": by_client(past[within(past["date"], before)])["amount"].sum(),
            "months_ordered": by_client(recent.assign(month=recent["date"].dt.to_period("M")))["month"].nunique(),
            "days_since_order": (pd.Timestamp(today) - by_client(ordered)["date"].max()).dt.days,
        },
        index=by_client(past).size().index,
    )
    return figures.reset_index()


def _met(activities: pd.DataFrame, today: date) -> pd.DataFrame:
    """Hours and contacts, one row a client."""
    past = activities[activities["date"] <= pd.Timestamp(today)]
    recent = past[past["date"] > pd.Timestamp(today) - pd.Timedelta(days=RECENT_DAYS)].groupby("client_id")
    return pd.DataFrame(
        {
            "hours": recent["minutes"].sum() / 60,
            "activities": recent.size(),
            "untimed": recent["minutes"].apply(lambda minutes: int(minutes.isna().sum())),
            "last_contact": past.groupby("client_id")["date"].max(),
        }
    ).reset_index()
