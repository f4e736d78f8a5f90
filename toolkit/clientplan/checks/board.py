"""The coach's board: which themes are weak in which plans, and what several plans have in common.

Counts, and never a grade: plans stand in the order of their names, and none has a total.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clientplan.checks.finding import Finding, Severity
from clientplan.checks.registry import described
from clientplan.checks.rule import THEMES


@dataclass(frozen=True, slots=True)
class Cell:
    """What was found in one theme of one plan."""

    errors: int = 0
    warnings: int = 0
    notes: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    plan: str
    cells: tuple[Cell, ...]  # one a theme, in the order of the board's


@dataclass(frozen=True, slots=True)
class Shared:
    """One check that speaks in several plans: what a whole group may need to hear."""

    code: str
    name: str
    plans: tuple[str, ...]
    example: str  # one of its sentences
    example_plan: str


@dataclass(frozen=True, slots=True)
class Board:
    themes: tuple[str, ...]  # those in which anything was found
    rows: tuple[Row, ...]
    shared: tuple[Shared, ...]  # those in the most plans first


def board(found: Mapping[str, Sequence[Finding]]) -> Board:
    """The board of some plans: their findings by the name of the plan; a plan without any has its row too."""
    rules = described()
    counts = {
        plan: Counter((rules[finding.code].theme, finding.severity) for finding in findings)
        for plan, findings in found.items()
    }
    spoken = {theme for each in counts.values() for theme, _ in each}
    themes = [theme for theme in THEMES if theme in spoken]
    rows = [Row(plan, tuple(_cell(counts[plan], theme) for theme in themes)) for plan in sorted(found)]
    return Board(tuple(THEMES[theme] for theme in themes), tuple(rows), tuple(_shared(found)))


def _cell(counts: Counter[tuple[int, Severity]], theme: int) -> Cell:
    return Cell(*(counts[theme, severity] for severity in Severity))


def _shared(found: Mapping[str, Sequence[Finding]]) -> list[Shared]:
    first: dict[str, dict[str, Finding]] = {}  # by code and plan
    for plan in sorted(found):
        for finding in found[plan]:
            first.setdefault(finding.code, {}).setdefault(plan, finding)
    several = [_one(in_plans) for in_plans in first.values() if len(in_plans) > 1]
    order = list(described())
    return sorted(several, key=lambda shared: (-len(shared.plans), order.index(shared.code)))


def _one(in_plans: dict[str, Finding]) -> Shared:
    plan, finding = next(iter(in_plans.items()))
    return Shared(finding.code, finding.name, tuple(in_plans), finding.message, plan)
