"""Rows of the log that are one meeting: split over two lines it is neither longer nor worth more."""

from __future__ import annotations

import numpy as np
import pandas as pd

from clientplan.insight.activity.inputs import Activities, Codes
from clientplan.insight.activity.spelling import fold


def meetings(activities: Activities, objective: Codes) -> Codes:
    """A number for each meeting: the same client, day, kind, people, subject and objective.

    Rows without an objective (-1) are each their own: whatever is added to them must change nothing else.
    """
    rows = np.flatnonzero(objective >= 0)
    found = np.arange(len(activities))
    if len(rows):
        texts = [pd.Series(texts[rows]).map(fold) for texts in (activities.kind, activities.who, activities.subject)]
        key = pd.MultiIndex.from_arrays([objective[rows], activities.day[rows], *texts])
        codes, _ = pd.factorize(key)
        found[rows] = len(activities) + codes
    return found
