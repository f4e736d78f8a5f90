"""Taking a sentence of the analysis into the plan with one click, and out again with another."""

from __future__ import annotations

from clientplan.forms.document import Document
from clientplan.forms.guard import Guard
from clientplan.forms.mending import TOO_LATE
from clientplan.forms.status import Status
from clientplan.plan.promotion import Place, Promotion, promoted

LABELS = {
    Place.REASON: "Adds it to why this phase, which is ours alone",
    Place.EVIDENCE: "Adds it to the evidence, which the client reads",
    Place.RISK: "Adds it to the risks, which are ours alone",
    Place.STOP: "Adds it to the stop list, which is ours alone",
    Place.NOTES: "Adds it to our notes",
}


def take(document: Document, one: Promotion, status: Status, guard: Guard) -> None:
    """Adds the sentence with its source in one save, and offers the way back until something else is said.

    Raises:
        ClientPlanError: it is there already, there is no room, or it couldn't be saved; the plan is as it was.
    """
    document.edit(**promoted(document.plan, one))
    taken = document.undoable

    def undo() -> None:
        if document.undoable is not taken:
            status.failed(TOO_LATE)
            return
        document.undo()
        status.done("As it was before")

    status.done(f"Taken into the plan: {one.place}", "Undo", guard(undo))
