from __future__ import annotations

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientplan.insight.drift import cusum, drift, usual_swing

CASE = [101, 99, 102, 98, 97, 96, 96, 95, 95, 94, 94, 93]  # a plan of 100 a month, never under 95 % of it to date
MONTHS = [date(2026, month, 1) for month in range(1, 13)]
SHORTFALLS = st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=30)


def test_the_year_that_stays_green_on_a_traffic_light() -> None:
    found = drift(MONTHS, [100] * 12, CASE, swing=2)
    assert found.sums == (0, 0, 0, 0.5, 1.5, 3, 4.5, 6.5, 8.5, 11, 13.5, 16.5)
    assert (found.since, found.alarm) == (date(2026, 4, 1), date(2026, 7, 1))
    assert (found.trend.s, round(found.trend.variance, 3), round(found.trend.z, 4)) == (-59, 209.667, -4.0056)
    assert round(found.slope, 4) == -0.6667
    assert found.steady
    attained = [sum(CASE[:at]) / (100 * at) for at in range(1, 13)]
    assert min(attained) > 0.95


def test_its_swing_told_from_itself_finds_it_too() -> None:
    found = drift(MONTHS, [100] * 12, CASE)
    assert found.swing == pytest.approx(14 / 11 * 0.886227, abs=1e-6)  # steps: 2 3 4 1 1 0 1 0 1 0 1
    assert found.since == date(2026, 4, 1)
    assert found.alarm == date(2026, 6, 1)


def test_a_run_that_came_back_to_nothing_is_over() -> None:
    found = drift(MONTHS[:7], [10] * 7, [4, 4, 10, 20, 20, 8, 9], swing=1)
    assert found.sums[:2] == (5.5, 11)
    assert found.sums[4] == 0
    assert (found.since, found.alarm) == (date(2026, 6, 1), None)


def test_an_alarm_that_was_passed_again_downwards_no_longer_stands() -> None:
    found = drift(MONTHS[:4], [10] * 4, [5, 10, 10, 10], swing=1)
    assert found.sums == (4.5, 4, 3.5, 3)
    assert (found.since, found.alarm) == (date(2026, 1, 1), None)


def test_allowance_and_alarm_are_limits_to_set() -> None:
    found = drift(MONTHS[:3], [10] * 3, [8, 8, 8], swing=1, allowance=1, alarm=2)
    assert (found.sums, found.alarm) == ((1, 2, 3), date(2026, 3, 1))


def test_one_wild_value_does_not_hide_the_swing() -> None:
    steady = [1.0, -1, 1, -1, 1, -1, 1, -1, 1, -1]
    assert usual_swing(steady) == pytest.approx(2 / 0.953873)
    wild = usual_swing([*steady[:5], 6.0, *steady[5:]])
    assert wild is not None
    assert wild < 1.6 * 2 / 0.953873  # the standard deviation of these is twice as large


@pytest.mark.parametrize("values", [[], [1.0, 2, 1, 2], [3.0] * 9], ids=["none", "four", "all alike"])
def test_where_no_swing_can_be_told_nothing_is_judged(values: list[float]) -> None:
    found = drift(MONTHS[: len(values)], [5.0] * len(values), values)
    assert (found.swing, found.sums, found.since, found.alarm) == (None, (), None, None)


def test_what_cannot_be_a_series_is_refused() -> None:
    with pytest.raises(ValueError, match="3 days for 2 values"):
        drift(MONTHS[:3], [1, 1], [1, 1])
    with pytest.raises(ValueError, match="above 0"):
        drift(MONTHS[:2], [1, 1], [1, 1], swing=0)


@given(SHORTFALLS, st.floats(0.1, 1e3))
def test_the_sum_is_the_largest_of_all_runs_that_end_here(shortfalls: list[float], swing: float) -> None:
    found = cusum(shortfalls, swing)
    for at in range(len(shortfalls)):
        runs = [sum(short / swing - 0.5 for short in shortfalls[first : at + 1]) for first in range(at + 1)]
        assert found[at] == pytest.approx(max(0.0, *runs), abs=1e-6, rel=1e-9)


@given(st.lists(st.integers(-1000, 1000), min_size=5, max_size=20), st.sampled_from([0.5, 2, 1024]))
def test_the_unit_changes_nothing(actual: list[int], unit: float) -> None:
    days = [date.fromordinal(700_000 + at) for at in range(len(actual))]
    one = drift(days, [0] * len(actual), actual)
    other = drift(days, [0] * len(actual), [unit * value for value in actual])
    assert (one.since, one.alarm) == (other.since, other.alarm)
    assert one.sums == pytest.approx(other.sums)


def test_of_steady_years_one_in_twenty_goes_off_and_a_drift_of_a_swing_nearly_always_does() -> None:
    chance = Random(4)
    years = [[chance.gauss(0, 1) for _ in range(12)] for _ in range(2000)]
    falling = [[value - max(0, at - 2) * 0.35 for at, value in enumerate(year)] for year in years]

    def share(series: list[list[float]]) -> float:
        return sum(drift(MONTHS, [0] * 12, year).alarm is not None for year in series) / len(series)

    assert share(years) < 0.06
    assert share(falling) > 0.9
