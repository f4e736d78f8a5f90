"""Whether whom it was with is enough: activities whose text names nothing, as "Call" with somebody's name."""

from __future__ import annotations

import numpy as np
import pandas as pd

from clientplan.insight.activity.evidence import Evidence, Setting
from clientplan.insight.activity.inputs import Activities, Codes, Flags
from clientplan.insight.activity.strange import Manner

FEWEST = 5  # of them that the log itself links, before the rest can follow
RIGHT = 0.8  # part of those whose company tells the right objective
LIKELY = 0.5  # part of the rest that must serve one: from a few names it is seen within a fifth or so


def company(
    activities: Activities, evidence: Evidence, setting: Setting, speaks: Manner, says: Codes, worded: Flags
) -> Flags:
    """Pairs whose people decide alone: one open objective has the person, and the text is empty of other matters.

    Whether that is enough differs from log to log. Activities for which the log itself names the objective tell: where
    these are a part c of all that serve one, their number by c is how many of this sort serve one. Elkan and Noto,
    Learning classifiers from only positive and unlabeled data, KDD 2008. c is seen where words leave no doubt
    (`worded`, by activity). Without such names company decides nothing.
    """
    any_word = np.zeros(len(activities), bool)
    any_word[evidence.activity[evidence.opened & (evidence.telling > 0)]] = True
    row = evidence.activity
    plain = speaks.usual & (setting.pleasant == 0) & (setting.pleasant_notes == 0) & ~any_word & activities.past
    only = evidence.opened & evidence.met & (evidence.rivals == 1) & plain[row]
    alike = _once(activities, row[only], evidence.objective[only], says)
    sure = np.flatnonzero(worded & activities.past)
    doubtless = _once(activities, sure, np.zeros(len(sure), np.int64), says)

    named = alike["says"] >= 0
    right = int((alike["says"] == alike["objective"]).sum())
    if right < FEWEST or right < RIGHT * named.sum():
        return np.zeros(len(row), bool)
    labelled = float((doubtless["says"] >= 0).mean()) if len(doubtless) else 1.0
    likely = right / max(labelled, 1 / (len(doubtless) + 1)) / len(alike)
    return only if likely >= LIKELY else np.zeros(len(row), bool)


def _once(activities: Activities, row: Codes, objective: Codes, says: Codes) -> pd.DataFrame:
    """Each meeting once, so that splitting one in two has no say."""
    return pd.DataFrame(
        {
            "client": activities.client[row],
            "day": activities.day[row],
            "who": activities.who[row],
            "subject": activities.subject[row],
            "objective": objective,
            "says": says[row],
        }
    ).drop_duplicates()
