"""Where a person stopped: the notebook that was last typed in for each plan, one line each, the latest one last."""

from __future__ import annotations

from contextlib import suppress

from clientplan.atomic import write_atomically
from clientplan.errors import StoreError
from clientplan.workspace import Workspace

FILE = ".stopped"


def stopped(workspace: Workspace) -> dict[str, str]:
    """The notebook by the name of the plan; of plans that are still there."""
    try:
        lines = (workspace.store.folder / FILE).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    named = [(plan, notebook) for notebook, _, plan in (line.partition(" ") for line in lines)]
    there = set(workspace.store.names())
    return {plan: notebook for plan, notebook in named if plan in there}


def remember(workspace: Workspace, plan: str, notebook: str) -> None:
    """Cheap enough for each save: a small file is read, and written when something else was typed in before.

    Nobody is told where that fails: what was typed is saved, and only the way back to it is longer.
    """
    known = stopped(workspace)
    if next(reversed(known.items()), None) == (plan, notebook):
        return
    known.pop(plan, None)
    known[plan] = notebook
    text = "".join(f"{notebook} {plan}\n" for plan, notebook in known.items())
    with suppress(StoreError):
        write_atomically(workspace.store.folder / FILE, text.encode())
