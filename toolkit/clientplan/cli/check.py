"""`clientplan check [PLAN…]`: runs the checks."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated

import typer

from clientplan.briefing import Briefing
from clientplan.checks import Severity, located
from clientplan.cli.plans import chosen, content
from clientplan.errors import PlanUnreadable, Problem, StoreError
from clientplan.plan.reading import read_with_source
from clientplan.workspace import Workspace


@dataclass(frozen=True)
class Row:
    """A finding in its file; without a code where the file isn't a plan at all. Line 0: the file as a whole."""

    file: str
    line: int
    column: int
    severity: str
    code: str | None
    place: str
    message: str

    def __str__(self) -> str:
        """As compilers print it: `harrow-2026.yaml:12:5: error CP402 objective o2: …`."""
        position = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return f"{position}: {self.severity} {f'{self.code} ' if self.code else ''}{self.message}"


def check(
    plans: Annotated[
        list[str] | None, typer.Argument(metavar="PLAN", help="Plans by name or file; default: all.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="For machines.")] = False,
) -> None:
    """Run the checks: each finding says where, what and what to do. Exit 1 when an error or a warning stands.

    Example: clientplan check harrow-2026
    """
    workspace = Workspace.find()
    rows = [row for path in chosen(workspace, plans) for row in _rows(workspace, path)]
    if as_json:
        typer.echo(json.dumps([asdict(row) for row in rows], indent=1))
    else:
        for row in rows:
            typer.echo(str(row))
        typer.echo(_summary(rows), err=True)
    if any(row.severity != Severity.NOTE for row in rows):
        raise typer.Exit(1)


def _rows(workspace: Workspace, path: Path) -> list[Row]:
    try:
        plan, source = read_with_source(content(path), path.name)
    except PlanUnreadable as error:
        return [_unreadable(path, problem) for problem in error.problems]
    except StoreError as error:
        return [_unreadable(path, Problem(0, 0, "", str(error)))]
    return [
        Row(path.name, *located(finding, source), finding.severity, finding.code, finding.place, finding.message)
        for finding in Briefing(workspace).report(path.stem, plan).findings
    ]


def _unreadable(path: Path, problem: Problem) -> Row:
    message = f"{problem.place}: {problem.message}" if problem.place else problem.message
    return Row(path.name, problem.line, problem.column, Severity.ERROR, None, problem.place, message)


def _summary(rows: list[Row]) -> str:
    if not rows:
        return "No findings."
    plans = len({row.file for row in rows})
    errors = sum(row.severity == Severity.ERROR for row in rows)
    findings = "1 finding" if len(rows) == 1 else f"{len(rows)} findings"
    return f"{findings} in {plans} plan{'s' if plans > 1 else ''}, {errors} of them error{'s' if errors != 1 else ''}."
