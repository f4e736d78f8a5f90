"""The steps of the guided flow, and how far the open plan has come in each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clientplan.checks import Finding, Severity
from clientplan.forms.desk import Desk
from clientplan.forms.findings import about, begun, counted


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
    Step("07_portfolio", "Portfolio"),
)


@dataclass(frozen=True)
class Mark:
    """How far a step has come: in one word for the eye, and said out."""

    step: Step
    done: bool
    words: str


def marks(desk: Desk) -> Iterator[Mark]:
    from clientplan.intake import exports

    for step in STEPS:
        if step.name == "Collect":
            files = len(exports(desk.workspace))
            yield Mark(step, done=files > 0, words="1 export" if files == 1 else f"{files or 'no'} exports")
        elif step.name in {"Understand", "Portfolio"}:
            yield Mark(step, done=False, words="to look at")
        elif desk.document is None:
            yield Mark(step, done=False, words="choose a client" if step.name == "Start" else "waits for a client")
        elif step.parts:
            yield _written(step, desk)
        else:
            yield _ready(step, desk.findings())


def _written(step: Step, desk: Desk) -> Mark:
    findings = about(desk.findings(), step.parts)
    if desk.document is None or not begun(desk.document.plan, step.parts):
        return Mark(step, done=False, words="not begun")
    return Mark(step, done=not _errors(findings), words=counted(findings) or "done")


def _ready(step: Step, findings: list[Finding]) -> Mark:
    errors = _errors(findings)
    return Mark(step, done=not errors, words=f"{errors} to mend first" if errors else "ready to print")


def _errors(findings: list[Finding]) -> int:
    return sum(finding.severity is Severity.ERROR for finding in findings)
