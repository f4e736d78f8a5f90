"""The ladder: an objective that the log names, else one that words and people speak for clearly, else none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import pandas as pd

from clientplan.insight.activity.company import company
from clientplan.insight.activity.evidence import Evidence, Setting
from clientplan.insight.activity.inputs import Activities, Codes, Flags, Floats, Objectives
from clientplan.insight.activity.naming import SEVERAL, UNKNOWN, named
from clientplan.insight.activity.strange import Manner, manner

PERSON = 0.8  # beside words worth 0 to 3
STRANGER = 0.35  # off, where somebody else was met than the people of the objective …
COVERED = 0.5  # … unless its words are this part of what the subject says
STRANGE = 1.0  # off, where none of the other words is known from sure links
PLEASANT = 0.5  # off, for small talk in the subject
PLEASANT_NOTES = 0.1
USUALLY, BY_CHANCE = 0.7, 0.25  # part of a log's sure links whose people were met: as a rule, and by chance
FIRM = 5  # links before the log is believed as much as the rule
SURE = 1.6
ENOUGH = 0.95  # one telling word in the subject, or half of one and a person
CLEAR = 0.7  # the second best objective may have this part of the best one's evidence


class Why(IntEnum):
    """What decided."""

    NAMED = 0
    RULE = 1
    AMBIGUOUS = 2  # two or more speak alike
    WEAK = 3  # something, not enough
    NOTHING = 4
    CLOSED = 5  # named or fitting, outside its window
    SEVERAL = 6  # the text names different ones
    NO_OBJECTIVE = 7  # the client has none
    NO_DATE = 8
    LATER = 9  # after the day that is looked at


@dataclass(frozen=True)
class Links:
    """One entry an activity; objectives are -1 where there is none."""

    objective: Codes
    why: Codes
    fits: Codes  # the best that isn't linked: to ask about, or closed
    also: Codes  # the second that speaks alike
    stray: np.ndarray  # the log names an objective that the client doesn't have


def score(
    evidence: Evidence, setting: Setting, activities: Activities, objectives: Objectives, speaks: Manner
) -> Floats:
    """What speaks for each pair, in telling words."""
    has_people = np.array([bool(names) for names in objectives.people], bool)
    who = np.array([bool(text.strip()) for text in activities.who], bool)
    stranger = has_people[evidence.objective] & who[evidence.activity] & (evidence.person == 0)
    stranger &= (evidence.covers < COVERED) & ~speaks.usual[evidence.activity]
    person = PERSON * evidence.person / np.sqrt(np.maximum(evidence.rivals, 1))
    pleasant = (setting.pleasant > 0) * PLEASANT + (setting.pleasant_notes > 0) * PLEASANT_NOTES
    against = np.maximum(pleasant, STRANGE * speaks.strange)
    stranger = stranger * STRANGER * _kept_company(activities, evidence)
    total: Floats = evidence.words + person - stranger - against[evidence.activity]
    return total


def _kept_company(activities: Activities, evidence: Evidence) -> float:
    """How much it means that none of an objective's people was met, 0 to 1.

    Where many words leave no doubt, are its people there? In some logs the column says who of us it was.
    """
    sure = evidence.opened & (evidence.words >= SURE) & (activities.who[evidence.activity] != "")
    sure &= activities.past[evidence.activity]
    at = np.flatnonzero(sure)
    once = pd.DataFrame(
        {
            "objective": evidence.objective[at],
            "day": activities.day[evidence.activity[at]],
            "who": activities.who[evidence.activity[at]],
            "met": evidence.met[at],
        }
    ).drop_duplicates()
    share = (once["met"].sum() + USUALLY * FIRM) / (len(once) + FIRM)
    return float(np.clip((share - BY_CHANCE) / (USUALLY - BY_CHANCE), 0, 1))


def link(activities: Activities, objectives: Objectives, evidence: Evidence, setting: Setting) -> Links:
    says = named(activities, objectives)
    worded = _worded(activities, evidence)
    speaks = manner(activities, setting, worded | (_inside(activities, objectives, says) & activities.past))
    points = score(evidence, setting, activities, objectives, speaks)
    alone = company(activities, objectives, evidence, setting, speaks, says, worded)
    points = np.where(evidence.telling > 0, points, np.where(alone, ENOUGH, 0.0))
    best, worth, second, second_worth = _two_best(evidence, points, evidence.opened, len(activities))
    closed, closed_worth, _, _ = _two_best(evidence, points, ~evidence.opened, len(activities))

    why = np.full(len(activities), Why.NOTHING, np.int64)
    objective, fits, also = (np.full(len(activities), -1, np.int64) for _ in range(3))
    fits = np.where(closed_worth >= ENOUGH, closed, fits)
    why[fits >= 0] = Why.CLOSED
    weak = (worth > 0.5 * ENOUGH) & (worth < ENOUGH) & (fits < 0)
    why[weak], fits[weak] = Why.WEAK, best[weak]
    rule = worth >= ENOUGH
    alike = (rule | weak) & (second_worth > CLEAR * worth)
    why[rule], objective[rule], fits[rule] = Why.RULE, best[rule], -1
    why[alike], objective[alike], fits[alike], also[alike] = Why.AMBIGUOUS, -1, best[alike], second[alike]

    explicit, inside = says >= 0, _inside(activities, objectives, says)
    why[explicit], objective[explicit], also[explicit] = Why.CLOSED, -1, -1
    fits[explicit] = says[explicit]
    why[inside], objective[inside], fits[inside] = Why.NAMED, says[inside], -1
    several = says == SEVERAL
    why[several], objective[several], fits[several], also[several] = Why.SEVERAL, -1, -1, -1
    for reason, rows in (
        (Why.NO_OBJECTIVE, activities.client < 0),
        (Why.NO_DATE, activities.day == np.iinfo(np.int64).min),
        (Why.LATER, ~activities.past),
    ):
        why[rows], objective[rows], fits[rows], also[rows] = reason, -1, -1, -1
    return Links(objective, why, fits, also, says == UNKNOWN)


def _inside(activities: Activities, objectives: Objectives, says: Codes) -> Flags:
    """Named objectives that were open on the day."""
    found = says >= 0
    at, day = says[found], activities.day[found]
    found[found] = (objectives.start[at] <= day) & (day <= objectives.end[at])
    return found


def _worded(activities: Activities, evidence: Evidence) -> Flags:
    """Activities that several telling words link beyond doubt."""
    found = np.zeros(len(activities), bool)
    found[evidence.activity[evidence.opened & (evidence.words >= SURE) & (evidence.telling > 1)]] = True
    return found & activities.past


def _two_best(evidence: Evidence, points: Floats, use: np.ndarray, count: int) -> tuple[Codes, Floats, Codes, Floats]:
    """The best and the second objective of each activity, with what speaks for them; -1 and 0 where there is none."""
    at = np.flatnonzero(use & (points > 0))
    at = at[np.lexsort((evidence.objective[at], -points[at], evidence.activity[at]))]
    row = evidence.activity[at]
    first = np.ones(len(at), bool)
    first[1:] = row[1:] != row[:-1]
    second = np.zeros(len(at), bool)
    second[1:] = first[:-1] & ~first[1:]
    found: list[np.ndarray] = []
    for chosen in (at[first], at[second]):
        objective, worth = np.full(count, -1, np.int64), np.zeros(count)
        objective[evidence.activity[chosen]] = evidence.objective[chosen]
        worth[evidence.activity[chosen]] = points[chosen]
        found += [objective, worth]
    return found[0], found[1], found[2], found[3]
