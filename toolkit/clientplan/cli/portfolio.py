"""`clientplan portfolio`: where each client stands, where the hours go, and where they would do more."""

from __future__ import annotations

import json
from datetime import timedelta
from enum import StrEnum
from typing import Annotated

import typer

from clientplan.cli.visible import visible_lines
from clientplan.errors import WorkspaceError
from clientplan.workspace import Workspace


class Engine(StrEnum):
    PANDAS = "pandas"
    POLARS = "polars"
    DUCKDB = "duckdb"
    IBIS = "ibis"


def portfolio(
    hours: Annotated[
        float | None,
        typer.Option(min=0.0, metavar="N", help="Hours a month for all clients; default: those that they have."),
    ] = None,
    week: Annotated[bool, typer.Option("--week", help="This week instead: what was done, and what it served.")] = False,
    engine: Annotated[
        Engine | None, typer.Option(help="What works through the rows; default: pandas, in memory.")
    ] = None,
    url: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="A database with the tidy tables, for --engine ibis or duckdb."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The figures for machines.")] = False,
) -> None:
    """Show all clients: phase, what is likely next, results against plan, hours now and advised, where the hours went.

    It rests on what was collected (clientplan collect) and on the plans; nothing of it goes into a plan by itself.

    Example: clientplan portfolio --hours 120
    """
    from clientplan.analysis.portfolio import Portfolio  # pandas loads here
    from clientplan.analysis.reading import read, read_with
    from clientplan.cli.outputs import clients, weeks

    workspace = Workspace.find()
    if url and engine not in {Engine.IBIS, Engine.DUCKDB}:
        raise typer.BadParameter("goes with --engine ibis or --engine duckdb", param_hint="--url")
    book = read_with(workspace, engine, url) if engine else read(workspace)
    if book is None:
        raise WorkspaceError("Nothing was collected yet, so there is nothing to look at: clientplan collect FILE…")
    found = Portfolio(book, hours)
    monday = book.today - timedelta(days=book.today.weekday())
    shown: object
    if week:
        rows = found.spent.week(monday)
        shown = weeks.records(rows) if as_json else "\n".join(weeks.lines(rows, book.names, monday))
    else:
        shown = clients.record(found) if as_json else "\n".join(clients.lines(found))
    typer.echo(json.dumps(shown, indent=1, ensure_ascii=False) if as_json else visible_lines(str(shown)))
