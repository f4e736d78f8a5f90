"""`clientplan templates preview PACK`: what a template pack looks like."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from clientplan.atomic import write_atomically
from clientplan.cli.plans import chosen, content
from clientplan.cli.visible import visible
from clientplan.errors import StoreError, WorkspaceError
from clientplan.plan.reading import read
from clientplan.plan.words import Edition, Paper
from clientplan.workspace import Workspace

_FOLDER = "preview"
_WIDTH = 1100  # pixels of a picture
_ENDING = ".pdf"


def preview(
    pack: Annotated[str, typer.Argument(metavar="PACK", help="The template pack.")],
    plan: Annotated[
        str | None, typer.Option(metavar="NAME", help="A plan of yours, by name or file; default: an invented one.")
    ] = None,
    edition: Annotated[Edition, typer.Option(help="Whom it is for.")] = Edition.CLIENT,
    paper: Annotated[Paper | None, typer.Option(help="Default: the workspace's, or the pack's first.")] = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE.pdf", help="Default: in output/preview of the workspace.", dir_okay=False),
    ] = None,
) -> None:
    """Print a template pack with an invented plan or one of yours, as PDF and as a picture of each page.

    A plan of yours is checked as `clientplan build` does it.

    Example: clientplan templates preview two-page
    """
    if out is not None and out.suffix.lower() != _ENDING:
        raise typer.BadParameter(f"{out} doesn't end in {_ENDING}", param_hint="--out")
    workspace = Workspace.around()
    if workspace is None and (plan is not None or out is None):
        missing = "Say where the page goes: --out FILE.pdf" if plan is None else "Its settings print your plans"
        raise WorkspaceError(f"{Path.cwd()} isn't inside a workspace. {missing}, or make one: clientplan new DIR")
    if plan is not None and workspace is not None:
        path, pdf = _own(workspace, pack, plan, edition, paper, out)
    else:
        path, pdf = _invented(workspace, pack, edition, paper, out)
    typer.echo("\n".join(visible(str(one)) for one in [path, *_pictures(path, pdf, ours=out is None)]))


def _own(  # as preview
    workspace: Workspace, pack: str, name: str, edition: Edition, paper: Paper | None, out: Path | None
) -> tuple[Path, bytes]:
    """By the same way as any print, so that a preview lets out nothing that a print wouldn't."""
    from clientplan.press import press

    (file,) = chosen(workspace, [name])
    done = press(
        workspace,
        file.stem,
        read(content(file), file.name),
        edition=edition,
        pack=pack,
        paper=paper,
        out=out.parent if out else workspace.output / _FOLDER,
        file=out.name if out else None,
    )
    return done.path, done.pdf


def _invented(
    workspace: Workspace | None, pack: str, edition: Edition, paper: Paper | None, out: Path | None
) -> tuple[Path, bytes]:
    from clientplan.press import brand_of
    from clientplan.render import pack as packs
    from clientplan.specimen import print_specimen

    brand = brand_of(workspace) if workspace and workspace.settings.brand.name else None
    loaded = packs.load(pack, [workspace.templates] if workspace else [])
    wanted = paper or (workspace.settings.paper if workspace else None)
    if paper is None and wanted not in loaded.settings.paper:
        wanted = None
    pdf = print_specimen(loaded, edition=edition, paper=wanted, brand=brand).pdf
    ending = "" if edition is Edition.CLIENT else f"-{edition}"
    folder = workspace.output / _FOLDER if workspace else Path()
    path = out or folder / f"{pack}{ending}{_ENDING}"
    _put(path, pdf)
    return path, pdf


def _pictures(path: Path, pdf: bytes, *, ours: bool) -> list[Path]:
    from clientplan.render.preview import pages

    made = []
    for number, picture in enumerate(pages(pdf, width=_WIDTH), start=1):
        made.append(path.with_name(f"{path.stem}-{number}.png"))
        _put(made[-1], picture)
    if ours:  # a page that isn't there any more; in a folder of the user's it may be something else
        page = re.compile(re.escape(path.stem) + r"-\d+\.png")
        for old in path.parent.iterdir():
            if page.fullmatch(old.name) and old not in made:
                old.unlink()
    return made


def _put(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{path.parent} can't be made: {error.strerror}. Print elsewhere: --out FILE.pdf") from error
    write_atomically(path, content)
