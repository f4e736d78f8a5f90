"""Objectives: an end with a measure, standing on a rung of the ladder outcome <- performance <- process."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator

from clientplan.plan.value import Day, Ident, Line, Number, Text, Value, shared
from clientplan.plan.words import Area, Direction, Level, Progress


class Reading(Value):
    """A dated value of a measure."""

    when: Day = shared()
    value: Number = shared()
    note: Line | None = None


def _by_date(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    return tuple(sorted(readings, key=lambda reading: reading.when))


class Measure(Value):
    """How we know: name, unit, from baseline to target, by when. An ISO currency as unit makes the values money."""

    name: Line | None = shared(None)
    unit: Line | None = shared(None, description="%, days, points, or a currency such as EUR")
    baseline: Number | None = shared(None)
    target: Number | None = shared(None)
    due: Day | None = shared(None)
    direction: Direction | None = shared(
        None, description="Only needed where it can't be seen from baseline and target"
    )
    readings: Annotated[tuple[Reading, ...], AfterValidator(_by_date)] = shared(())

    @property
    def latest(self) -> Reading | None:
        return self.readings[-1] if self.readings else None

    @property
    def way(self) -> Direction | None:
        """The direction as written, else the one that baseline and target show; None while one of them is open."""
        if self.direction is not None or self.baseline is None or self.target is None:
            return self.direction
        if self.target == self.baseline:
            return Direction.HOLD
        return Direction.UP if self.target > self.baseline else Direction.DOWN

    @property
    def progress(self) -> Decimal | None:
        """The part of the way from baseline to target that the latest reading has gone: 0 at baseline, 1 at target.

        May be below 0 or above 1. None without a reading, or where there is no way to go (baseline equals target).
        """
        latest = self.latest
        if latest is None or self.baseline is None or self.target is None or self.target == self.baseline:
            return None
        return (latest.value - self.baseline) / (self.target - self.baseline)


class Objective(Value):
    id: Ident = shared()
    words: Text | None = shared(None, description="The objective in one sentence")
    level: Level | None = shared(None)
    area: Area | None = shared(None)
    serves: Ident | None = shared(None, description="The id of the objective above it on the ladder")
    measure: Measure | None = shared(None)
    status: Progress = shared(Progress.NOT_STARTED)
    internal: bool = shared(default=False, description="true keeps it, and its actions, out of the client edition")
    note: Text | None = None

    @property
    def open(self) -> bool:
        return self.status not in {Progress.REACHED, Progress.DROPPED}

    @property
    def due(self) -> date | None:
        """The day by which its measure is to be where it should."""
        return self.measure.due if self.measure else None
