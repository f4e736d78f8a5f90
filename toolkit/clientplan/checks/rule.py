"""A rule: one small function, and what there is to say about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date

from clientplan.checks.figures import Figures
from clientplan.checks.finding import Finding, Severity
from clientplan.checks.places import place, subject
from clientplan.plan.plan import Plan
from clientplan.plan.source import Path

THEMES = {
    0: "the checks themselves",
    2: "identity and time",
    4: "objectives",
    5: "actions",
}
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

    @property
    def theme(self) -> int:
        """The number of the theme: CP405 is of theme 4."""
        return int(self.code[2:-2])


@dataclass(frozen=True, kw_only=True)
class Rule(About):
    what: str
    find: Check


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at beside the plan, and how it says what it found.

    A message is a template and its values, so that it can be translated.
    """

    rule: Rule
    plan: Plan
    today: date
    figures: Figures
    limits: Mapping[str, Limit]  # of this rule, by name
    off: Mapping[str, str]  # what the workspace switches off, with the reasons

    def error(self, path: Path, message: str, **values: object) -> Finding:
        return self._finding(Severity.ERROR, path, message.format(**values))

    def warning(self, path: Path, message: str, **values: object) -> Finding:
        return self._finding(Severity.WARNING, path, message.format(**values))

    def note(self, path: Path, message: str, **values: object) -> Finding:
        return self._finding(Severity.NOTE, path, message.format(**values))

    def _finding(self, severity: Severity, path: Path, message: str) -> Finding:
        about = subject(self.plan, path)
        sentence = f"{about}: {message}" if about else message
        return Finding(self.rule.code, self.rule.name, severity, path, place(self.plan, path), sentence)


Check = Callable[[Plan, Context], Iterator[Finding]]
_RULES: dict[str, Rule] = {}


def rule(about: About) -> Callable[[Check], Check]:
    """Registers the function below it under the code of `about`."""

    def register(find: Check) -> Check:
        if about.code in _RULES:
            raise ValueError(f"two rules are called {about.code}")
        said = {field.name: getattr(about, field.name) for field in fields(about)}
        _RULES[about.code] = Rule(**said, what=" ".join((find.__doc__ or "").split()), find=find)
        return find

    return register


def registered() -> dict[str, Rule]:
    """The rules that have been imported, by code in the order of their codes."""
    return dict(sorted(_RULES.items(), key=lambda item: int(item[0][2:])))
