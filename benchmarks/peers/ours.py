"""Ours, with everything: view, fit, file with tags and the plan attached, and the proof that nothing was lost."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from clientplan.plan.writing import write
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


def preview(_case: Case) -> AbstractContextManager[Callable[[], bytes]] | None:
    """From an edit to the picture of the page that it changed; None while there is none."""
    return None
