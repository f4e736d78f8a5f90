"""Were the right calls made this week? Each with the objective that it serves, or the reason why it serves none."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pandas as pd

from clientplan.insight.activity.inputs import idents, listed, stamps, texts
from clientplan.insight.activity.judging import judge

ACTION = "action"  # the kind of what a plan asks for
_COLUMNS = ["client_id", "date", "kind", "who", "subject", "minutes", "planned", "objective_id", "link", "reason"]


def week(
    activities: pd.DataFrame,
    objectives: pd.DataFrame,
    events: pd.DataFrame,
    first: date | str,
    as_of: date | str,
    actions: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """The seven days from `first`: what was done, and what is planned.

    Args:
        activities: the whole log, as for `judge`; rows after `as_of` are planned ones.
        objectives: as for `judge`.
        events: as for `judge`.
        first: the first day of the week.
        as_of: the day that is looked at.
        actions: open actions of the plans: `action_id`, `client_id`, `due`, `what`, and as far as known `objective_id`,
            `owner` and `hours`.

    Returns:
        Index `id` (of the activity or the action), by day: `client_id`, `date`, `kind` ("action" for an action), `who`,
        `subject`, `minutes`, `planned`, `objective_id` (None where it serves none), `link`, `reason`.
    """
    start, today = pd.Timestamp(first).normalize(), pd.Timestamp(as_of).normalize()
    end = start + timedelta(days=6)
    rows = pd.concat([_logged(activities), _due(actions)]) if actions is not None else _logged(activities)
    done = rows[~(rows["date"] > today) & (rows["kind"] != ACTION)]
    ahead = rows[(rows["date"] > today) | (rows["kind"] == ACTION)]
    before = events[~(stamps(events["date"]) > today).to_numpy()]
    shown = pd.concat(
        [
            _judged(done, judge(done, objectives, before, today), planned=False),
            _judged(ahead, judge(ahead, objectives, before, max(end, today)), planned=True),
        ]
    )
    inside = shown[(shown["date"] >= start) & (shown["date"] <= end)]
    return inside.sort_values(["date", "planned"], kind="stable")[_COLUMNS]


def _logged(activities: pd.DataFrame) -> pd.DataFrame:
    return activities.assign(date=stamps(activities["date"]).to_numpy())


def _due(actions: pd.DataFrame) -> pd.DataFrame:
    """Actions as activities of their due day: who owns one isn't whom it is with, so `who` stays open to judging."""
    missing = pd.Series([None] * len(actions), index=actions.index, dtype="object")
    hours = pd.to_numeric(actions.get("hours", missing), errors="coerce")
    return pd.DataFrame(
        {
            "activity_id": actions["action_id"].to_numpy(),
            "client_id": actions["client_id"].to_numpy(),
            "date": stamps(actions["due"]).to_numpy(),
            "minutes": (hours * 60).to_numpy(),
            "kind": ACTION,
            "owner": texts(actions, "owner"),
            "subject": texts(actions, "what"),
            "objective_id": idents(actions.get("objective_id", missing)).to_numpy(),
        }
    )


def _judged(rows: pd.DataFrame, judged: pd.DataFrame, *, planned: bool) -> pd.DataFrame:
    who = rows["who"] if "who" in rows.columns else pd.Series([""] * len(rows), index=rows.index)
    owner = texts(rows, "owner")
    names: list[Any] = [", ".join(listed(one, None)) or at for one, at in zip(who, owner, strict=True)]
    minutes = judged[["smart_minutes", "linked_minutes", "undifferentiated_minutes"]].sum(axis=1).to_numpy()
    return pd.DataFrame(
        {
            "client_id": rows["client_id"].to_numpy(),
            "date": rows["date"].to_numpy(),
            "kind": texts(rows, "kind"),
            "who": names,
            "subject": texts(rows, "subject"),
            "minutes": minutes,
            "planned": planned,
            "objective_id": pd.Series(judged["objective_id"].to_list(), judged.index, dtype="object"),
            "link": judged["link"].to_numpy(),
            "reason": _worded(rows, judged["why" if planned else "reason"]),
        },
        index=pd.Index(judged.index, name="id"),
    )


def _worded(rows: pd.DataFrame, reasons: pd.Series[str]) -> list[str]:
    """What an action serves stands in the plan, not in the log."""
    actions = (texts(rows, "kind") == ACTION).tolist()
    return [
        reason.replace("said in the log", "said in the plan").replace("he log names", "he plan names")
        if action
        else reason
        for action, reason in zip(actions, reasons, strict=True)
    ]
