"""Whether whom it was with is enough: activities whose text names nothing, as "Call" with somebody's name."""

from __future__ import annotations

import numpy as np
import pandas as pd

from clientplan.insight.activity.evidence import Evidence, Setting
from clientplan.insight.activity.inputs import Activities, Codes, Flags, Objectives
from clientplan.insight.activity.strange import Manner
from clientplan.insight.activity.tokens import spread

FEWEST = 5  # of them that the log itself links, before they say anything
RIGHT = 0.8  # part of those whose company tells the right objective
LIKELY = 0.5  # part of the rest that must serve one: from a few names it is seen within a fifth or so
SEEN = 0.1  # part of the doubtless that is named, from which c is one: else only what is named itself counts
MANY = 10  # plain activities before their company shows a habit
HABIT = 0.8  # part of them that are with an objective's people, where noise doesn't speak as plainly


def company(
    activities: Activities,
    objectives: Objectives,
    evidence: Evidence,
    setting: Setting,
    speaks: Manner,
    says: Codes,
    worded: Flags,
) -> Flags:
    """Pairs whose people decide alone: one open objective has the person, and the text is empty of other matters.

    Whether that is enough differs from log to log. It is where nearly all activities that say so little are with an
    objective's people: noise, which is with anybody, says something else there. Else those tell for which the log names
    the objective: where these are a part c of all that serve one, their number by c is how many of this sort serve one.
    Elkan and Noto, Learning classifiers from only positive and unlabeled data, KDD 2008. c is seen where words leave no
    doubt (`worded`, by activity).
    """
    any_word = np.zeros(len(activities), bool)
    any_word[evidence.activity[evidence.opened & (evidence.telling > 0)]] = True
    row = evidence.activity
    plain = speaks.usual & (setting.pleasant == 0) & (setting.pleasant_notes == 0) & ~any_word & activities.past
    only = evidence.opened & evidence.met & (evidence.rivals == 1) & plain[row]
    alike = _once(activities, row[only], evidence.objective[only], says)
    named = alike[alike["says"] >= 0]
    right = int((named["says"] == named["objective"]).sum())
    misleads = len(named) >= FEWEST and right < RIGHT * len(named)
    trusted = _habit(activities, objectives, evidence, plain, says) or _borne_out(
        activities, right, alike, says, worded
    )
    return only if trusted and not misleads else np.zeros(len(row), bool)


def _habit(activities: Activities, objectives: Objectives, evidence: Evidence, plain: Flags, says: Codes) -> bool:
    """Whether nearly all plain activities are with people of an objective."""
    with_people = np.zeros(len(activities), bool)
    with_people[evidence.activity[evidence.opened & evidence.met]] = True
    rows = np.flatnonzero(plain & (says < 0) & (activities.who != "") & _could_meet(activities, objectives))
    seen = _once(activities, rows, with_people[rows].astype(np.int64), says)
    return len(seen) >= MANY and float(seen["objective"].mean()) >= HABIT


def _borne_out(activities: Activities, right: int, alike: pd.DataFrame, says: Codes, worded: Flags) -> bool:
    """Whether what the log names itself is enough of those whose company is all that speaks."""
    if right < FEWEST:
        return False
    sure = np.flatnonzero(worded & activities.past)
    doubtless = _once(activities, sure, np.zeros(len(sure), np.int64), says)
    labelled = float((doubtless["says"] >= 0).mean()) if len(doubtless) else 0.0
    return right / (labelled if labelled >= SEEN else 1.0) / len(alike) >= LIKELY


def _could_meet(activities: Activities, objectives: Objectives) -> Flags:
    """Activities on a day on which an objective of the client was open that has people."""
    order = np.argsort(objectives.client, kind="stable")
    client = objectives.client[order]
    begin = np.searchsorted(client, activities.client, "left")
    row, place = spread(begin, np.searchsorted(client, activities.client, "right") - begin)
    at = order[place]
    has_people = np.array([bool(names) for names in objectives.people], bool)
    day = activities.day[row]
    found = np.zeros(len(activities), bool)
    found[row[has_people[at] & (objectives.start[at] <= day) & (day <= objectives.end[at])]] = True
    return found


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
