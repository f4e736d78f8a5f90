"""What a check reports, and how it can be mended."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from clientplan.plan.source import Path, Position, Source


class Severity(StrEnum):
    """An error stops a client edition from being printed; a note is only worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Edit:
    """One field with another value; None empties it. The value is one that the model takes."""

    path: Path
    value: Any


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that mend a finding. A `safe` one can't change what the plan means; another wants a person's nod."""

    what: str  # as an order: “write o1”
    edits: tuple[Edit, ...]
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found: where, what, and what to do."""

    code: str
    name: str
    severity: Severity
    path: Path  # as in the model: ("objectives", 1, "measure", "due"); empty for the plan as a whole
    place: str  # the same, readable: objectives[o2].measure.due
    message: str  # objective o2: no due date. Add one as YYYY-MM-DD.
    fix: Fix | None = None

    def __str__(self) -> str:
        """One line, without the place in a file: `CP402 error objective o2: …`."""
        return f"{self.code} {self.severity} {self.message}"


def located(finding: Finding, source: Source) -> Position:
    """Line and column of a finding in the file that the plan was read from; of what stands around what is missing."""
    return source.position(finding.path)
