"""Which activities were smart: each judged against the objectives of its client, and against what happened next."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd

from clientplan.insight.activity import durations, inputs, progress
from clientplan.insight.activity.evidence import gather
from clientplan.insight.activity.linking import Why, link
from clientplan.insight.activity.meetings import meetings
from clientplan.insight.activity.reasons import Case, reasons
from clientplan.insight.brought import brought

EXPLICIT, RULE, NONE = "explicit", "rule", "none"


def judge(activities: pd.DataFrame, objectives: pd.DataFrame, events: pd.DataFrame, as_of: date | str) -> pd.DataFrame:
    """Judges each activity of a log: which objective it served, and whether that moved on.

    An activity is *explicit* where the log names an objective of its client that was open on the day (in the column
    `objective_id`, or as `[o2]`, `#o2` or `o2:` in the text), *rule* where the objective's words and people speak
    clearly for one that was open, else *none*: what fits two alike is linked to neither. A named objective that wasn't
    open links nothing; a name that the client has no objective for is left aside, and the reason says so.

    It *moved* its objective on where that had an event on the day or within 21 days. An event's credit is split evenly
    over the meetings since the event before it, and multiplied by 1 - base / after: how often the objective moves on in
    equal windows without activity, over how often after one. Both rates are shrunk to the client's and the portfolio's.

    Args:
        activities: one row an activity: `activity_id`, `client_id`, `date`, and as far as there are any `minutes`,
            `kind`, `who` (a text or a list), `subject`, `notes`, `objective_id`. Columns but the first three may be
            absent, values missing. Rows of one client, day, kind, who and subject that serve the same objective are one
            meeting: to split it changes nothing.
        objectives: `objective_id`, `client_id`, `start`, `end` (the last day; missing dates leave that side open),
            `words` (a text, or a list of words), and `people` (names or roles; a list, or a text with commas).
        events: what moved objectives on: a reading, a milestone, a stage, an agreed next step. `client_id`,
            `objective_id`, `date`, optionally `amount` (how far it moved; 0 or less is no step forward) and `what` (the
            reason says it). Several on a day count as one.
        as_of: the day that is looked at. Later events don't count; later activities are in the result, without minutes.

    Returns:
        Index `activity_id`, in the order given. `objective_id` (None where there is none), `link` ("explicit", "rule",
        "none"), `moved` (0 to 1); `smart_minutes` (minutes times moved), `linked_minutes` (served an objective, the
        rest) and `undifferentiated_minutes`, which add up to the activity's minutes; `reason`. Beside them what the
        reason rests on: `why` (its first part, without what came of it), `counts` (dated up to `as_of`), `imputed` (the
        minutes are assumed, by kind), `days` (until the objective moved on), `shared` (meetings that led there),
        `base_rate`, `after_rate`, and `fits` (ids to choose from, where that is to be asked).

    Raises:
        ClientPlanError: a table lacks a column, or an objective stands there twice; all at once.
    """
    activities, objectives, events = brought(activities), brought(objectives), brought(events)
    inputs.checked(activities, objectives, events)
    today = inputs.day_of(as_of)
    goals = inputs.read_objectives(objectives)
    log = inputs.read_activities(activities, goals, today)
    moves = inputs.read_events(events, goals, today)
    evidence, setting, hits, terms = gather(log, goals)
    links = link(log, goals, evidence, setting)
    meeting = meetings(log, links.objective)
    minutes, imputed = durations.filled(log, links.objective, meeting)
    minutes = np.where(log.past | (log.day == inputs.NO_DAY), minutes, 0.0)
    imputed = imputed & log.past
    found = progress.progress(log, goals, moves, links.objective, meeting, today)
    case = Case(log, goals, moves, links, found, minutes, imputed, today, evidence, hits, terms)
    why, reason = reasons(case)
    linked = links.objective >= 0
    smart = minutes * found.moved
    judged = pd.DataFrame(
        {
            "objective_id": pd.Series([goals.given[at] if at >= 0 else None for at in links.objective], dtype="object"),
            "link": np.where(links.why == Why.NAMED, EXPLICIT, np.where(linked, RULE, NONE)),
            "moved": found.moved,
            "smart_minutes": smart,
            "linked_minutes": np.where(linked, minutes - smart, 0.0),
            "undifferentiated_minutes": np.where(linked, 0.0, minutes),
            "reason": reason,
            "why": why,
            "counts": log.past,
            "imputed": imputed,
            "days": pd.Series(found.days, dtype="Int64"),
            "shared": pd.Series(found.shared, dtype="Int64").replace(0, pd.NA),
            "base_rate": found.base,
            "after_rate": found.after,
            "fits": _choices(goals, links.why, links.fits, links.also),
        }
    )
    return judged.set_axis(pd.Index(activities["activity_id"], name="activity_id"), axis=0)


def _choices(
    goals: inputs.Objectives, why: inputs.Codes, fits: inputs.Codes, also: inputs.Codes
) -> list[tuple[object, ...]]:
    """The objectives to choose from where it is to be asked; empty elsewhere."""
    asked = np.isin(why, (Why.AMBIGUOUS, Why.WEAK))
    return [
        tuple(goals.given[at] for at in (first, second) if at >= 0) if ask else ()
        for ask, first, second in zip(asked, fits, also, strict=True)
    ]
