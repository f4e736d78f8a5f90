"""The readings of a measure as a line, over the straight way from its baseline to its target.

All places are parts of the picture's width and height, from its top left; a higher value stands higher.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clientplan.plan.objective import Measure


@dataclass(frozen=True)
class Point:
    x: float
    y: float


@dataclass(frozen=True)
class Sparkline:
    line: tuple[Point, ...]  # the baseline and each reading; the last one is the latest
    aim: tuple[Point, Point] | None  # where the straight way begins and ends


@dataclass(frozen=True)
class _Axes:
    first: date
    last: date
    low: Decimal
    high: Decimal

    def point(self, day: date, value: Decimal) -> Point:
        x = (day - self.first).days / ((self.last - self.first).days or 1)
        y = (self.high - value) / (self.high - self.low) if self.high > self.low else Decimal("0.5")
        return Point(round(min(max(x, 0.0), 1.0), 4), round(float(y), 4))


def sparkline(measure: Measure, first: date, last: date) -> Sparkline | None:
    """The picture of a measure from the first day of the plan on; None where there is nothing to see in it.

    Args:
        measure: with baseline, readings and target as far as they are known.
        first: the day of the baseline.
        last: the last day of the plan, for a measure without a due day.
    """
    start = [] if measure.baseline is None else [(first, measure.baseline)]
    readings = [(reading.when, reading.value) for reading in measure.readings]
    end = [] if measure.target is None else [(measure.due or last, measure.target)]
    known = [*start, *readings, *end]
    if len(known) < 2:  # noqa: PLR2004  # one value alone is a figure, not a line
        return None
    days, values = [day for day, _ in known], [value for _, value in known]
    axes = _Axes(min(days), max(days), min(values), max(values))
    return Sparkline(
        line=tuple(axes.point(*one) for one in sorted([*start, *readings])),
        aim=(axes.point(*start[0]), axes.point(*end[0])) if start and end else None,
    )
