"""Contacts that led nowhere: nothing followed, and nothing is planned."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd

from clientplan.insight.activity.aligned import aligned
from clientplan.insight.activity.inputs import day_of, days, idents, written

_NEVER = np.iinfo(np.int64).max


def dead_ends(
    activities: pd.DataFrame, judged: pd.DataFrame, events: pd.DataFrame, as_of: date | str, after: int = 30
) -> pd.DataFrame:
    """Activities without a dated next step, as far as the log can tell.

    A next step is a later activity or event of the same objective, for one that serves none a later activity of the
    client; within `after` days. A date in a column `next_step` of `activities` counts where there is one; a step that
    was agreed in words only can't be seen. What is planned after `as_of` comes too late, and the reason says so.

    Args:
        activities: as `judge` was given them.
        judged: what it returned.
        events: as it was given them.
        as_of: the day that is looked at; an activity whose `after` days aren't over by then isn't judged yet.
        after: days.

    Returns:
        Index `activity_id`, the latest first: `client_id`, `date`, `who`, `subject`, `objective_id`, `minutes`,
        `silent` (days until something followed after all, up to `as_of`; missing where nothing has) and `reason`.
    """
    today = day_of(as_of)
    rows = aligned(activities, judged)
    day = days(rows["date"], _NEVER)
    over = day + after <= today
    follows = _followed(rows, activities, judged, events, day)
    agreed = np.zeros(len(rows), bool)
    if "next_step" in activities.columns:
        step = days(activities.loc[judged["counts"].to_numpy(), "next_step"], -_NEVER)
        agreed = step >= day
    ended = over & ~agreed & (follows > day + after)
    found = rows.loc[ended, ["client_id", "date", "who", "subject", "objective_id", "minutes"]]
    silent = np.where(follows > today, -1, follows - day)[ended]
    told = [
        _told(count, "the client" if objective is None else str(objective), after, step)
        for count, objective, step in zip(silent, found["objective_id"], follows[ended], strict=True)
    ]
    found = found.assign(silent=pd.array(silent, dtype="Int64"), reason=pd.Series(told, found.index, dtype="object"))
    found["silent"] = found["silent"].mask(found["silent"] < 0)
    return found.sort_values("date", ascending=False, kind="stable")


def _followed(
    rows: pd.DataFrame, activities: pd.DataFrame, judged: pd.DataFrame, events: pd.DataFrame, day: np.ndarray
) -> np.ndarray:
    """The day on which something followed each row; _NEVER where nothing did."""
    objective = idents(judged["objective_id"])
    client = idents(activities["client_id"])
    later = days(activities["date"], _NEVER)
    steps = pd.DataFrame({"client": client.to_numpy(), "objective": objective.to_numpy(), "day": later})
    planned = ~judged["counts"].to_numpy()
    moves = pd.DataFrame(
        {
            "client": idents(events["client_id"]).to_numpy(),
            "objective": idents(events["objective_id"]).to_numpy(),
            "day": days(events["date"], _NEVER),
        }
    )
    every = pd.concat([steps, moves]).query("day < @_NEVER")
    ahead = steps[planned]
    own = pd.DataFrame(
        {
            "client": idents(rows["client_id"]).to_numpy(),
            "objective": idents(rows["objective_id"]).to_numpy(),
            "day": day,
        }
    )
    with_client = _first_after(own, every, ["client"])
    with_objective = np.minimum(_first_after(own, every, ["client", "objective"]), _first_after(own, ahead, ["client"]))
    return np.where(own["objective"] == "", with_client, with_objective)


def _first_after(rows: pd.DataFrame, steps: pd.DataFrame, key: list[str]) -> np.ndarray:
    """The first day after each row's on which there is a step of the same key."""
    keys = pd.concat([rows[key], steps[key]])
    codes = keys.groupby(key, sort=False).ngroup().to_numpy()
    own, theirs = codes[: len(rows)], codes[len(rows) :]
    order = np.lexsort((steps["day"], theirs))
    sorted_days, sorted_codes = steps["day"].to_numpy()[order], theirs[order]
    span = 10**7
    at = np.searchsorted(sorted_codes * span + sorted_days, own * span + rows["day"].to_numpy(), "right")
    there = at < len(order)
    there[there] = sorted_codes[at[there]] == own[there]
    found = np.full(len(rows), _NEVER)
    found[there] = sorted_days[at[there]]
    return found


def _told(silent: int, what: str, after: int, step: int) -> str:
    if step == _NEVER:
        return f"Nothing followed for {what}, and nothing is planned. Agree a step with a date."
    within = f"Nothing followed for {what} within {after} days"
    return (
        f"{within}; the next is planned for {written(step)}."
        if silent < 0
        else f"{within}; the next came after {silent}."
    )
