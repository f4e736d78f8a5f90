"""A plain sentence for each activity, from figures that stand beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from clientplan.insight.activity.evidence import Evidence
from clientplan.insight.activity.hits import Hits, Terms
from clientplan.insight.activity.inputs import Activities, Events, Flags, Floats, Objectives, written
from clientplan.insight.activity.linking import Links, Why
from clientplan.insight.activity.progress import WITHIN, Progress

_SHOWN = 2  # words of an objective that are quoted


@dataclass(frozen=True)
class Case:
    """What a judgment rests on."""

    activities: Activities
    objectives: Objectives
    events: Events
    links: Links
    progress: Progress
    minutes: Floats
    imputed: Flags
    as_of: int
    evidence: Evidence
    hits: Hits
    terms: Terms


def reasons(case: Case) -> tuple[list[str], list[str]]:
    """For each activity why it serves what it serves, and that with what came of it."""
    quoted = _Quoted(case)
    why = [_why(case, row, quoted) for row in range(len(case.activities))]
    return [f"{said}." for said in why], [f"{said}{_outcome(case, row)}" for row, said in enumerate(why)]


def _why(case: Case, row: int, quoted: _Quoted) -> str:
    why = Why(int(case.links.why[row]))
    stray = (
        f"The log names {case.activities.named[row]}, which this client doesn’t have. " if case.links.stray[row] else ""
    )
    if why not in {Why.NAMED, Why.RULE}:
        return f"{stray}{_unserved(case, row, quoted, why)}"
    at = int(case.links.objective[row])
    said = "said in the log" if why is Why.NAMED else quoted.speaks(row, at)
    return f"{stray}Serves {case.objectives.ids[at]} ({said})"


def _outcome(case: Case, row: int) -> str:
    """What moved on since, and what is assumed."""
    moved = _moved(case, row) if case.links.objective[row] >= 0 else "."
    return f"{moved} No duration in the log: {case.minutes[row]:.0f} minutes assumed." if case.imputed[row] else moved


def _moved(case: Case, row: int) -> str:
    progress = case.progress
    if progress.event[row] < 0:
        left = int(case.activities.day[row]) + WITHIN - case.as_of
        if progress.open[row]:
            return f"; nothing has moved on yet, {_days(left)} of {WITHIN} are left."
        return f"; nothing moved on within {WITHIN} days."
    what = case.events.what[progress.event[row]].strip().rstrip(".") or "it moved on"
    others = int(progress.shared[row]) - 1
    shared = f", and {_many(others, 'other activity', 'other activities')} led there too" if others else ""
    return f"; {what} {_later(int(progress.days[row]))}{shared}.{_chance(case, row)}"


def _chance(case: Case, row: int) -> str:
    base, counted = case.progress.base[row], case.progress.counted[row]
    if np.isnan(base) or counted > 0.995:  # noqa: PLR2004 - printed it would be 100 %
        return ""
    usual = f" It moves on in {_percent(base)} of three-week spells without activity"
    if not counted:
        return f"{usual}, and no more often after one: no credit."
    return f"{usual}, in {_percent(case.progress.after[row])} after one: {_percent(counted)} of the credit counts."


def _unserved(case: Case, row: int, quoted: _Quoted, why: Why) -> str:
    fits = int(case.links.fits[row])
    ident = case.objectives.ids[fits] if fits >= 0 else ""
    if why is Why.AMBIGUOUS:
        return f"No objective: it fits {ident} and {case.objectives.ids[case.links.also[row]]} alike, so say which"
    if why is Why.WEAK:
        return f"No objective: only {quoted.speaks(row, fits)} for {ident}, so say whether it serves that"
    if why is Why.CLOSED:
        says = f"the log names {ident}" if case.activities.named[row] else f"it fits {ident}"
        return f"No objective: {says}, {_outside(case, row, fits)}"
    return {
        Why.SEVERAL: "No objective: the text names several, so say which",
        Why.NO_OBJECTIVE: "No objective: this client has none",
        Why.NO_DATE: "No objective: without a date none can have been open",
        Why.LATER: f"Dated after {written(case.as_of)}: it doesn’t count yet",
    }.get(why, "No objective: nothing in it speaks for one that was open")


def _outside(case: Case, row: int, objective: int) -> str:
    before = int(case.objectives.start[objective]) - int(case.activities.day[row])
    if before > 0:
        return f"which began {_days(before)} later"
    return f"which had ended {_days(int(case.activities.day[row]) - int(case.objectives.end[objective]))} before"


class _Quoted:
    """The words and people that speak for a pair of activity and objective."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.many = max(len(case.objectives), 1)
        self.hit_pairs = case.hits.activity * self.many + case.hits.objective
        self.pairs = case.evidence.activity * self.many + case.evidence.objective
        self.value = case.terms.weight[case.hits.term] * case.hits.worth

    def speaks(self, row: int, objective: int) -> str:
        """For example: “changeover”, “setters” and Anita Rao."""
        pair = row * self.many + objective
        begin, end = np.searchsorted(self.hit_pairs, [pair, pair + 1])
        best = begin + np.argsort(-self.value[begin:end], kind="stable")[:_SHOWN]
        words = [f"“{self.case.terms.shown[self.case.hits.term[at]]}”" for at in best]
        at = int(np.searchsorted(self.pairs, pair))
        if at < len(self.pairs) and self.pairs[at] == pair and self.case.evidence.person[at] > 0:
            words.append(self.case.evidence.name[at])
        return _and(words)


def _and(parts: Sequence[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def _many(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"


def _days(count: int) -> str:
    return _many(count, "day", "days")


def _later(days: int) -> str:
    return "the same day" if days == 0 else f"{_days(days)} later"


def _percent(part: float) -> str:
    return f"{100 * part:.0f} %"
