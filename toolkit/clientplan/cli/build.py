"""`clientplan build [PLAN…]`: prints PDFs."""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from clientplan.batch import Outcome, Printer, Run, print_all
from clientplan.cli.handout import is_over_all, print_blank, print_over_all
from clientplan.cli.plans import chosen, is_ours
from clientplan.cli.visible import visible, visible_lines
from clientplan.errors import WorkspaceError
from clientplan.plan.words import Edition, Paper
from clientplan.render.sections import in_words
from clientplan.render.standard import Standard
from clientplan.workers import cores
from clientplan.workspace import Workspace

_MOST_JOBS = 64


class Kept(StrEnum):
    """What the file is to be good for, in a word that is easier to type than the standard's name."""

    ARCHIVE = "archive"
    ACCESSIBLE = "accessible"

    @property
    def standard(self) -> Standard:
        return Standard.A if self is Kept.ARCHIVE else Standard.UA


def _jobs(text: str) -> int:
    if text == "auto":
        return min(cores(), _MOST_JOBS)
    if not text.isdecimal() or not 1 <= int(text) <= _MOST_JOBS:
        raise typer.BadParameter(f"“{text}” is no number of processes. Give one from 1 to {_MOST_JOBS}, or auto")
    return int(text)


def build(  # noqa: PLR0913  # each is one thing that the person who prints decides
    plans: Annotated[
        list[str] | None, typer.Argument(metavar="PLAN", help="Plans by name or file; default: all.")
    ] = None,
    *,
    pack: Annotated[
        str | None, typer.Option(help="The template pack (clientplan templates list); default: the workspace's.")
    ] = None,
    edition: Annotated[Edition, typer.Option(help="Whom it is for.")] = Edition.CLIENT,
    paper: Annotated[Paper | None, typer.Option(help="Default: the workspace's.")] = None,
    standard: Annotated[
        Kept,
        typer.Option(
            help="archive is PDF/A-3a, which stays readable for decades; accessible is PDF/UA-1, which some "
            "organisations ask for. Both are tagged for screen readers and carry the plan."
        ),
    ] = Kept.ARCHIVE,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Default: output.", file_okay=False)] = None,
    jobs: Annotated[
        int,
        typer.Option(metavar="N|auto", help="Processes to print with; auto: one a processor core.", parser=_jobs),
    ] = "1",  # type: ignore[assignment]  # typer gives what was typed, and the default too, to the parser
    blank: Annotated[
        bool, typer.Option("--blank", help="The handout of a workshop, without a plan: lines to fill in by hand.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The report for machines.")] = False,
) -> None:
    """Print plans as PDF. A plan that is refused doesn't stop the others; exit 1 when one was.

    Example: clientplan build --edition internal harrow-2026

    Many plans, on all cores: clientplan build --jobs auto

    One page over all plans: clientplan build --pack portfolio
    """
    workspace = Workspace.find()
    if blank:
        if plans:
            raise typer.BadParameter("goes without a plan. With one: --pack workshop", param_hint="--blank")
        print_blank(workspace, pack, paper, out, as_json=as_json)
        return
    paths = list(chosen(workspace, plans))
    if is_over_all(workspace, pack):
        print_over_all(workspace, paths, pack, paper, out, as_json=as_json)
        return
    _refuse_namesakes(workspace, paths, elsewhere=out is not None)
    run = Run(workspace.folder, edition, pack, paper, out, standard.standard)
    outcomes = _printed(run, paths, jobs)
    if as_json:
        typer.echo(json.dumps([asdict(outcome) for outcome in outcomes], indent=1))
    else:
        for outcome in outcomes:
            _tell(outcome)
    if len(outcomes) > 1:
        from clientplan.cli.outputs.printed import summary  # loads the checks, which a print begins without

        typer.echo("\n".join(summary(outcomes)), err=True)
    if any(outcome.refused for outcome in outcomes):
        raise typer.Exit(1)


def _refuse_namesakes(workspace: Workspace, paths: list[Path], *, elsewhere: bool) -> None:
    """No PDF of this run falls on another; that of a file from elsewhere not on that of a plan of this workspace."""
    known = set() if elsewhere else set(workspace.store.names())
    foreign = [path for path in paths if path.stem in known and not is_ours(workspace, path)]
    if foreign:
        names = ", ".join(map(str, foreign))
        raise WorkspaceError(f"{names}: this workspace has a plan of the same name. Say where the PDF goes: --out DIR")
    often = Counter(path.stem.casefold() for path in paths)
    if alike := [path for path in paths if often[path.stem.casefold()] > 1]:
        names = ", ".join(map(str, alike))
        raise WorkspaceError(f"{names}: their PDFs would have one name. Print one after the other: --out DIR")


def _printed(run: Run, paths: list[Path], jobs: int) -> list[Outcome]:
    """In the order of their names."""
    if len(paths) == 1:
        return [Printer(run)(paths[0])]  # a bug keeps its traceback
    from rich.console import Console
    from rich.progress import Progress

    outcomes: list[Outcome] = []
    with Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as bar:
        try:
            for outcome in bar.track(print_all(run, paths, jobs), len(paths), description="Printing"):
                outcomes.append(outcome)  # noqa: PERF402  # what there is when it is stopped is counted
        except KeyboardInterrupt:
            printed = sum(not outcome.refused for outcome in outcomes)
            bar.console.print(f"{printed} of {len(paths)} plans were printed.", highlight=False)
            raise
    return sorted(outcomes, key=lambda outcome: outcome.plan)


def _tell(outcome: Outcome) -> None:
    if outcome.refused:
        typer.echo(visible_lines(outcome.refused), err=True)
    else:
        pages = "1 page" if outcome.pages == 1 else f"{outcome.pages} pages"
        draft = ", DRAFT: errors stand" if outcome.draft else ""
        left = ", ".join(map(in_words, outcome.without))
        without = f"; left out for want of room: {left}" if left else ""
        typer.echo(f"{visible(str(outcome.pdf))}  ({pages}{draft}{without})")
