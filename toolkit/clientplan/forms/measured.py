"""A measure in words: where it comes from, where it is to go, and where it stands."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from clientplan.forms.text import day
from clientplan.plan.objective import Measure, Objective
from clientplan.plan.pace import expected
from clientplan.plan.plan import Plan
from clientplan.plan.words import Direction

_BETTER = {Direction.UP: "more is better", Direction.DOWN: "less is better", Direction.HOLD: "to be held"}


def name(objective: Objective) -> str:
    """Its id and words: `o2 Preventive jobs are done on their day`."""
    return f"{objective.id} {objective.words or 'without words yet'}"


def way(measure: Measure) -> str:
    """Whence and whither: `Stops: from 10.4 h to 1 h by 31 December 2026, less is better`."""
    parts = [
        f"from {value(measure.baseline, measure)}" if measure.baseline is not None else "",
        f"to {value(measure.target, measure)}" if measure.target is not None else "",
        f"by {day(measure.due)}" if measure.due else "",
    ]
    better = _BETTER[measure.way] if measure.way else ""
    told = ", ".join(filter(None, (" ".join(filter(None, parts)), better)))
    return f"{measure.name or 'Measure without a name'}: {told or 'without baseline and target yet'}."


def stands(measure: Measure) -> str:
    """The newest reading: `Last read 31 August 2026: 4.1 h, 67 % of the way`."""
    latest = measure.latest
    if latest is None:
        return "Not read yet."
    gone = measure.progress
    far = f", {gone * 100:.0f} % of the way" if gone is not None else ""
    return f"Last read {day(latest.when)}: {value(latest.value, measure)}{far}."


def straight(measure: Measure, plan: Plan, today: date) -> str:
    """What the straight way to the target would have today; "" where there is none."""
    there = expected(measure, plan.period.first, today)
    if there is None:
        return ""
    known = [one for one in (measure.baseline, measure.target) if one is not None]
    finest = min(_exponent(one) for one in known)
    return f"On the straight way it would be {value(there.quantize(Decimal(1).scaleb(finest)), measure)} today."


def value(number: Decimal, measure: Measure) -> str:
    """`412,300 EUR`."""
    return f"{number:,f}" + (f" {measure.unit}" if measure.unit else "")


def _exponent(number: Decimal) -> int:
    found = number.as_tuple().exponent
    return min(found, 0) if isinstance(found, int) else 0
