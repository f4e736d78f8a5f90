"""Reviews: a dated look at the plan."""

from __future__ import annotations

from clientplan.plan.value import Day, Ident, Line, Text, Value, shared
from clientplan.plan.words import Progress


class Verdict(Value):
    """How one objective stood at a review."""

    objective: Ident = shared()
    status: Progress = shared()
    note: Text | None = None


class Review(Value):
    when: Day = shared()
    by: Line | None = shared(None)
    verdicts: tuple[Verdict, ...] = shared(())
    agreed: Text | None = shared(None, description="What was agreed with the client")
    lessons: Text | None = None
