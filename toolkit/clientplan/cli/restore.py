"""`clientplan restore PLAN TIME`: goes back to a version of a plan."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from clientplan.cli.plans import one_of_ours
from clientplan.cli.visible import visible_lines
from clientplan.errors import StoreError
from clientplan.plan.diff import changes
from clientplan.store.since import by_minute, minute
from clientplan.workspace import Workspace


def restore(
    plan: Annotated[str, typer.Argument(metavar="PLAN", help="A plan of this workspace, by name.")],
    time: Annotated[str, typer.Argument(metavar="TIME", help='As clientplan history shows it: "2026-09-15 15:02".')],
) -> None:
    """Go back to a version of a plan, to the byte. The versions after it are kept, so this can be undone.

    Example: clientplan restore harrow-2026 "2026-09-15 15:02"
    """
    try:
        wanted = datetime.fromisoformat(time).replace(second=0, microsecond=0)
    except ValueError:
        raise typer.BadParameter(f"“{time}” isn't a time. Write it as YYYY-MM-DD HH:MM", param_hint="TIME") from None
    workspace = Workspace.find()
    store = workspace.store
    stored = store.load(one_of_ours(workspace, plan))
    state = next((one for one in by_minute(store.history.states(stored.name)) if minute(one) == wanted), None)
    if state is None:
        raise StoreError(
            f"No version of {stored.name} is of {wanted:%Y-%m-%d %H:%M}. Those that are kept: "
            f"clientplan history {stored.name}"
        )
    back = store.put_back(stored, store.history.data(state))
    told = [str(change) for change in changes(stored.plan, back.plan)] or ["Nothing has changed"]
    typer.echo(visible_lines("\n".join([f"{stored.name} is as it was {wanted:%Y-%m-%d %H:%M}:", *told])))
