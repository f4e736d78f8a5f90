from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from clientplan.plan.objective import Measure, Objective
from clientplan.plan.words import Direction, Progress

READINGS = [{"when": "2026-06-30", "value": 5}, {"when": "2026-03-31", "value": 6}]


def test_readings_stand_by_date() -> None:
    measure = Measure(readings=READINGS)
    assert [reading.when.month for reading in measure.readings] == [3, 6]
    assert measure.latest is not None
    assert (measure.latest.when, measure.latest.value) == (date(2026, 6, 30), 5)
    assert Measure().latest is None


@pytest.mark.parametrize(
    ("baseline", "target", "written", "way"),
    [
        (7, 3, None, Direction.DOWN),
        (3, 7, None, Direction.UP),
        (3, 3, None, Direction.HOLD),
        (7, 3, Direction.HOLD, Direction.HOLD),
        (None, 3, None, None),
        (3, None, None, None),
        (None, 3, Direction.UP, Direction.UP),
    ],
)
def test_the_way_to_go(
    baseline: int | None, target: int | None, written: Direction | None, way: Direction | None
) -> None:
    assert Measure(baseline=baseline, target=target, direction=written).way is way


@pytest.mark.parametrize(
    ("baseline", "target", "progress"),
    [(7, 3, "0.5"), (3, 7, "0.5"), (5, 9, "0"), (9, 5, "1"), (4, 0, "-0.25"), (0, 4, "1.25"), (7, 7, None)],
)
def test_progress_is_the_part_of_the_way_gone(baseline: int, target: int, progress: str | None) -> None:
    measure = Measure(baseline=baseline, target=target, readings=READINGS)
    assert measure.progress == (None if progress is None else Decimal(progress))


def test_there_is_no_progress_without_a_reading_or_a_way() -> None:
    assert Measure(baseline=7, target=3).progress is None
    assert Measure(baseline=7, readings=READINGS).progress is None
    assert Measure(target=7, readings=READINGS).progress is None


def test_reached_and_dropped_objectives_are_no_longer_open() -> None:
    closed = {status for status in Progress if not Objective(id="o1", status=status).open}
    assert closed == {Progress.REACHED, Progress.DROPPED}
