"""A plan's file with what the checks say of it."""

from __future__ import annotations

from dataclasses import dataclass

from clientplan.checks import Finding, Severity
from clientplan.plan.source import Position

NOWHERE: Position = (0, 0)


@dataclass(frozen=True, slots=True)
class Located:
    """A finding and its place in the file: from `start` to just before `end`; (0, 0) is the file as a whole."""

    finding: Finding
    start: Position
    end: Position
    exact: bool = True  # False where nothing stands at the place, and the start of the file stands for it
    reason: str = ""  # why its check is switched off


@dataclass(frozen=True, slots=True)
class Checked:
    file: str  # as seen from the folder that we are in, with /
    name: str  # of the plan
    text: str
    findings: tuple[Located, ...] = ()
    silenced: tuple[Located, ...] = ()
    readable: bool = True
    unprinted: tuple[str, ...] = ()  # editions whose page was to be judged and couldn't be laid out, with the reason


def stands(checked: list[Checked]) -> bool:
    """Whether an error or a warning is among the findings, or a page couldn't be judged."""
    return any(one.unprinted for one in checked) or any(
        located.finding.severity is not Severity.NOTE for one in checked for located in one.findings
    )
