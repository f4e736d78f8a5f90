"""Mending the text of a plan file by the fixes of its findings; what they don't touch stays as it was written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from clientplan.checks.finding import Finding
from clientplan.checks.fixing import fixed
from clientplan.errors import PlanUnreadable
from clientplan.plan.editing import update
from clientplan.plan.ids import with_ids
from clientplan.plan.plan import Plan
from clientplan.plan.reading import read

_ROUNDS = 5  # a fix may make room for another; more than a few in a row would be two that undo each other


@dataclass(frozen=True)
class Mended:
    """The text as it is to be, what was mended in it, and what a person would have to allow."""

    text: str
    done: tuple[Finding, ...] = ()
    offered: tuple[Finding, ...] = ()
    new_ids: bool = False  # objectives and actions were given theirs


def mended(text: str, judge: Callable[[Plan], Iterable[Finding]], *, unsafe: bool = False) -> Mended:
    """A plan file's text with the safe fixes applied, and with `unsafe` all of them.

    A file that isn't a plan for want of ids gets these, and nothing else while something else keeps it from being read.

    Args:
        text: of the file.
        judge: the findings of a plan.
        unsafe: also fixes that may change what the plan means.

    Raises:
        PlanUnreadable: it isn't a plan, and ids don't make it one.
    """
    numbered = with_ids(text)
    try:
        plan = read(numbered)
    except PlanUnreadable:
        if numbered == text:
            raise
        return Mended(numbered, new_ids=True)
    done: list[Finding] = []
    for _ in range(_ROUNDS):
        able = [finding for finding in judge(plan) if finding.fix and (unsafe or finding.fix.safe)]
        result = fixed(plan, [finding.fix for finding in able if finding.fix])
        if result.plan == plan:
            break
        done += [finding for finding in able if finding.fix not in result.left]
        plan = result.plan
    offered = tuple(finding for finding in judge(plan) if finding.fix and not finding.fix.safe)
    return Mended(update(numbered, plan), tuple(done), offered, numbered != text)
