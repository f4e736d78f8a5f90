from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from clientplan.plan.objective import Measure
from clientplan.render.sparkline import Point, sparkline

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


def drawn(**fields: Any) -> Any:
    return sparkline(Measure.model_validate(fields), FIRST, LAST)


def reading(day: str, value: int) -> dict[str, Any]:
    return {"when": day, "value": value}


def test_from_the_baseline_through_the_readings_beside_the_way_to_the_target() -> None:
    found = drawn(
        baseline=0, target=100, due="2026-04-11", readings=[reading("2026-01-26", 10), reading("2026-02-20", 40)]
    )
    assert found.line == (Point(0.0, 1.0), Point(0.25, 0.9), Point(0.5, 0.6))
    assert found.aim == (Point(0.0, 1.0), Point(1.0, 0.0))


def test_a_value_that_is_to_fall_falls() -> None:
    found = drawn(baseline=10, target=2, due="2026-04-11", readings=[reading("2026-02-20", 6)])
    assert found.line == (Point(0.0, 0.0), Point(0.5, 0.5))
    assert found.aim == (Point(0.0, 0.0), Point(1.0, 1.0))


def test_what_goes_beyond_the_way_stays_in_the_picture() -> None:
    found = drawn(
        baseline=0, target=10, due="2026-04-11", readings=[reading("2025-12-22", -5), reading("2026-05-21", 15)]
    )
    assert [(point.x, point.y) for point in found.line] == [(0.0, 1.0), (round(10 / 150, 4), 0.75), (1.0, 0.0)]
    assert all(0 <= part <= 1 for point in (*found.line, *found.aim) for part in (point.x, point.y))


def test_without_a_due_day_the_way_ends_with_the_plan() -> None:
    assert drawn(baseline=1, target=2).aim == (Point(0.0, 1.0), Point(1.0, 0.0))
    assert drawn(baseline=1, target=2).line == (Point(0.0, 1.0),)


def test_without_a_baseline_or_a_target_there_is_no_way_but_a_line() -> None:
    readings = [reading("2026-01-26", 1), reading("2026-02-20", 3)]
    assert drawn(target=5, readings=readings).aim is None
    assert drawn(baseline=0, readings=readings).line[-1] == Point(1.0, 0.0)


def test_what_never_changes_lies_in_the_middle() -> None:
    found = drawn(baseline=5, target=5, due="2026-04-11", readings=[reading("2026-02-20", 5)])
    assert {point.y for point in (*found.line, *found.aim)} == {0.5}


@pytest.mark.parametrize("fields", [{}, {"baseline": 1}, {"target": 1}, {"readings": [reading("2026-02-20", 5)]}])
def test_one_value_is_no_line(fields: dict[str, Any]) -> None:
    assert drawn(**fields) is None
