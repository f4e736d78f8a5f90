"""A rule: one small function, and what there is to say about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from clientplan.checks.figures import Figures
from clientplan.checks.finding import Edit, Finding, Fix, Severity
from clientplan.checks.places import place, subject
from clientplan.checks.said import Said
from clientplan.plan.plan import Plan
from clientplan.plan.source import Path

THEMES = {
    0: "the checks themselves",
    1: "form",
    2: "identity and time",
    3: "intent and value",
    4: "objectives",
    5: "actions",
    6: "activity",
    7: "progress and erosion",
    8: "portfolio and hours",
    9: "people and confidence",
    10: "history",
    11: "plug-ins",
}
PLUG_INS = 11
OURS = re.compile(r"CP(?P<theme>\d{1,2})\d\d")
Limit = int | float


@dataclass(frozen=True, slots=True)
class Threshold:
    """A limit that a workspace may set. `source` is empty where the default is ours and not out of the literature."""

    name: str
    default: Limit
    what: str
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class About:
    """What is said about a rule in its documentation; the rule's docstring says what it finds."""

    code: str
    name: str
    severities: tuple[Severity, ...]  # the worst first
    why: str
    source: str
    example: str  # a piece of a plan that the rule speaks about
    better: str  # the same piece, mended
    since: str
    thresholds: tuple[Threshold, ...] = ()
    gives_way_to: tuple[str, ...] = ()  # codes that say more about the same place: where they speak, this one doesn't
    uses: tuple[str, ...] = ()  # the fields of Figures that it looks at: phase, log.judged

    @property
    def theme(self) -> int:
        """The number of the theme: CP405 is of theme 4."""
        ours = OURS.fullmatch(self.code)
        return int(ours["theme"]) if ours else PLUG_INS


@dataclass(frozen=True, kw_only=True)
class Described(About):
    """A code with everything that is said about it. One that isn't a rule is told of a file before any rule runs."""

    what: str


@dataclass(frozen=True, kw_only=True)
class Rule(Described):
    find: Check


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at beside the plan, and how it says what it found.

    A message is a template and its values, so that it can be said in another language; `several` is the template for a
    `count` other than 1.
    """

    rule: Rule
    plan: Plan
    today: date
    figures: Figures
    limits: Mapping[str, Limit]  # of this rule, by name
    language: str = "en"
    off: Mapping[str, str] = field(default_factory=dict)  # what the workspace switches off, with the reasons
    unused: tuple[str, ...] = ()  # what the plan switches off although it finds nothing

    def error(self, path: Path, message: str | Said, *, fix: Fix | None = None, **values: Any) -> Finding:
        return self._finding(Severity.ERROR, path, message, fix, values)

    def warning(self, path: Path, message: str | Said, *, fix: Fix | None = None, **values: Any) -> Finding:
        return self._finding(Severity.WARNING, path, message, fix, values)

    def note(self, path: Path, message: str | Said, *, fix: Fix | None = None, **values: Any) -> Finding:
        return self._finding(Severity.NOTE, path, message, fix, values)

    def fix(self, what: str, *edits: Edit, safe: bool = False, **values: Any) -> Fix:
        """A fix for a finding; `what` is a template like a message, an order without a full stop."""
        return Fix(Said(what, **values).within(self.language), edits, safe)

    def _finding(
        self, severity: Severity, path: Path, message: str | Said, fix: Fix | None, values: Mapping[str, Any]
    ) -> Finding:
        said = message if isinstance(message, Said) else Said(message, **values)
        about = subject(self.plan, path)
        sentence = Said("{about}: {said}", about=about, said=said) if about else said
        where = place(self.plan, path)
        return Finding(self.rule.code, self.rule.name, severity, path, where, sentence.within(self.language), fix)


Check = Callable[[Plan, Context], Iterator[Finding]]
