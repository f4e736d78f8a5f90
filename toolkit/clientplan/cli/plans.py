"""The plans that a command was given, by name or by file; all of the workspace when none was named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from clientplan.errors import StoreError, WorkspaceError
from clientplan.store.folder import SUFFIX
from clientplan.workspace import Workspace


def chosen(workspace: Workspace | None, named: list[str] | None) -> Iterator[Path]:
    """The files of the plans, each once: `harrow-2026`, `harrow-2026.yaml` and `plans/harrow-2026.yaml` mean one.

    A file outside the workspace's folder of plans is taken as it is; without a workspace there are only files.

    Raises:
        WorkspaceError: the workspace has no plan yet, or none of a name.
    """
    known = workspace.store.names() if workspace else []
    if workspace and not named and not known:
        raise WorkspaceError(f"There are no plans in {workspace.store.folder} yet. Begin one: clientplan lab")
    seen: set[Path] = set()
    missing = []
    for name in named or known:
        path = _path(workspace, name)
        if path is None:
            missing.append(name)
        elif path.resolve() not in seen:
            seen.add(path.resolve())
            yield path
    if missing and workspace:
        raise WorkspaceError(f"There is no plan {', '.join(missing)}. Plans here: {', '.join(known) or 'none yet'}")
    if missing:
        raise WorkspaceError(f"There is no file {', '.join(missing)}, and {Path.cwd()} isn't inside a workspace")


def _path(workspace: Workspace | None, name: str) -> Path | None:
    inside = workspace.store.folder / f"{name.removesuffix(SUFFIX)}{SUFFIX}" if workspace else None
    return next((path for path in (inside, Path(name)) if path and path.is_file()), None)


def is_ours(workspace: Workspace | None, path: Path) -> bool:
    """Whether it is the file that the workspace's store has for a plan of this name."""
    return workspace is not None and path.resolve() == (workspace.store.folder / f"{path.stem}{SUFFIX}").resolve()


def content(path: Path) -> bytes:
    """What is in a plan's file.

    Raises:
        StoreError: it can't be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise StoreError(f"{path} can't be read: {error.strerror}") from error


def one_of_ours(workspace: Workspace, name: str) -> str:
    """The name of a plan that the workspace's store has: what is kept beside a plan is there for no other file.

    Raises:
        WorkspaceError: there is none of that name.
    """
    (path,) = chosen(workspace, [name])
    if not is_ours(workspace, path):
        raise WorkspaceError(f"{path} isn't a plan of this workspace. Plans here: {', '.join(workspace.store.names())}")
    return path.stem
