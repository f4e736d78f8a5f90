"""Objectives whose measure is complete, so that their readings can be judged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clientplan.checks.ladder import standing
from clientplan.plan.objective import Measure, Objective, Reading
from clientplan.plan.plan import Plan
from clientplan.plan.source import Path
from clientplan.plan.value import plain
from clientplan.plan.words import Direction

_MOST_PLACES = 6


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure with nothing open, and the way that it has to go; None where it contradicts itself (CP403)."""

    name: str
    unit: str
    baseline: Decimal
    target: Decimal
    due: date
    way: Direction | None
    readings: tuple[Reading, ...]

    @property
    def whole(self) -> bool:
        """Every figure is a whole number, so that the way may be gone in steps: from one filling line to two."""
        return all(figure == figure.to_integral_value() for figure in self._figures)

    def gone(self, reading: Reading) -> Decimal:
        """The part of the way from baseline to target: 0 at baseline, 1 at target. Only where there is a way to go."""
        return (reading.value - self.baseline) / (self.target - self.baseline)

    def shown_at(self, part: Decimal) -> str:
        """The value at this part of the way, with as many decimal places as the figures that are there."""
        value = self.baseline + part * (self.target - self.baseline)
        places = max(max(-_exponent(figure), 0) for figure in self._figures)
        return f"{value:.{min(places, _MOST_PLACES)}f} {self.unit}"

    def shown(self, value: Decimal) -> str:
        return f"{plain(value)} {self.unit}"

    @property
    def _figures(self) -> list[Decimal]:
        return [self.baseline, self.target, *(reading.value for reading in self.readings)]


def measured(plan: Plan) -> Iterator[tuple[Path, Objective, Measured]]:
    """The objectives that weren't dropped and whose measure is complete, each with its path."""
    for path, objective in standing(plan):
        if objective.measure is not None and (found := _complete(objective.measure)) is not None:
            yield path, objective, found


def _complete(measure: Measure) -> Measured | None:
    name, unit, baseline, target, due = measure.name, measure.unit, measure.baseline, measure.target, measure.due
    if not name or not unit or baseline is None or target is None or due is None:
        return None
    return Measured(name, unit, baseline, target, due, _way(baseline, target, measure.direction), measure.readings)


def _way(baseline: Decimal, target: Decimal, written: Direction | None) -> Direction | None:
    if target == baseline:
        return written if written is Direction.HOLD else None
    way = Direction.UP if target > baseline else Direction.DOWN
    return way if written in {None, way} else None


def _exponent(figure: Decimal) -> int:
    exponent = figure.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
