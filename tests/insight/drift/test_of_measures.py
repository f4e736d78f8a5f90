from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from clientplan.insight.drift import Drift, of_measure
from clientplan.plan.objective import Measure
from clientplan.plan.pace import expected

FIRST = date(2026, 1, 1)
AS_OF = date(2026, 12, 31)
FALLING = [{"when": FIRST + timedelta(days=14 * at), "value": 9 - at} for at in range(6)]


def measure(*readings: tuple[int, float], **fields: Any) -> Measure:
    """From 100 to 0 in a hundred days; each reading is a day of the plan and a value."""
    dated = [{"when": FIRST + timedelta(days=day), "value": value} for day, value in readings]
    wanted = {"name": "Leaks", "unit": "%", "baseline": 100, "target": 0, "due": FIRST + timedelta(days=100)}
    return Measure.model_validate({**wanted, "readings": dated, **fields})


def found(*readings: tuple[int, float], as_of: date = AS_OF, **fields: Any) -> Drift:
    drift = of_measure(measure(*readings, **fields), FIRST, as_of)
    assert drift is not None
    return drift


def test_readings_are_held_against_the_pace_of_their_own_days() -> None:
    drift = found((3, 97), (10, 92), (40, 65), (41, 66), (90, 30))
    assert drift.shortfalls == (0, 2, 5, 7, 20)
    given = measure((3, 97), (10, 92), (40, 65), (41, 66), (90, 30))
    paces = [expected(given, FIRST, reading.when) for reading in given.readings]
    assert drift.shortfalls == tuple(
        float(reading.value - (pace or 0)) for reading, pace in zip(given.readings, paces, strict=True)
    )


def test_the_other_way_up_says_the_same() -> None:
    down = found((3, 97), (10, 92), (40, 65), (41, 66), (90, 30))
    up = found((3, 3), (10, 8), (40, 35), (41, 34), (90, 70), baseline=0, target=100)
    assert (up.shortfalls, up.sums, up.alarm) == (down.shortfalls, down.sums, down.alarm)


def test_a_drift_is_told_with_its_days_and_figures() -> None:
    readings = [(10 * at, 100 - 10 * at + gap) for at, gap in enumerate([0, 1, 0, 2, 6, 9, 12, 15])]
    drift = found(*readings)
    assert drift.since == FIRST + timedelta(days=30)
    assert drift.alarm is not None
    assert drift.sentence == (
        "Leaks is drifting: 45 % on 12 March, where the pace was 30 %. It is short of the pace since 31 January "
        "(5 readings), since 2 March by more than its ups and downs explain, and falling away too steadily for "
        "chance. This says what has been, not what comes."
    )


def test_on_its_way_there_is_no_drift() -> None:
    readings = [(10 * at, 100 - 10 * at + gap) for at, gap in enumerate([0, -1, 1, -1, -2, 0])]
    assert found(*readings).sentence == (
        "Leaks: no drift, 50 % on 20 February, where the pace was 50 %. This says what has been, not what comes."
    )


def test_a_little_short_is_no_drift_so_far() -> None:
    readings = [(10 * at, 100 - 10 * at + gap) for at, gap in enumerate([0, -3, 2, -2, 3, 4])]
    assert found(*readings).sentence == (
        "Leaks: no drift so far. 54 % on 20 February, where the pace was 50 %; short of the pace since 10 February "
        "(2 readings), no more than its ups and downs explain. This says what has been, not what comes."
    )


def test_readings_outside_the_days_looked_at_do_not_count() -> None:
    readings = [(-5, 100), *((10 * at, 100 - 10 * at) for at in range(1, 7))]
    assert len(found(*readings, as_of=FIRST + timedelta(days=40)).days) == 4
    assert found(*readings[:4]).sentence == ("Leaks: too few readings to tell a drift from chance, 3 of at least 5.")


def test_a_running_total_that_lost_one_month_is_not_lost_for_good() -> None:
    values = [10, 20, 22, 32, 42, 52, 62, 72]  # one bad fortnight
    readings = [(10 * (at + 1), value) for at, value in enumerate(values)]
    up = {"baseline": 0, "target": 100, "unit": "trials"}
    assert found(*readings, **up).shortfalls == (0, 0, 8, 0, 0, 0, 0, 0)
    level = of_measure(measure(*readings, **up), FIRST, AS_OF, running_total=False)
    assert level is not None
    assert level.shortfalls == (0, 0, 8, 8, 8, 8, 8, 8)
    assert found(*readings, **up).alarm is None


@pytest.mark.parametrize(
    "fields",
    [
        {"unit": "%"},
        {"baseline": 5},
        {"readings": FALLING},
    ],
    ids=["per cent", "not from nothing", "goes back"],
)
def test_what_need_not_add_up_is_taken_as_a_level(fields: dict[str, Any]) -> None:
    readings = [(10 * at, 10.0 * at) for at in range(6)]
    given = measure(*readings, **{"baseline": 0, "target": 100, "unit": "trials", **fields})
    default, level = of_measure(given, FIRST, AS_OF), of_measure(given, FIRST, AS_OF, running_total=False)
    assert default is not None
    assert default == level


@pytest.mark.parametrize("sign", [1, -1])
def test_what_is_to_be_held_may_drift_either_way(sign: int) -> None:
    readings = [(10 * at, 50 + sign * gap) for at, gap in enumerate([0, 1, 0, 1, 4, 6, 8, 10])]
    drift = found(*readings, baseline=50, target=50)
    assert drift.alarm is not None
    assert drift.shortfalls[-1] == 10
    assert "where the pace was 50 %" in drift.sentence


@pytest.mark.parametrize(
    "fields",
    [{"baseline": None}, {"target": None}, {"due": None}, {"direction": "up"}, {"direction": "hold"}],
    ids=["no baseline", "no target", "no day", "the other way", "to be held elsewhere"],
)
def test_without_a_pace_there_is_nothing_to_drift_from(fields: dict[str, Any]) -> None:
    assert of_measure(measure(*((10 * at, 90) for at in range(6)), **fields), FIRST, AS_OF) is None
