"""The curve against worked figures: a case with three phases, and those of the CALLPLAN tutorial."""

from __future__ import annotations

from itertools import product, takewhile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientplan.checks.response import Response, response

CASES = {
    # judgments: none, half, half more, saturation; then c and d
    "A maintenance": ((0.55, 0.80, 1.05, 1.10), 2.12389, 0.22222),
    "B build": ((0.10, 0.35, 1.80, 3.00), 2.63692, 2.22222),
    "C erosion": ((0.40, 0.70, 1.15, 1.45), 1.61255, 0.75),
    "north": ((0.20, 0.62, 1.30, 1.50), 2.611898, 0.625),
    "south": ((0.30, 0.70, 1.15, 1.40), 1.630249, 0.571429),
}


def curve(name: str) -> Response:
    made = response(*CASES[name][0])
    assert made is not None
    return made


@pytest.mark.parametrize("name", CASES)
def test_c_and_d(name: str) -> None:
    _, c, d = CASES[name]
    assert curve(name).c == pytest.approx(c, abs=6e-6)
    assert curve(name).d == pytest.approx(d, abs=6e-6)


@pytest.mark.parametrize("name", CASES)
def test_none_today_and_saturation_are_met(name: str) -> None:
    none, _, _, saturation = CASES[name][0]
    assert curve(name).at(0) == none
    assert curve(name).at(1) == pytest.approx(1)
    assert curve(name).at(1e-300) == pytest.approx(none)
    assert curve(name).at(1e9) == pytest.approx(saturation)


def test_north_says_less_for_half_than_was_judged() -> None:
    assert curve("north").at(0.5) == pytest.approx(0.470, abs=5e-4)


@pytest.mark.parametrize(("split", "worth"), [((6, 4, 2), 60.0), ((3, 6, 3), 65.4396), ((7, 0, 5), 57.6531)])
def test_twelve_hours_over_three_clients(split: tuple[int, ...], worth: float) -> None:
    assert _worth(split) == pytest.approx(worth, abs=5e-5)


@pytest.mark.parametrize(("hours", "best"), [(8, (0, 6, 2)), (12, (3, 6, 3)), (16, (4, 8, 4)), (20, (6, 10, 4))])
def test_the_best_split_is_that_of_the_case(hours: int, best: tuple[int, ...]) -> None:
    splits = [split for split in product(range(hours + 1), repeat=3) if sum(split) == hours]
    assert max(splits, key=_worth) == best


def _worth(split: tuple[int, ...]) -> float:
    names = takewhile(lambda name: name != "north", CASES)
    return sum(
        result * curve(name).at(hours / now)
        for name, hours, now, result in zip(names, split, (6, 4, 2), (30, 10, 20), strict=True)
    )


def test_five_and_three_calls_are_best_in_the_tutorial() -> None:
    def worth(north: int, south: int) -> float:
        return 60 * 0.4 * curve("north").at(north / 4) + 50 * 0.3 * curve("south").at(south / 4)

    assert worth(4, 4) == pytest.approx(39)
    assert worth(5, 3) == pytest.approx(41.0527, abs=5e-5)
    assert worth(3, 5) == pytest.approx(34.5291, abs=5e-5)


judgments = st.floats(0, 1e30)


@given(st.tuples(judgments, judgments, judgments, judgments), st.floats(0, 1e300))
def test_a_curve_stays_between_none_and_saturation(judged: tuple[float, ...], hours: float) -> None:
    found = response(*judged)
    none, half, half_more, saturation = judged
    assert (found is not None) is (none < half < 1 < half_more < saturation)
    if found is not None:
        assert none <= found.at(hours) <= saturation * (1 + 1e-9)


@given(st.floats(0, 0.49), st.floats(0.5, 0.99), st.floats(1.01, 2), st.floats(2.01, 1e30))
def test_a_curve_rises(none: float, half: float, half_more: float, saturation: float) -> None:
    found = response(none, half, half_more, saturation)
    assert found is not None
    assert found.c > 0
    assert none <= found.at(0.5) <= found.at(1) <= found.at(1.5) <= saturation * (1 + 1e-9)
