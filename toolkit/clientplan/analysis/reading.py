"""The book of a workspace: its tables, or those of a database, and its plans."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from clientplan.analysis.book import Book, client_of
from clientplan.errors import ClientPlanError, WorkspaceError
from clientplan.plan.plan import Plan
from clientplan.workspace import Workspace

_YEAR = timedelta(days=366)  # of activities: the longest that a plan in force has been under way


def read(workspace: Workspace, plans: Iterable[Plan] | None = None, today: date | None = None) -> Book | None:
    """None where nothing was collected yet. Plans that can't be read are left to the checks, which say why.

    Args:
        workspace: the folder.
        plans: those of the workspace, where they have been read already.
        today: the day that is looked at; the workspace's by default.

    Raises:
        SourceUnreadable: somebody changed the tables.
    """
    from clientplan.collect import tidy

    if not (workspace.data / tidy.REPORT).is_file():
        return None
    known = _plans(workspace) if plans is None else plans
    return Book(tidy.load(workspace.data), tuple(known), today or workspace.today, workspace.settings)


def read_with(workspace: Workspace, engine: str, place: str | None = None) -> Book:
    """The same with another engine, which reduces the rows where they are; money is counted to the cent.

    Args:
        workspace: the folder with the plans.
        engine: pandas, polars, duckdb or ibis.
        place: a database file of DuckDB, or the address of a database for Ibis; the workspace's own tables by default.

    Raises:
        Missing: the engine isn't installed.
        SourceUnreadable: tables or columns aren't there, or the database can't be reached.
        WorkspaceError: nothing was collected, or Ibis was given no address.
    """
    from clientplan.insight.tables import open_tables, reduced

    if engine == "ibis" and place is None:
        raise WorkspaceError("Where is the database? Say it with --url postgresql://me@host/crm")
    if place is None and not (workspace.data / "revenue.csv").is_file():
        raise WorkspaceError("Nothing was collected yet, so there is nothing to look at: clientplan collect FILE…")
    source: Path | str = workspace.data if place is None else place
    today, plans = workspace.today, tuple(_plans(workspace))
    with open_tables(source, engine, ("clients", "revenue", "activities")) as there:
        clients = reduced.clients(there["clients"])
        known = {client_of(plan, clients) for plan in plans if today in plan.period}
        seen = {str(client) for client in clients["client_id"]} if len(clients) <= _FEW else known - {None}
        tables = {
            "clients": clients,
            "revenue": reduced.revenue(there["revenue"], today),
            "activities": reduced.activities(there["activities"], today - _YEAR, [one for one in seen if one]),
        }
    return Book(tables, plans, today, workspace.settings)


_FEW = 500  # clients whose every activity of a year can be held; of more, only those with a plan


def _plans(workspace: Workspace) -> Iterable[Plan]:
    for name in workspace.store.names():
        try:
            yield workspace.store.load(name).plan
        except ClientPlanError:
            continue
