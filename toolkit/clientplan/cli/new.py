"""`clientplan new DIR`: a workspace."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from clientplan.workspace import Workspace


def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make.", file_okay=False)],
    sample: Annotated[bool, typer.Option("--sample", help="Fill it with the sample portfolio.")] = False,
) -> None:
    """Make a workspace.

    Example: clientplan new my-clients
    """
    workspace = Workspace.create(folder, sample=sample)
    typer.echo(f"{workspace.folder} is ready.")
    if sample:
        typer.echo(f"It holds invented clients and stands still on {workspace.today}. Next, from inside it:")
        typer.echo("  clientplan collect data/incoming/*")
    else:
        typer.echo("Put your CRM exports into data/incoming. Next, from inside it:")
    typer.echo("  clientplan lab")
