"""Actions (the "How") and stops (what frees the hours for them)."""

from __future__ import annotations

from clientplan.plan.value import Day, Ident, Line, Number, Text, Value, shared
from clientplan.plan.words import ActionStatus, Side


class Action(Value):
    """One owner, one due date, one objective, hours, and how we know that it is done."""

    id: Ident = shared()
    what: Text | None = shared(None)
    objective: Ident | None = shared(None)
    owner: Line | None = shared(None, description="One person, by name")
    side: Side = shared(Side.OURS, description="Whose person the owner is")
    due: Day | None = shared(None)
    done_when: Text | None = shared(None, description="How both sides know that it is done")
    status: ActionStatus = shared(ActionStatus.OPEN)
    done: Day | None = shared(None)
    internal: bool = shared(default=False, description="true keeps it out of the client edition")
    hours: Number | None = None
    note: Text | None = None

    @property
    def open(self) -> bool:
        return self.status in {ActionStatus.OPEN, ActionStatus.DOING}


class Stop(Value):
    """Something we stop doing, and the hours a month that this frees."""

    what: Text
    frees: Number | None = None
    why: Text | None = None
