"""`clientplan templates …`: the packs that print pages; one file a command."""

from __future__ import annotations

import typer

from clientplan.cli.templates.copying import copy
from clientplan.cli.templates.listing import list_
from clientplan.cli.templates.previewing import preview

templates = typer.Typer(
    help="See, restyle and try the template packs. Example: clientplan templates list", no_args_is_help=True
)
templates.command("list")(list_)
templates.command("copy")(copy)
templates.command("preview")(preview)
