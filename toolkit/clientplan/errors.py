"""The tree of errors.

    ClientPlanError          what the user can mend; printed as sentences, without a traceback
     ├─ PlanUnreadable       a plan file that isn't a plan: carries every problem found, with its place
     ├─ SourceUnreadable     an export that can't be read at all (empty, password, no client column)
     ├─ WorkspaceError       no workspace here, or its settings are wrong
     ├─ StoreError           a plan wasn't saved, or the file isn't ours to overwrite
     │   └─ PlanChanged      somebody else saved this plan since it was read
     ├─ RenderRefused        the page can't be printed as asked
     │   ├─ ErrorsStand      checks report errors: says which
     │   ├─ DoesNotFit       more pages than the pack's budget: says what to cut
     │   └─ TextLost         text of the plan isn't in the PDF: says which
     ├─ HoursRefused         hours can't be shared out as asked: says why, and by how much
     │   └─ JudgmentsContradict  more hours are judged to bring less: says which two judgments
     └─ Missing              a program, library or font that must be installed: says the one line to run

Anything else that is raised is our own bug and keeps its traceback.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong in a file: where, what, and what to do."""

    line: int  # 1-based; 0 where the problem has no line
    column: int
    place: str  # the path of the field, e.g. "objectives[o2].measure.due"
    message: str

    def __str__(self) -> str:
        """One line, as compilers print it: `12:5 objectives[o2].measure.due: …`."""
        position = f"{self.line}:{self.column} " if self.line else ""
        return f"{position}{self.place}: {self.message}" if self.place else f"{position}{self.message}"


class ClientPlanError(Exception):
    """The base of everything the user can mend."""


class PlanUnreadable(ClientPlanError):
    def __init__(self, problems: Iterable[Problem], source: Path | str = "") -> None:
        self.problems = tuple(sorted(problems))
        self.source = str(source)
        count = len(self.problems)
        head = f"{self.source}: " if self.source else ""
        what = "1 problem" if count == 1 else f"{count} problems"
        super().__init__("\n".join([f"{head}{what}", *(f"  {problem}" for problem in self.problems)]))


class SourceUnreadable(ClientPlanError):
    pass


class WorkspaceError(ClientPlanError):
    pass


class StoreError(ClientPlanError):
    pass


class PlanChanged(StoreError):
    pass


class RenderRefused(ClientPlanError):
    pass


class ErrorsStand(RenderRefused):
    def __init__(self, message: str, *, codes: Iterable[str] = ()) -> None:
        self.codes = tuple(codes)  # of the checks, one a finding
        super().__init__(message)


class DoesNotFit(RenderRefused):
    def __init__(
        self,
        message: str,
        *,
        pages: int = 0,
        budget: int = 0,
        over: int = 0,
        longest: tuple[tuple[str, int, tuple[str, ...], int], ...] = (),
        filled: float = 0.0,
    ) -> None:
        self.pages = pages
        self.budget = budget
        self.over = over  # lines
        # Sections by name, the longest first: their lines, the ids of long items, the lines beyond the budget.
        self.longest = longest
        self.filled = filled  # pages, the last one as far as it is used
        super().__init__(message)


class TextLost(RenderRefused):
    def __init__(self, message: str, *, pages: int = 0, budget: int = 0, lost: tuple[str, ...] = ()) -> None:
        self.pages = pages
        self.budget = budget
        self.lost = lost  # places of the page
        super().__init__(message)


class HoursRefused(ClientPlanError):
    pass


class JudgmentsContradict(HoursRefused):
    def __init__(self, message: str, *, pairs: Iterable[tuple[str, str]] = ()) -> None:
        self.pairs = tuple(pairs)  # names of judgments: the one with fewer hours, which is judged higher, and the other
        super().__init__(message)


class Missing(ClientPlanError):
    pass
