"""What is known of each form on the page, in one place: its cells, its boxes, how it says that something is saved."""

from __future__ import annotations

from dataclasses import dataclass

from clientplan.forms.current import choose
from clientplan.workspace import Workspace
from guided.case import ACTIONS, OBJECTIVES, plan

BOXES = OBJECTIVES * 11 + ACTIONS * 11
TYPED_IN = "Action"  # the label of the box that is typed in, the first of that name


@dataclass(frozen=True)
class Side:
    name: str
    begin: str  # the cell that opens the plan; not measured
    both: str  # the cell that shows objectives and actions
    actions: str  # the cell that shows the actions
    boxes: str  # a selector for its inputs
    saved: str  # an expression: whether what was typed last is said to be on the disk
    quiet: float = 0  # ms that it waits after a key before anything is sent


def sides(workspace: Workspace) -> list[Side]:
    """Ours and the peer, each over a plan of its own, so that neither saves over the other."""
    ours, theirs = (_stored(workspace, client) for client in ("Harrow Foods", "Harrow Bakery"))
    choose(workspace, ours)
    folder, plans = str(workspace.folder), str(workspace.folder / "plans")
    return [
        Side(
            name="ours",
            begin=f"from clientplan import forms\ndesk = forms.open_desk({folder!r})",
            both="from IPython.display import display\ndisplay(forms.ObjectivesForm(desk), forms.ActionsForm(desk))",
            actions="forms.ActionsForm(desk)",
            boxes=".cp-view :is(input, select, textarea)",
            saved="!document.querySelector('.cp-view:is([data-state=saving], [data-state=lost])')",
            quiet=400,
        ),
        Side(
            name="stock ipywidgets",
            begin=f"from guided.stock import StockForm\nform = StockForm({plans!r}, {theirs!r})",
            both="from IPython.display import display\ndisplay(form.objectives(), form.actions())",
            actions="form.actions()",
            boxes=".stock-form :is(input, select, textarea)",
            saved="document.querySelector('.stock-said')?.innerText.trim() === `Saved ${document.activeElement.value}`",
        ),
    ]


def _stored(workspace: Workspace, client: str) -> str:
    return workspace.store.create(plan(client)).name
