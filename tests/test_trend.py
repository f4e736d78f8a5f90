from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientplan.trend import MannKendall, mann_kendall, theil_sen

CASE = [101, 99, 102, 98, 97, 96, 96, 95, 95, 94, 94, 93]  # a plan of 100 a month, never under 95 % of it to date
FIGURES = st.lists(st.integers(-4, 4) | st.floats(-1e60, 1e60), max_size=12)


def test_the_year_that_stays_green_on_a_traffic_light() -> None:
    found = mann_kendall(CASE)
    assert found.s == -59
    assert found.variance == pytest.approx(209.667, abs=0.0005)
    assert found.z == pytest.approx(-4.0056, abs=0.00005)
    assert found.falling == pytest.approx(0.0000309, abs=0.0000001)
    assert theil_sen(CASE) == pytest.approx(-0.6667, abs=0.00005)


def test_the_other_way_round_it_rises() -> None:
    found = mann_kendall(CASE[::-1])
    assert (found.s, found.z) == (59, pytest.approx(4.0056, abs=0.00005))
    assert found.rising == mann_kendall(CASE).falling
    assert found.rising + found.falling == pytest.approx(1)


@pytest.mark.parametrize("values", [[], [7.0], [7, 7, 7, 7], [1, 2, 1]])
def test_where_nothing_moves_nothing_is_seen(values: list[float]) -> None:
    found = mann_kendall(values)
    assert (found.s, found.z, found.falling, found.rising) == (0, 0.0, 0.5, 0.5)
    assert theil_sen(values) == 0.0


def test_without_a_variance_there_is_no_score() -> None:
    assert MannKendall(3, 0.0).z == 0.0


def test_one_wild_month_does_not_turn_the_slope() -> None:
    assert theil_sen([10, 9, 8, 70, 6, 5, 4]) == -1.0


@given(FIGURES)
def test_is_the_count_of_all_pairs(values: list[float]) -> None:
    assert mann_kendall(values).s == sum((late > early) - (late < early) for early, late in combinations(values, 2))


@given(FIGURES)
def test_turned_upside_down_it_says_the_opposite(values: list[float]) -> None:
    found, turned = mann_kendall(values), mann_kendall([-value for value in values])
    assert (found.s, found.variance, found.rising) == (-turned.s, turned.variance, turned.falling)
