"""Which plan is being worked on: one line in the folder of plans, so that every notebook opens the same one."""

from __future__ import annotations

from clientplan.atomic import write_atomically
from clientplan.workspace import Workspace

FILE = ".current"


def current(workspace: Workspace) -> str | None:
    """The name of the plan chosen last; else the first there is; None where there is none."""
    names = workspace.store.names()
    try:
        chosen = (workspace.store.folder / FILE).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        chosen = ""
    return chosen if chosen in names else next(iter(names), None)


def choose(workspace: Workspace, name: str) -> None:
    """Remembers the plan.

    Raises:
        StoreError: there is none of that name, or the folder can't be written.
    """
    workspace.store.load(name)
    write_atomically(workspace.store.folder / FILE, f"{name}\n".encode())
