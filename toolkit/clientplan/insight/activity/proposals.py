"""What only the manager can say: activities that may have served an objective, to be asked."""

from __future__ import annotations

import pandas as pd

from clientplan.insight.activity.aligned import aligned


def proposals(activities: pd.DataFrame, judged: pd.DataFrame) -> pd.DataFrame:
    """Activities that fit two objectives alike, or one half; an answer belongs into `objective_id` of the log.

    Returns:
        Index `activity_id`, the longest first: `client_id`, `date`, `who`, `subject`, `minutes`, `choices` (ids of
        objectives, the likeliest first) and `question`.
    """
    rows = aligned(activities, judged)
    asked = rows[rows["fits"].map(len) > 0].sort_values("minutes", ascending=False, kind="stable")
    found = asked[["client_id", "date", "who", "subject", "minutes"]].assign(choices=asked["fits"])
    questions = [_question(row) for row in found.itertuples()]
    return found.assign(question=pd.Series(questions, index=found.index, dtype="object"))


def _question(row: object) -> str:
    choices = [str(choice) for choice in row.choices]  # type: ignore[attr-defined]  # a row of the frame above
    what = f"“{row.subject}”" if row.subject else "The contact"  # type: ignore[attr-defined]
    day = f"{row.date:%Y-%m-%d}"  # type: ignore[attr-defined]
    if len(choices) == 1:
        return f"{what} on {day}: did it serve {choices[0]}?"
    return f"{what} on {day}: which did it serve, {' or '.join(choices)}?"
