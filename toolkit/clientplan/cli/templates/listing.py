"""`clientplan templates list`: the template packs that can be used here."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer
from rich.table import Table

from clientplan.cli.outputs.tables import show
from clientplan.cli.visible import visible, visible_lines
from clientplan.render.pack_catalogue import Entry, catalogue
from clientplan.workspace import Workspace


def list_(
    as_json: Annotated[bool, typer.Option("--json", help="For machines; names a picture of each, too.")] = False,
) -> None:
    """List the template packs that can be used here, what they are for and where they come from.

    Exit 1 when one of another package, or of your own, can't be used.

    Example: clientplan templates list
    """
    workspace = Workspace.around()
    found = catalogue([workspace.templates] if workspace else [])
    if as_json:
        packs = [_plain(entry) for entry in found.entries]
        typer.echo(json.dumps({"packs": packs, "refused": found.refused}, indent=1))
    else:
        _list(found.entries)
        for sentence in found.refused:
            typer.echo(visible_lines(sentence), err=True)
    if found.refused:
        raise typer.Exit(1)


def _list(entries: tuple[Entry, ...]) -> None:
    table = Table("pack", "title", "pages", "paper", "for", "comes from")
    for entry in entries:
        settings = entry.settings
        purpose = "; ".join(filter(None, [", ".join(settings.phases), ", ".join(settings.purposes)]))
        cells = (entry.name, settings.title, str(settings.pages), ", ".join(settings.paper), purpose or "all phases")
        table.add_row(*map(visible, (*cells, _origin(entry))))
    show(table)


def _origin(entry: Entry) -> str:
    whose = "this workspace" if entry.own else entry.package or "Client Plan"
    return f"{whose}, with your {', '.join(entry.replaced)}" if entry.replaced else whose


def _plain(entry: Entry) -> dict[str, Any]:
    settings = entry.settings
    return {
        "name": entry.name,
        "title": settings.title,
        "pages": settings.pages,
        "paper": list(settings.paper),
        "sections": list(settings.sections),
        "phases": list(settings.phases),
        "purposes": list(settings.purposes),
        "from": "workspace" if entry.own else "package" if entry.package else "clientplan",
        "package": entry.package,
        "replaced": list(entry.replaced),
        "sample": str(entry.sample) if entry.sample else None,
    }
