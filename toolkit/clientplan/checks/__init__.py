"""Rules over a plan: each finding is a sentence with its place and what to do. No score."""

from clientplan.checks import (
    actions,
    activity,
    breadth,
    confidence,
    history,
    hours,
    identity,
    levels,
    objectives,
    owners,
    page,
    people,
    progress,
    proposition,
    purpose,
    rhythm,
    wording,
)
from clientplan.checks.figures import Figures
from clientplan.checks.finding import Edit, Finding, Fix, Severity, located
from clientplan.checks.registry import chosen, registered
from clientplan.checks.rule import Rule
from clientplan.checks.running import Report, Silenced, report, run
from clientplan.checks.switches import switched_off

# Imported, so that their rules are registered.
MODULES = (
    page,
    identity,
    rhythm,
    purpose,
    proposition,
    objectives,
    levels,
    breadth,
    actions,
    wording,
    owners,
    activity,
    progress,
    hours,
    people,
    confidence,
    history,
)

__all__ = [
    "Edit",
    "Figures",
    "Finding",
    "Fix",
    "Report",
    "Rule",
    "Severity",
    "Silenced",
    "chosen",
    "located",
    "registered",
    "report",
    "run",
    "switched_off",
]
