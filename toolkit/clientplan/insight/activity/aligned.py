"""The log beside its judgment, row by row."""

from __future__ import annotations

import pandas as pd

from clientplan.errors import ClientPlanError
from clientplan.insight.activity.inputs import idents, stamps, texts

PARTS = ["smart_minutes", "linked_minutes", "undifferentiated_minutes"]


def aligned(activities: pd.DataFrame, judged: pd.DataFrame) -> pd.DataFrame:
    """Past activities with their judgment.

    Index as the judgment's. `client_id`, `date` (a day), `kind`, `who`, `subject` (texts, "" where missing), all
    columns of the judgment, and `minutes`, as given or assumed.
    """
    given, found = idents(activities["activity_id"]).tolist(), idents(pd.Series(judged.index)).tolist()
    if given != found:
        raise ClientPlanError("activities and judged aren't the same rows. Hand in what judge was given, in its order.")
    log = {
        "client_id": activities["client_id"].to_numpy(),
        "date": stamps(activities["date"]).to_numpy(),
        **{name: texts(activities, name) for name in ("kind", "who", "subject")},
        "minutes": judged[PARTS].sum(axis=1).to_numpy(),
    }
    rows = judged.assign(**log)
    return rows[rows["counts"]]
