"""Ours, with everything: view, fit, file with tags and the plan attached, and the proof that nothing was lost."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import count
from pathlib import Path

from clientplan.plan.writing import write
from clientplan.render.composing import ordered
from clientplan.render.live import Live
from clientplan.render.printing import job_of
from peers.case import Case
from peers.command import Command

NAME = "ours"


def available() -> str | None:
    """Always."""
    return None


@contextmanager
def warm(case: Case) -> Iterator[Callable[[], bytes]]:
    yield lambda: case.printed().pdf


def cold(case: Case) -> Command:
    """`clientplan build` in a workspace: settings, reading, checks before and after, and the file in its place."""
    out = case.folder / "out"
    line = (str(program()), "build", case.name, "--edition", case.edition.value, "--out", str(out))
    suffix = "-internal" if case.edition.value == "internal" else ""
    return Command(line, out / f"{case.name}{suffix}.pdf", workspace(case))


def workspace(case: Case) -> Path:
    """A sample workspace whose plan of this name is the one that is measured."""
    from clientplan.workspace import Workspace

    folder = case.folder / "workspace"
    if not folder.exists():
        Workspace.create(folder, sample=True)
    (folder / "plans" / f"{case.name}.yaml").write_bytes(write(case.plan).encode())
    return folder


def program() -> Path:
    return Path(sys.executable).parent / "clientplan"


@contextmanager
def preview(case: Case) -> Iterator[Callable[[], bytes]]:
    """From an edit to the picture of the page that it changed: another word in the first objective each time."""
    live, edits, plan = Live(), count(), case.plan
    first, *others = plan.objectives

    def edited() -> bytes:
        words = f"{first.words} ({next(edits)})"
        changed = plan.replace(objectives=(first.replace(words=words), *others))
        job = job_of(
            changed,
            pack=case.pack,
            edition=case.edition,
            paper=None,
            today=case.settings.today or date.today(),
            brand=case.brand,
            locale=case.settings.locale,
        )
        look = live.look(ordered(job))
        return look.pictures[look.changed[0]]

    edited()
    yield edited
