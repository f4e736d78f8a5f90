"""The workspace whose notebooks are opened, and a word where it is only a copy."""

from __future__ import annotations

import typer

from clientplan.workspace import Workspace


def found_or_sample() -> Workspace:
    """The one that we are in, else a throw-away copy of the sample, which is said."""
    workspace = Workspace.find_or_sample()
    if workspace.throw_away:
        typer.echo(
            "This is a throw-away copy of the sample portfolio. Your own: clientplan new DIR, then cd DIR", err=True
        )
    return workspace
