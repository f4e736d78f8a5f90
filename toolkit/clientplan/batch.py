"""Printing many plans in one go: each is printed or refused, and none stops the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from clientplan.errors import (
    ClientPlanError,
    DoesNotFit,
    ErrorsStand,
    Missing,
    PlanUnreadable,
    RenderRefused,
    StoreError,
    TextLost,
)
from clientplan.plan.words import Edition, Paper
from clientplan.render.standard import Standard
from clientplan.workers import Died, Failed, share_out

if TYPE_CHECKING:
    from clientplan.briefing import Briefing
    from clientplan.plan.plan import Plan

_WHY: dict[type[ClientPlanError], str] = {  # the narrower first
    DoesNotFit: "CP101",
    TextLost: "CP102",
    PlanUnreadable: "the file isn't a plan",
    StoreError: "a file can't be read or written",
    Missing: "something isn't installed",
    RenderRefused: "the page can't be printed as asked",
}


@dataclass(frozen=True)
class Run:
    """What holds for all plans that are printed in one go; plain values, since it may go to another process."""

    workspace: Path
    edition: Edition = Edition.CLIENT
    pack: str | None = None
    paper: Paper | None = None
    out: Path | None = None
    standard: Standard = Standard.A


@dataclass(frozen=True)
class Outcome:
    plan: str
    pdf: str | None = None
    pages: int = 0
    draft: bool = False
    without: tuple[str, ...] = ()  # optional sections that had to be left out
    refused: str | None = None
    reasons: tuple[str, ...] = ()  # for a refusal: codes of checks, or a few words


def print_all(run: Run, plans: Sequence[Path], processes: int = 1) -> Iterator[Outcome]:
    """What came of each file, as they are done."""
    for path, done in share_out(partial(Printer, run), plans, processes):
        yield done if isinstance(done, Outcome) else _broken(path.stem, done)


class Printer:
    """Prints plans of one run in one process: the workspace, and what it knows beside a plan, is read once."""

    def __init__(self, run: Run) -> None:
        from clientplan.workspace import Workspace  # loaded here: a process that only shares out needs none of it

        self._run = run
        self._workspace = Workspace.open(run.workspace)

    def __call__(self, path: Path) -> Outcome:
        """Prints one plan; a refusal is an outcome like any other."""
        from clientplan.press import press

        run, name = self._run, path.stem
        try:
            plan = self._read(path)
            done = press(
                self._workspace,
                name,
                plan,
                edition=run.edition,
                pack=run.pack,
                paper=run.paper,
                out=run.out,
                standard=run.standard,
                briefing=partial(self._briefed, path, plan),
            )
        except ClientPlanError as error:
            return Outcome(name, refused=str(error), reasons=tuple(_reasons(error)))
        return Outcome(name, str(done.path), done.pages, done.draft, done.without)

    def _read(self, path: Path) -> Plan:
        from clientplan.plan.reading import read

        try:
            return read(path.read_bytes(), path.name)
        except OSError as error:
            raise StoreError(f"{path} can't be read: {error.strerror}") from error

    def _briefed(self, path: Path, plan: Plan) -> Briefing:
        """What is known of the workspace, and this plan as it was read."""
        if path.resolve().parent == self._workspace.store.folder.resolve():
            self._briefing.take(path.stem, plan)
        return self._briefing

    @cached_property
    def _briefing(self) -> Briefing:
        from clientplan.briefing import Briefing  # as above, and it is not needed until the page is being laid out

        return Briefing(self._workspace)


def _reasons(error: ClientPlanError) -> Iterator[str]:
    if isinstance(error, ErrorsStand):
        yield from dict.fromkeys(error.codes)
    else:
        yield next((why for kind, why in _WHY.items() if isinstance(error, kind)), "the workspace isn't right")


def _broken(name: str, done: Died | Failed) -> Outcome:
    if isinstance(done, Died):
        how = f"signal {-done.status}" if done.status < 0 else f"status {done.status}"
        told = (
            f"{name}: the process that printed it ended each time ({how}), perhaps for want of memory. Print it alone, "
            "or with fewer processes: --jobs 1"
        )
        return Outcome(name, refused=told, reasons=("the process that printed it ended",))
    told = f"{name}: Client Plan made a mistake ({done.last}). Print it alone for the place, and tell its authors"
    return Outcome(name, refused=told, reasons=("a mistake of Client Plan",))
