"""Applying the fix of a finding with one click, and taking it back with another."""

from __future__ import annotations

from clientplan.checks import Fix
from clientplan.checks.fixing import fixed
from clientplan.forms.document import Document
from clientplan.forms.guard import Guard
from clientplan.forms.status import Status

TOO_LATE = "The plan was changed since. Change the field itself"
NOT_HERE = "This can't be mended by a click. Change the field itself"


def mend(document: Document, fix: Fix, status: Status, guard: Guard) -> None:
    """Applies the fix in one save, and offers the way back until something else is said.

    Raises:
        ClientPlanError: it couldn't be saved; the plan is as it was.
    """
    before = document.plan
    plan, left = fixed(before, [fix])
    names = [name for name in type(plan).model_fields if getattr(plan, name) != getattr(before, name)]
    if left:
        status.failed(NOT_HERE)
        return
    document.edit_apart(**{name: getattr(plan, name) for name in names})

    def undo() -> None:
        if any(getattr(document.plan, name) != getattr(plan, name) for name in names):
            status.failed(TOO_LATE)
            return
        document.edit_apart(**{name: getattr(before, name) for name in names})
        status.done("As it was before")

    status.done(f"Mended: {fix.what}", "Undo", guard(undo))
