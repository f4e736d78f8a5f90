"""Whether an objective keeps the pace of its measure.

A reading is judged by the pace of its own day, since nobody knows what has happened since.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import takewhile

from clientplan.plan.objective import Measure, Objective, Reading
from clientplan.plan.pace import expected
from clientplan.plan.words import Progress

TOLERANCE = Decimal("0.1")  # of the whole way: no measure moves in a straight line


def is_behind(measure: Measure, reading: Reading, first: date) -> bool:
    """Whether a reading lies short of the pace by more than chance lets it."""
    wanted = expected(measure, first, reading.when)
    if wanted is None or measure.baseline is None or measure.target is None:
        return False
    return (wanted - reading.value) / (measure.target - measure.baseline) > TOLERANCE


def behind_since(measure: Measure, first: date) -> date | None:
    """The day of the first reading of the run up to the latest that all lie short; None where the latest doesn't."""
    run = list(takewhile(lambda reading: is_behind(measure, reading, first), reversed(measure.readings)))
    return run[-1].when if run else None


def is_off(objective: Objective, first: date) -> bool:
    """Whether an open objective won't be reached by going on alone: by its status, or by its figures."""
    if objective.status in {Progress.AT_RISK, Progress.OFF_TRACK}:
        return True
    return objective.open and objective.measure is not None and behind_since(objective.measure, first) is not None
