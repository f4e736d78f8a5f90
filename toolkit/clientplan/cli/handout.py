"""The pages of `clientplan build` that aren't one plan's: the blank handout, and the portfolio over all plans."""

from __future__ import annotations

import json
from pathlib import Path

import typer

from clientplan.cli.visible import visible_lines
from clientplan.plan.words import Paper
from clientplan.workspace import Workspace


def print_blank(
    workspace: Workspace, pack: str | None, paper: Paper | None, out: Path | None, *, as_json: bool
) -> None:
    """Prints the handout without a plan, by default that of our own pack, whatever plans are printed by."""
    from clientplan.press_handout import press_handout  # WeasyPrint loads here
    from clientplan.render.handout import PACK

    done = press_handout(workspace, pack=pack or PACK, paper=paper, out=out)
    _tell("handout", done.path, done.pages, as_json=as_json)


def is_over_all(workspace: Workspace, pack: str | None) -> bool:
    """Whether a pack prints all plans on one page.

    Raises:
        RenderRefused: there is no such pack, or its settings are wrong.
    """
    from clientplan.render.pack import load
    from clientplan.render.view.kinds import Kind

    return load(pack or workspace.settings.pack, [workspace.templates]).settings.of is Kind.PORTFOLIO


def print_over_all(
    workspace: Workspace, files: list[Path], pack: str | None, paper: Paper | None, out: Path | None, *, as_json: bool
) -> None:
    """Prints the portfolio. Exit 1 when a plan couldn't be read: the page says so too."""
    from clientplan.press_portfolio import press_portfolio

    done = press_portfolio(workspace, files, pack=pack or workspace.settings.pack, paper=paper, out=out)
    unread = {one.name: one.reason for one in done.unread}
    _tell("portfolio", done.path, done.pages, as_json=as_json, unread=unread)
    if unread:
        raise typer.Exit(1)


def _tell(name: str, path: Path, pages: int, *, as_json: bool, unread: dict[str, str] | None = None) -> None:
    if as_json:
        typer.echo(json.dumps([{"plan": name, "pdf": str(path), "pages": pages, "unread": unread or {}}], indent=1))
        return
    typer.echo(f"{path}  ({'1 page' if pages == 1 else f'{pages} pages'})")
    for plan, reason in (unread or {}).items():
        typer.echo(visible_lines(f"{plan}: {reason}"), err=True)
