"""Where the hours went: smart, linked but not moving, undifferentiated; by client, by phase and over the portfolio."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from clientplan.insight.activity.aligned import aligned

_PARTS = ("smart", "linked", "undifferentiated")


def by_client(activities: pd.DataFrame, judged: pd.DataFrame) -> pd.DataFrame:
    """Hours of each client; index `client_id`, the most undifferentiated hours first. Columns as `over_portfolio`."""
    rows = aligned(activities, judged)
    return _summed(rows, rows["client_id"]).sort_values("undifferentiated_hours", ascending=False, kind="stable")


def by_phase(activities: pd.DataFrame, judged: pd.DataFrame, phases: pd.Series[Any]) -> pd.DataFrame:
    """Hours of each phase; `phases` says each client's, by `client_id`. Clients without one are "unknown"."""
    rows = aligned(activities, judged)
    phase = rows["client_id"].map(phases.astype(object)).fillna("unknown").rename("phase")
    return _summed(rows, phase)


def over_portfolio(activities: pd.DataFrame, judged: pd.DataFrame) -> pd.Series[Any]:
    """All clients together.

    Returns:
        `hours`, `smart_hours`, `linked_hours` (linked, but nothing moved on), `undifferentiated_hours`; the same three
        as `smart_share` … of the hours, 0 to 1; `imputed_share`, the part of the hours that is assumed by kind of
        activity; `activities` and `linked`, how many there are and how many serve an objective; `base_rate`, how often
        the objectives served move on in three weeks without activity, the mean over linked activities. All hours are
        missing where no activity has a duration: there shares are of activities, and `sentence` counts them.
    """
    rows = aligned(activities, judged)
    return _summed(rows, pd.Series(["portfolio"] * len(rows), index=rows.index)).iloc[0] if len(rows) else _nothing()


def sentence(figures: pd.Series[Any]) -> str:
    """A line of these tables in words."""
    count, linked = int(figures["activities"]), int(figures["linked"])
    if not count:
        return "No activity to judge."
    if np.isnan(figures["hours"]):
        return (
            f"No activity has a duration, so there are no hours to judge: {linked} of {count} activities served an "
            "objective. Log how long they take."
        )
    assumed = f" {_percent(figures['imputed_share'])} of the hours are assumed, by kind of activity."
    return (
        f"Of {figures['hours']:.0f} hours {_percent(figures['smart_share'])} moved an objective on, "
        f"{_percent(figures['linked_share'])} served one that didn’t move, and "
        f"{_percent(figures['undifferentiated_share'])} served none.{assumed if figures['imputed_share'] else ''}"
    )


def _summed(rows: pd.DataFrame, key: pd.Series[Any]) -> pd.DataFrame:
    """Minutes and counts by key; a key whose activities all lack a duration has no hours."""
    linked = rows["link"] != "none"
    table = pd.DataFrame(
        {
            "activities": 1,
            "served": linked.astype("int64"),
            "untimed": rows["imputed"].astype("int64"),
            "minutes": rows["minutes"],
            "imputed": rows["minutes"].where(rows["imputed"], 0.0),
            **{part: rows[f"{part}_minutes"] for part in _PARTS},
        }
    )
    sums = table.groupby(key, sort=True).sum()
    base = rows["base_rate"].where(linked).groupby(key, sort=True).mean()
    timed = sums["untimed"] < sums["activities"]
    hours = (sums["minutes"] / 60).where(timed)
    total = sums["minutes"].where(sums["minutes"] > 0)
    return pd.DataFrame(
        {
            "activities": sums["activities"],
            "linked": sums["served"],
            "hours": hours,
            **{f"{part}_hours": (sums[part] / 60).where(timed) for part in _PARTS},
            **{f"{part}_share": sums[part] / total for part in _PARTS},
            "imputed_share": sums["imputed"] / total,
            "base_rate": base,
        }
    )


def _nothing() -> pd.Series[Any]:
    return pd.Series({"activities": 0, "linked": 0, "hours": 0.0, "imputed_share": np.nan}, name="portfolio")


def _percent(part: float) -> str:
    return f"{100 * part:.0f} %"
