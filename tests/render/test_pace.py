from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from clientplan.plan.objective import Measure, Objective, Reading
from clientplan.plan.pace import expected
from clientplan.render.pace import behind_since, is_off

FIRST = date(2026, 1, 1)


def measure(*values: int, **fields: Any) -> Measure:
    """From 0 to 100 in a hundred days, with a reading every twenty-five days."""
    readings = [
        {"when": date.fromordinal(FIRST.toordinal() + 25 * at), "value": value} for at, value in enumerate(values)
    ]
    return Measure.model_validate(
        {"baseline": 0, "target": 100, "due": date(2026, 4, 11), "readings": readings, **fields}
    )


@pytest.mark.parametrize(
    ("day", "value"),
    [(date(2025, 12, 1), 0), (FIRST, 0), (date(2026, 1, 26), 25), (date(2026, 4, 11), 100), (date(2027, 1, 1), 100)],
)
def test_the_pace_is_a_straight_way_and_ends_at_the_target(day: date, value: int) -> None:
    assert expected(measure(), FIRST, day) == value


@pytest.mark.parametrize("gap", [{"baseline": None}, {"target": None}, {"due": None}, {"target": 0}, {"due": FIRST}])
def test_without_both_ends_there_is_no_pace(gap: dict[str, Any]) -> None:
    assert expected(measure(0, 0, **gap), FIRST, date(2026, 3, 1)) is None
    assert behind_since(measure(0, 0, 0, **gap), FIRST) is None


@pytest.mark.parametrize(
    ("values", "since"),
    [
        ((0, 25, 50), None),
        ((0, 15, 40), None),  # a tenth of the way is no delay
        ((0, 14, 39), date(2026, 1, 26)),
        ((0, 14, 50, 60), date(2026, 3, 17)),  # it had caught up
        ((0, 0, 0, 75), None),  # and has now
        ((), None),
    ],
)
def test_behind_since_the_first_of_the_readings_in_a_row(values: tuple[int, ...], since: date | None) -> None:
    assert behind_since(measure(*values), FIRST) == since


def test_downhill_is_the_other_way_round() -> None:
    falling = measure(100, 90, baseline=100, target=0)
    assert expected(falling, FIRST, date(2026, 1, 26)) == 75
    assert behind_since(falling, FIRST) == date(2026, 1, 26)
    assert behind_since(falling.replace(readings=(Reading(when=date(2026, 1, 26), value=Decimal(60)),)), FIRST) is None


@pytest.mark.parametrize(
    ("status", "late", "off"),
    [
        ("on track", False, False),
        ("on track", True, True),
        ("at risk", False, True),
        ("off track", False, True),
        ("reached", True, False),
        ("dropped", True, False),
    ],
)
def test_off_by_its_status_or_by_its_figures(status: str, *, late: bool, off: bool) -> None:
    figures = measure(0, 10) if late else measure(0, 25)
    assert is_off(Objective.model_validate({"id": "o1", "status": status, "measure": figures}), FIRST) is off
