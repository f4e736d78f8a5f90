"""The workspace whose notebooks are opened, and a word where it is only a copy."""

from __future__ import annotations

from pathlib import Path

import typer

from clientplan.errors import StoreError
from clientplan.notebook_copies import renew_notebooks
from clientplan.workspace import Workspace


def found_or_sample() -> Workspace:
    """The one that we are in, else a throw-away copy of the sample, which is said."""
    workspace = Workspace.find_or_sample()
    if workspace.throw_away:
        typer.echo(
            "This is a throw-away copy of the sample portfolio. Your own: clientplan new DIR, then cd DIR", err=True
        )
    _renew(workspace.folder / "notebooks")
    return workspace


def _renew(folder: Path) -> None:
    """What can't be brought up to date is opened as it is."""
    try:
        renewed = renew_notebooks(folder)
    except (OSError, StoreError) as error:
        typer.echo(f"The notebooks can't be brought up to this version. {error}", err=True)
        return
    if renewed.replaced:
        typer.echo(f"Brought up to this version: {', '.join(renewed.replaced)}", err=True)
    if renewed.kept:
        typer.echo(
            f"You made these your own, so they stay as they are: {', '.join(renewed.kept)}. "
            "To have this version's too, give yours other names and start again",
            err=True,
        )
