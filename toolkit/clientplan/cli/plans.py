"""The plans that a command was given, by name or by file; all of the workspace when none was named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from clientplan.errors import StoreError, WorkspaceError
from clientplan.store.folder import SUFFIX
from clientplan.workspace import Workspace


def chosen(workspace: Workspace, named: list[str] | None) -> Iterator[Path]:
    """The files of the plans: `harrow-2026`, `harrow-2026.yaml` and `plans/harrow-2026.yaml` mean the same one.

    A file outside the workspace's folder of plans is taken as it is.

    Raises:
        WorkspaceError: the workspace has no plan yet, or none of a name.
    """
    known = workspace.store.names()
    if not named and not known:
        raise WorkspaceError(f"There are no plans in {workspace.store.folder} yet. Begin one: clientplan lab")
    missing = []
    for name in named or known:
        inside = workspace.store.folder / f"{name.removesuffix(SUFFIX)}{SUFFIX}"
        if inside.is_file():
            yield inside
        elif Path(name).is_file():
            yield Path(name)
        else:
            missing.append(name)
    if missing:
        raise WorkspaceError(f"There is no plan {', '.join(missing)}. Plans here: {', '.join(known) or 'none yet'}")


def content(path: Path) -> bytes:
    """What is in a plan's file.

    Raises:
        StoreError: it can't be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise StoreError(f"{path} can't be read: {error.strerror}") from error
