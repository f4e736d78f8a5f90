"""`clientplan export PLAN --to FORMAT`: a plan in another program's format."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from clientplan.atomic import write_atomically
from clientplan.cli.plans import chosen, content
from clientplan.cli.visible import visible
from clientplan.errors import StoreError
from clientplan.export.exporting import Exported, Format
from clientplan.export.exporting import export as exported
from clientplan.plan.reading import read
from clientplan.plan.words import Edition
from clientplan.workspace import Workspace

_STANDARD_OUTPUT = "-"


def export(
    plan: Annotated[str, typer.Argument(metavar="PLAN", help="A plan by name or file.")],
    to: Annotated[
        Format,
        typer.Option(
            help="xlsx: its tables as an Excel workbook. ics: open actions and the next review as days of a calendar. "
            "json: for programs. yaml: a plan file."
        ),
    ],
    edition: Annotated[Edition, typer.Option(help="Whom it is for.")] = Edition.CLIENT,
    out: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Default: named like the plan, in output; - for standard output."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The report for machines.")] = False,
) -> None:
    """Export a plan. The client edition has nothing internal in it; the internal one is marked, and named so.

    Example: clientplan export harrow-2026 --to xlsx
    """
    workspace = Workspace.find()
    (path,) = chosen(workspace, [plan])
    found = exported(path.stem, read(content(path), path.name), to, edition, workspace.today)
    if out == _STANDARD_OUTPUT:
        sys.stdout.buffer.write(found.content)
    else:
        _put(Path(out) if out else workspace.output / found.name, found, as_json=as_json)
    if not as_json:
        for sentence in found.left_out:
            typer.echo(visible(sentence), err=True)


def _put(path: Path, found: Exported, *, as_json: bool) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{path.parent} can't be made: {error.strerror}. Export elsewhere: --out FILE") from error
    write_atomically(path, found.content)
    if as_json:
        report = {"file": str(path), "bytes": len(found.content), "left_out": list(found.left_out)}
        typer.echo(json.dumps(report, indent=1, ensure_ascii=False))
    else:
        typer.echo(visible(str(path)))
