"""`clientplan templates list`: the template packs that can be used here."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated, Any

import typer

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
    """A few lines each: a table has no room for what a pack is for."""
    wide = max(len(entry.name) for entry in entries)
    for entry in entries:
        first, *others = map(visible, _told(entry))
        typer.echo(f"{entry.name:{wide}}  {first}")
        for line in others:
            typer.echo(f"{'':{wide}}  {line}")


def _told(entry: Entry) -> Iterator[str]:
    settings = entry.settings
    pages = "1 page" if settings.pages == 1 else f"up to {settings.pages} pages"
    phases = f"for {', '.join(settings.phases)}" if settings.phases else "for all phases"
    yield f"{settings.title}: {pages}, {' or '.join(settings.paper)}, {phases}"
    yield from (f"- {purpose}" for purpose in settings.purposes)
    whose = "this workspace" if entry.own else entry.package or "Client Plan"
    yield f"from {whose}, with your {', '.join(entry.replaced)}" if entry.replaced else f"from {whose}"


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
