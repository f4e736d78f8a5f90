"""Rules over a plan: each finding is a sentence with its place and what to do. No score."""

from clientplan.checks import (
    actions,
    activity,
    allocation,
    breadth,
    confidence,
    contact,
    history,
    hours,
    identity,
    judgments,
    length,
    levels,
    measures,
    objectives,
    overdue,
    owners,
    page,
    people,
    personal,
    progress,
    proposition,
    purpose,
    recovery,
    results,
    reviews,
    rhythm,
    wording,
)
from clientplan.checks.figures import Figures
from clientplan.checks.finding import Edit, Finding, Fix, Severity, located
from clientplan.checks.fixing import Fixed, fixed
from clientplan.checks.registry import chosen, described, registered
from clientplan.checks.rule import Described, Rule
from clientplan.checks.running import Report, Silenced, report, run
from clientplan.checks.switches import switched_off
from clientplan.checks.unreadable import unreadable

# Imported, so that their rules are registered.
MODULES = (
    page,
    length,
    identity,
    rhythm,
    purpose,
    proposition,
    objectives,
    measures,
    levels,
    breadth,
    recovery,
    actions,
    wording,
    owners,
    overdue,
    activity,
    contact,
    progress,
    results,
    reviews,
    hours,
    judgments,
    allocation,
    people,
    personal,
    confidence,
    history,
)

__all__ = [
    "Described",
    "Edit",
    "Figures",
    "Finding",
    "Fix",
    "Fixed",
    "Report",
    "Rule",
    "Severity",
    "Silenced",
    "chosen",
    "described",
    "fixed",
    "located",
    "registered",
    "report",
    "run",
    "switched_off",
    "unreadable",
]
