"""How long activities took, where the log doesn't say."""

from __future__ import annotations

import numpy as np
import pandas as pd

from clientplan.insight.activity.inputs import Activities, Codes, Flags, Floats
from clientplan.insight.activity.spelling import fold, stem, words
from clientplan.insight.activity.vocabulary import usual_minutes

FEWEST = 5  # meetings of a kind with a duration before the log is believed over the table


def filled(activities: Activities, objective: Codes, meeting: Codes) -> tuple[Floats, Flags]:
    """Minutes of each activity, and which of them are imputed.

    What is missing is the median of meetings of the same kind that serve an objective, from FEWEST on; else the usual
    duration of that kind. Activities that serve none don't enter the median: adding noise to a log must add its own
    hours to the undifferentiated ones, and change no other. Rows of one meeting share what is missing of it.
    """
    imputed = np.isnan(activities.minutes)
    kinds, different = pd.factorize(pd.Series(activities.kind).map(fold))
    typical = np.array([usual(kind) for kind in different])
    table = pd.DataFrame({"meeting": meeting, "kind": kinds, "minutes": activities.minutes, "open": imputed})
    grouped = table[(objective >= 0) & activities.past].groupby("meeting", sort=True)
    whole = grouped.agg(kind=("kind", "first"), minutes=("minutes", "sum"), open=("open", "sum"))
    timed = whole[whole["open"] == 0].groupby("kind")["minutes"].agg(["median", "size"])
    believed = timed[timed["size"] >= FEWEST]
    typical[believed.index] = believed["median"]

    wanted = typical[kinds] if len(kinds) else np.zeros(0)
    own = table["meeting"].map(whole["minutes"]).fillna(0).to_numpy()
    rows = table["meeting"].map(whole["open"]).fillna(1).to_numpy()
    part = np.maximum(wanted - own, 0) / np.maximum(rows, 1)
    return np.where(imputed, part, activities.minutes), imputed


def usual(kind: str) -> float:
    by_stem, other = usual_minutes()
    return next((by_stem[one] for word in words(kind) if (one := stem(word)) in by_stem), other)
