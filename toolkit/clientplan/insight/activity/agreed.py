"""Next steps that were agreed: an activity that ends with one has moved its objective on."""

from __future__ import annotations

import pandas as pd

from clientplan.insight.activity.inputs import texts
from clientplan.insight.activity.next_steps import dated
from clientplan.insight.spoken import day as spoken


def agreed(activities: pd.DataFrame, judged: pd.DataFrame, *, month_first: bool = False) -> pd.DataFrame:
    """An event for each linked activity whose text names a later day: `client_id`, `objective_id`, `date`, `what`.

    Args:
        activities: as `judge` was given them.
        judged: what it returned.
        month_first: how 7/24 is meant.
    """
    linked = (judged["objective_id"].notna() & judged["counts"]).to_numpy()
    rows = activities[linked].assign(objective_id=judged.loc[linked, "objective_id"].to_numpy())
    told = (texts(rows, "subject") + "\n" + texts(rows, "notes")).tolist()
    days = pd.to_datetime(rows["date"]).dt.date.tolist()
    steps = [dated(text, day, month_first=month_first) for text, day in zip(told, days, strict=True)]
    what = [f"next step agreed for {spoken(step)}" if step else "" for step in steps]
    found = rows[["client_id", "objective_id", "date"]].assign(what=what)
    return found[found["what"] != ""]


def together(events: pd.DataFrame, steps: pd.DataFrame) -> pd.DataFrame:
    """What moved objectives on, with the steps that were agreed."""
    if events.empty:
        return steps.reset_index(drop=True)
    days = [events.assign(date=pd.to_datetime(events["date"])), steps]
    return pd.concat([one.astype(object) for one in days], ignore_index=True)
