"""`clientplan collect FILE…`: CRM exports into the workspace."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from clientplan.cli.visible import visible_lines
from clientplan.intake import exports, take_in
from clientplan.settings import DayOrder, DecimalMark
from clientplan.workspace import Workspace


def collect(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FILE", help="Exports (CSV, XLSX), or folders of them; none: what lies in data/incoming."
        ),
    ] = None,
    decimal: Annotated[DecimalMark | None, typer.Option(help="The decimal mark, where a file leaves it open.")] = None,
    dates: Annotated[DayOrder | None, typer.Option(help="Day or month first, where a file leaves it open.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The report for machines.")] = False,
) -> None:
    """Read CRM exports into the workspace, and report what was read and what was set aside.

    The originals are kept in data/incoming; the tables are made anew from all that lie there.

    Example: clientplan collect accounts.csv opportunities.csv
    """
    workspace = Workspace.find()
    report = take_in(workspace, files or [], decimal=decimal, dates=dates).report
    if as_json:
        typer.echo(json.dumps(report.to_dict(), indent=1))
    else:
        for sentence in report.sentences():
            typer.echo(visible_lines(sentence), err=sentence in report.failures)
    used = {file.file for file in report.files}
    for left in exports(workspace):
        if left.name not in used:
            told = f"Nothing was read from {left}: take it away, or put a better export in its place"
            typer.echo(visible_lines(told), err=True)
    if report.failures:
        raise typer.Exit(1)
