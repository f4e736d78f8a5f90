"""`clientplan check [PLAN…]`: runs the checks."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from clientplan import checks
from clientplan.cli.plans import chosen
from clientplan.errors import PlanUnreadable
from clientplan.plan.reading import read_with_source
from clientplan.workspace import Workspace


def check(
    plans: Annotated[
        list[str] | None, typer.Argument(metavar="PLAN", help="Plans by name or file; default: all.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="For machines.")] = False,
) -> None:
    """Run the checks: each finding says where, what and what to do. Exit 1 when an error stands.

    Example: clientplan check harrow-2026
    """
    workspace = Workspace.find()
    rows = [row for path in chosen(workspace, plans) for row in _rows(workspace, path)]
    if as_json:
        typer.echo(json.dumps(rows, indent=1, ensure_ascii=False))
    else:
        for row in rows:
            typer.echo("{file}:{line}:{column}: {severity} {code} {message}".format(**row))
        typer.echo(_summary(rows), file=sys.stderr)
    if any(row["severity"] == "error" for row in rows):
        raise typer.Exit(1)


def _rows(workspace: Workspace, path: Path) -> list[dict[str, Any]]:
    try:
        plan, source = read_with_source(path.read_bytes(), path.name)
    except PlanUnreadable as error:
        return [
            {"file": path.name, "line": problem.line, "column": problem.column, "severity": "error", "code": "CP001"}
            | {
                "place": problem.place,
                "message": f"{problem.place}: {problem.message}" if problem.place else problem.message,
            }
            for problem in error.problems
        ]
    rows = []
    for finding in checks.run(plan, today=workspace.today, off=workspace.settings.checks_off):
        line, column = source.position(finding.path)
        rows.append(
            {"file": path.name, "line": line, "column": column, "severity": str(finding.severity), "code": finding.code}
            | {"place": finding.place, "message": finding.message}
        )
    return rows


def _summary(rows: list[dict[str, Any]]) -> str:
    if not rows:
        return "No findings."
    plans = len({row["file"] for row in rows})
    errors = sum(row["severity"] == "error" for row in rows)
    findings = "1 finding" if len(rows) == 1 else f"{len(rows)} findings"
    return f"{findings} in {plans} plan{'s' if plans > 1 else ''}, {errors} of them error{'s' if errors != 1 else ''}."
