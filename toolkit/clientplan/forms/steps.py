"""The steps of the guided flow, and how far a plan has come in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from clientplan.checks import Finding, Severity
from clientplan.forms.desk import Desk
from clientplan.forms.findings import about, begun, counted
from clientplan.forms.reviewed import reviewed
from clientplan.plan.plan import Plan


@dataclass(frozen=True)
class Step:
    notebook: str
    name: str
    parts: tuple[str, ...] = ()  # of the plan, that are written in this step


STEPS = (
    Step("00_start", "Start", ("client", "period", "manager", "next_review")),
    Step("01_collect", "Collect"),
    Step("02_understand", "Understand"),
    Step("03_purpose", "Purpose", ("phase", "phase_reason", "intent", "value_proposition", "people")),
    Step("04_objectives", "Objectives", ("objectives", "actions", "stops")),
    Step("05_plan", "Plan"),
    Step("06_review", "Review", ("reviews",)),
    Step("07_portfolio", "Portfolio", ("effort",)),
    Step("08_workshop", "Workshop"),
)
_TO_LOOK_AT = {"Understand": "to look at", "Portfolio": "to look at", "Workshop": "for coaches"}


@dataclass(frozen=True)
class Mark:
    """How far a step has come: in one word for the eye, and said out."""

    step: Step
    done: bool
    words: str


def step_of(parts: Sequence[str], name: str = "") -> Step:
    """The step of that name, else the one in which the first of these parts of the plan is written."""
    return next(step for step in STEPS if step.name == name or (not name and parts[0] in step.parts))


def marks(desk: Desk) -> Iterator[Mark]:
    from clientplan.intake import exports

    for step in STEPS:
        if step.name == "Collect":
            files = len(exports(desk.workspace))
            yield Mark(step, done=files > 0, words="1 export" if files == 1 else f"{files or 'no'} exports")
        elif step.name in _TO_LOOK_AT:
            yield Mark(step, done=False, words=_TO_LOOK_AT[step.name])
        elif desk.document is None:
            yield Mark(step, done=False, words="choose a client" if step.name == "Start" else "waits for a client")
        else:
            yield mark(step, desk.document.plan, desk.findings(), desk.workspace.today)


def mark(step: Step, plan: Plan, findings: list[Finding], today: date) -> Mark:
    """Of a step that is about one plan."""
    if step.name == "Review":
        done, words = reviewed(plan, today)
        return Mark(step, done=done, words=words)
    return _written(step, plan, findings) if step.parts else _ready(step, findings)


def _written(step: Step, plan: Plan, findings: list[Finding]) -> Mark:
    found = about(findings, step.parts)
    if not begun(plan, step.parts):
        return Mark(step, done=False, words="not begun")
    return Mark(step, done=not _errors(found), words=counted(found) or "done")


def _ready(step: Step, findings: list[Finding]) -> Mark:
    errors = _errors(findings)
    return Mark(step, done=not errors, words=f"{errors} to mend first" if errors else "ready to print")


def _errors(findings: list[Finding]) -> int:
    return sum(finding.severity is Severity.ERROR for finding in findings)
