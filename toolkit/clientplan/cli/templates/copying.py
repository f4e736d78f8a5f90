"""`clientplan templates copy PACK`: files of a template pack into the workspace, to be restyled."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from clientplan.atomic import write_atomically
from clientplan.errors import StoreError
from clientplan.render.pack_copy import Copied, one_file, whole
from clientplan.workspace import Workspace


def copy(
    pack: Annotated[str, typer.Argument(metavar="PACK", help="The pack to copy from.")],
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAME", help="Copy the whole pack, under this new name.", show_default=False),
    ] = None,
    file: Annotated[
        str | None, typer.Option(metavar="FILE", help="Copy one file; it then stands in for the shipped one.")
    ] = None,
) -> None:
    """Copy one file of a template pack into the workspace, or a whole pack under a new name. Nothing is overwritten.

    Example: clientplan templates copy two-page --file style.css

    A pack of your own: clientplan templates copy two-page board
    """
    if (name is None) == (file is None):
        raise typer.BadParameter(
            "Give a file to restyle (--file style.css), or a new name for a copy of the whole pack"
        )
    workspace = Workspace.find()
    if file is not None:
        copied = one_file(pack, file, workspace.templates)
        (path,) = _write(workspace.templates, [copied])
        typer.echo(f"{path} stands in for the shipped file from now on, for {_whom(copied, pack)}.")
        typer.echo("Change it, then look at the page (delete it to have ours back):")
        typer.echo(f"  clientplan templates preview {pack}")
    elif name is not None:
        _write(workspace.templates, whole(pack, name, workspace.templates))
        typer.echo(f"{workspace.templates / name} is a pack of your own; so far it prints as {pack} does.")
        typer.echo("Change it, then look at the page, and print with it:")
        typer.echo(f"  clientplan templates preview {name}\n  clientplan build --pack {name}")


def _whom(copied: Copied, pack: str) -> str:
    return "all packs" if copied.for_all else f"the pack {pack}"


def _write(folder: Path, files: Iterable[Copied]) -> list[Path]:
    wanted = [(folder / one.name, one.content) for one in files]
    if there := [str(path) for path, _ in wanted if path.exists() or path.is_symlink()]:
        raise StoreError(f"{', '.join(there)}: there already, and nothing is overwritten. Change it, or move it away")
    for path, content in wanted:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"{path.parent} can't be made: {error.strerror}") from error
        write_atomically(path, content)
    return [path for path, _ in wanted]
