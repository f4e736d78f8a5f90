"""Whether objectives moved on after their activities, and how often they do so without any."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from clientplan.insight.activity.inputs import NO_DAY, Activities, Codes, Days, Events, Flags, Floats, Objectives

WITHIN = 21  # days after an activity in which what happens may be its doing
WINDOW = WITHIN + 1  # days, that of the activity included
PRIOR = 16  # windows: so much a client's rate is held to the portfolio's, and an objective's to its client's
_SPAN = 10**7  # more days than there are, to put objective and day in one number


@dataclass(frozen=True)
class Progress:
    """One entry an activity; NaN and -1 where it serves no objective, or none moved on."""

    event: Codes  # in Events
    days: Floats  # until the objective moved on
    shared: Codes  # meetings that led there
    base: Floats  # part of the windows without activity in which it moved on all the same
    after: Floats  # the same of windows after an activity
    counted: Floats  # the part of the credit that isn't the base rate's
    moved: Floats  # 0 to 1
    open: Flags  # 21 days aren't over yet


@dataclass(frozen=True)
class Rates:
    """By objective, each shrunk to its client's and the portfolio's; NaN where there is nothing to compare with."""

    base: Floats
    after: Floats

    @property
    def counted(self) -> Floats:
        """Of what moved on after an activity, the part above the base rate: 1 - base / after, never below 0.

        Summed over windows that is their number times (after - base), so that an activity which changes nothing earns
        nothing. Levin, The occurrence of lung cancer in man, 1953, as the fraction among the exposed.
        """
        base = np.nan_to_num(self.base)  # without a quiet window nothing can be taken off
        return np.where(self.after > 0, np.clip(1 - base / np.where(self.after > 0, self.after, 1), 0, 1), 0.0)


def progress(
    activities: Activities, objectives: Objectives, events: Events, objective: Codes, meeting: Codes, as_of: int
) -> Progress:
    """Credits each event to the meetings since the one before it, WITHIN days at most, in equal parts."""
    rows = np.flatnonzero(objective >= 0)
    at = _next_event(events, objective[rows], activities.day[rows])
    event = np.full(len(activities), -1, np.int64)
    event[rows] = at
    hit = event >= 0
    days = np.full(len(activities), np.nan)
    days[hit] = events.day[event[hit]] - activities.day[hit]
    distinct = pd.DataFrame({"event": event[hit], "meeting": meeting[hit]}).drop_duplicates()
    shared = np.bincount(distinct["event"], minlength=len(events.day) + 1)[event]
    shared = np.where(hit, shared, 0)

    found = rates(objectives, events, objective[rows], activities.day[rows], as_of)
    base, after, counted = (np.full(len(activities), np.nan) for _ in range(3))
    for target, source in ((base, found.base), (after, found.after), (counted, found.counted)):
        target[rows] = source[objective[rows]]
    moved = np.where(hit, counted / np.maximum(shared, 1), 0.0)
    still = (objective >= 0) & ~hit & (activities.day + WITHIN > as_of)
    return Progress(event, days, shared, base, after, counted, moved, still)


def _next_event(events: Events, objective: Codes, day: Days) -> Codes:
    """The first event of the objective on the day or in the WITHIN days after it; -1 where there is none."""
    keys, wanted = events.objective * _SPAN + events.day, objective * _SPAN + day
    at = np.searchsorted(keys, wanted, "left")
    there = at < len(keys)
    there[there] = keys[at[there]] - wanted[there] <= WITHIN
    return np.where(there, at, -1)


def rates(objectives: Objectives, events: Events, objective: Codes, day: Days, as_of: int) -> Rates:
    """How often objectives move on within WITHIN days: from days with an activity, and in equal windows without."""
    linked = pd.DataFrame({"objective": objective, "day": day}).drop_duplicates().sort_values(["objective", "day"])
    served, on = linked["objective"].to_numpy(np.int64), linked["day"].to_numpy(np.int64)
    whole = on + WITHIN <= as_of
    many = len(objectives)
    tries = np.bincount(served[whole], minlength=many).astype(float)
    followed = _next_event(events, served, on) >= 0
    hits = np.bincount(served[whole & followed], minlength=many).astype(float)
    quiet, stirred = _quiet_windows(objectives, events, served, on, as_of)
    return Rates(
        _shrunk(stirred / WINDOW, quiet / WINDOW, objectives.client),
        _shrunk(hits, tries, objectives.client),
    )


def _quiet_windows(
    objectives: Objectives, events: Events, served: Codes, on: Days, as_of: int
) -> tuple[Floats, Floats]:
    """By objective: windows in which no activity's doing can be, one beginning each day, and those with an event."""
    many = len(objectives)
    first = pd.Series(np.concatenate([on, events.day])).groupby(np.concatenate([served, events.objective])).min()
    start = np.where(
        objectives.start == NO_DAY, first.reindex(range(many), fill_value=as_of + 1), objectives.start
    ).astype(np.int64)
    end = np.minimum(objectives.end, as_of)
    # A quiet stretch lasts from the day after an activity's window to the day before the next activity.
    owner = np.concatenate([np.arange(many), served])
    begin = np.concatenate([start, on + WINDOW])
    order = np.lexsort((begin, owner))
    owner, begin = owner[order], begin[order]
    until = np.empty(len(owner), np.int64)
    last = np.ones(len(owner), bool)
    last[:-1] = owner[1:] != owner[:-1]
    until[:-1] = begin[1:] - WINDOW - 1
    until[last] = end[owner[last]]
    windows = np.maximum(until - begin + 1 - WITHIN, 0)
    # Events cut a stretch into pieces; windows that fit into a piece have seen none.
    stretch = np.searchsorted(owner * _SPAN + begin, events.objective * _SPAN + events.day, "right") - 1
    inside = (owner[stretch] == events.objective) & (events.day <= until[stretch]) & (stretch >= 0)
    real = np.flatnonzero(windows)
    which = np.concatenate([real, stretch[inside], real])
    cuts = np.concatenate([begin[real] - 1, events.day[inside], until[real] + 1])
    order = np.lexsort((cuts, which))
    which, cuts = which[order], cuts[order]
    same = which[1:] == which[:-1]
    piece = np.maximum(np.diff(cuts) - 1 - WITHIN, 0)[same]
    empty = np.bincount(which[1:][same], weights=piece, minlength=len(owner))
    return (
        np.bincount(owner, weights=windows, minlength=many).astype(float),
        np.bincount(owner, weights=np.maximum(windows - empty, 0), minlength=many).astype(float),
    )


def _shrunk(hits: Floats, tries: Floats, client: Codes) -> Floats:
    """Own rate, held to the client's by PRIOR windows, which is held to the portfolio's."""
    if not tries.sum():
        return np.full(len(tries), np.nan)
    overall = hits.sum() / tries.sum()
    by_client = (np.bincount(client, hits) + PRIOR * overall) / (np.bincount(client, tries) + PRIOR)
    own: Floats = (hits + PRIOR * by_client[client]) / (tries + PRIOR)
    return own
