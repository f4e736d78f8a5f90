"""The pace of a measure: the straight way from its baseline, on the plan's first day, to its target on the due day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from clientplan.plan.objective import Measure


def expected(measure: Measure, first: date, day: date) -> Decimal | None:
    """The value on the way at this day; None where an end of it is open, or there is no way to go."""
    begin, end, due = measure.baseline, measure.target, measure.due
    if begin is None or end is None or due is None or begin == end or due <= first:
        return None
    gone = min(max(Decimal((day - first).days) / (due - first).days, Decimal(0)), Decimal(1))
    return begin + gone * (end - begin)
