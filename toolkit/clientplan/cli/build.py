"""`clientplan build [PLAN…]`: prints PDFs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress

from clientplan.cli.handout import is_over_all, print_blank, print_over_all
from clientplan.cli.plans import chosen, content, is_ours
from clientplan.cli.visible import visible_lines
from clientplan.errors import ClientPlanError, WorkspaceError
from clientplan.plan.reading import read
from clientplan.plan.words import Edition, Paper
from clientplan.workspace import Workspace


@dataclass(frozen=True)
class Order:
    """One plan to print; plain values, since it may go to another process."""

    workspace: Path
    plan: Path
    edition: Edition
    pack: str | None
    paper: Paper | None
    out: Path | None


@dataclass(frozen=True)
class Outcome:
    plan: str
    pdf: str | None = None
    pages: int = 0
    draft: bool = False
    refused: str | None = None


def build(  # noqa: PLR0913  # each is one thing that the person who prints decides
    plans: Annotated[
        list[str] | None, typer.Argument(metavar="PLAN", help="Plans by name or file; default: all.")
    ] = None,
    *,
    pack: Annotated[str | None, typer.Option(help="The template pack; default: the workspace's.")] = None,
    edition: Annotated[Edition, typer.Option(help="Whom it is for.")] = Edition.CLIENT,
    paper: Annotated[Paper | None, typer.Option(help="Default: the workspace's.")] = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Default: output.", file_okay=False)] = None,
    jobs: Annotated[int, typer.Option(metavar="N", help="Processes to print with.", min=1, max=64)] = 1,
    blank: Annotated[
        bool, typer.Option("--blank", help="The handout of a workshop, without a plan: lines to fill in by hand.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The report for machines.")] = False,
) -> None:
    """Print plans as PDF. A plan that is refused doesn't stop the others; exit 1 when one was.

    Example: clientplan build --edition internal harrow-2026

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
    if out is None:
        _refuse_namesakes(workspace, paths)
    orders = [Order(workspace.folder, path, edition, pack, paper, out) for path in paths]
    outcomes = []
    with Progress(transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("Printing", total=len(orders))
        for outcome in _printed(orders, jobs):
            outcomes.append(outcome)
            bar.advance(task)
    outcomes.sort(key=lambda outcome: outcome.plan)
    if as_json:
        typer.echo(json.dumps([asdict(outcome) for outcome in outcomes], indent=1))
    else:
        for outcome in outcomes:
            _tell(outcome)
    if any(outcome.refused for outcome in outcomes):
        raise typer.Exit(1)


def _refuse_namesakes(workspace: Workspace, paths: list[Path]) -> None:
    """A file from elsewhere must not fall on the PDF of a plan of this workspace."""
    known = set(workspace.store.names())
    foreign = [path for path in paths if path.stem in known and not is_ours(workspace, path)]
    if foreign:
        names = ", ".join(map(str, foreign))
        raise WorkspaceError(f"{names}: this workspace has a plan of the same name. Say where the PDF goes: --out DIR")


def _printed(orders: list[Order], jobs: int) -> Iterator[Outcome]:
    if jobs == 1 or len(orders) == 1:
        yield from map(carry_out, orders)
        return
    with ProcessPoolExecutor(min(jobs, len(orders))) as pool:
        for done in as_completed([pool.submit(carry_out, order) for order in orders]):
            yield done.result()


def carry_out(order: Order) -> Outcome:
    """Prints one plan; a refusal is an outcome like any other."""
    from clientplan.press import press  # WeasyPrint loads here, in the process that prints

    name = order.plan.stem
    try:
        plan = read(content(order.plan), order.plan.name)
        workspace = Workspace.open(order.workspace)
        done = press(workspace, name, plan, edition=order.edition, pack=order.pack, paper=order.paper, out=order.out)
    except ClientPlanError as error:
        return Outcome(name, refused=str(error))
    return Outcome(name, str(done.path), done.pages, done.draft)


def _tell(outcome: Outcome) -> None:
    if outcome.refused:
        typer.echo(visible_lines(outcome.refused), err=True)
    else:
        pages = "1 page" if outcome.pages == 1 else f"{outcome.pages} pages"
        typer.echo(f"{outcome.pdf}  ({pages}{', DRAFT: errors stand' if outcome.draft else ''})")
