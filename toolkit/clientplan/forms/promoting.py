"""Taking a sentence of the analysis into the plan with one click, and out again with another."""

from __future__ import annotations

from clientplan.forms.box import OURS
from clientplan.forms.document import Document
from clientplan.forms.guard import Guard
from clientplan.forms.mending import TOO_LATE
from clientplan.forms.status import Status
from clientplan.plan.promotion import Place, Promotion, promoted

LABELS = {place: f"Use this: {place}{OURS}" for place in Place} | {
    Place.EVIDENCE: f"Use this: {Place.EVIDENCE} (the client reads it)",
    Place.NOTES: f"Use this: {Place.NOTES}",
}


def take(document: Document, one: Promotion, status: Status, guard: Guard) -> None:
    """Adds the sentence with its source in one save, and offers the way back until something else is said.

    Raises:
        ClientPlanError: it is there already, there is no room, or it couldn't be saved; the plan is as it was.
    """
    document.edit_apart(**promoted(document.plan, one))
    taken = document.undoable

    def undo() -> None:
        if document.undoable is not taken:
            status.failed(TOO_LATE)
            return
        document.undo()
        status.done("As it was before")

    status.done(f"Taken into the plan: {one.place}", "Undo", guard(undo))
