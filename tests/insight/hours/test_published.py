"""Worked examples, to all their digits."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from clientplan.insight.hours import Response, allocate, fit

THREE = ((30, 6), (10, 4), (20, 2))  # result and hours today


def hour_by_hour(worth: list[Callable[[float], float]], budget: int, step: int = 1) -> tuple[list[int], float]:
    """The next hour where it helps most, again and again."""
    hours = [0] * len(worth)
    for _ in range(budget // step):
        gains = [one(at + step) - one(at) for one, at in zip(worth, hours, strict=True)]
        hours[gains.index(max(gains))] += step
    return hours, sum(one(at) for one, at in zip(worth, hours, strict=True))


def worth_of(responses: list[Response], known: tuple[tuple[float, float], ...]) -> list[Callable[[float], float]]:
    return [
        lambda x, response=response, result=result, now=now: result * response(x / now)
        for response, (result, now) in zip(responses, known, strict=True)
    ]


@pytest.mark.parametrize(("client", "c", "d"), [(0, 2.12389, 0.22222), (1, 2.63692, 2.22222), (2, 1.61255, 0.75000)])
def test_three_phases_are_fitted(three: list[Response], client: int, c: float, d: float) -> None:
    assert (round(three[client].c, 5), round(three[client].d, 5)) == (c, d)


@pytest.mark.parametrize(
    ("budget", "hours", "value", "by_the_hour", "value_by_the_hour"),
    [
        (8, [0, 6, 2], 53.9505, [4, 0, 4], 53.1782),
        (12, [3, 6, 3], 65.4396, [7, 0, 5], 57.6531),
        (16, [4, 8, 4], 74.5446, [9, 0, 7], 59.6833),
        (20, [6, 10, 4], 80.0637, [9, 3, 8], 65.0718),
    ],
)
def test_three_phases_share_hours(
    three: list[Response],
    budget: int,
    hours: list[int],
    value: float,
    by_the_hour: list[int],
    value_by_the_hour: float,
) -> None:
    best = allocate(three, [30, 10, 20], [6, 4, 2], budget)
    assert best.hours.tolist() == hours
    assert round(best.value, 4) == value
    greedy, worth = hour_by_hour(worth_of(three, THREE), budget)
    assert greedy == by_the_hour
    assert round(worth, 4) == value_by_the_hour


def test_three_phases_are_worth_sixty_today(three: list[Response]) -> None:
    held = allocate(three, [30, 10, 20], [6, 4, 2], 12, floor=[6, 4, 2])
    assert held.hours.tolist() == [6, 4, 2]
    assert round(held.value, 3) == 60.000


def logarithms() -> list[Callable[[np.ndarray], np.ndarray]]:
    return [lambda x, a=a, b=b: a * np.log(1 + x / b) for a, b in ((120, 10), (60, 10), (30, 5))]


def test_concave_responses_are_shared_as_by_hand() -> None:
    best = allocate(logarithms(), 1, 1, 40, step=1 / 7)
    assert best.hours == pytest.approx([27.142857, 8.571429, 4.285714], abs=5e-7)
    assert round(best.value, 6) == 213.175895


@pytest.mark.parametrize("step", [1, 0.5, 0.1, 0.01, 0.001])
def test_a_finer_step_comes_nearer(step: float) -> None:
    best = allocate(logarithms(), 1, 1, 40, step=step)
    assert best.hours == pytest.approx([190 / 7, 60 / 7, 30 / 7], abs=step)
    assert 213.175895 - 0.05 * step <= best.value <= 213.1758955


def test_two_territories_get_calls_of_two_hours() -> None:
    north, south = fit(0.2, 0.62, 1.30, 1.50), fit(0.3, 0.70, 1.15, 1.40)
    assert (round(north.d, 3), round(north.c, 6)) == (0.625, 2.611898)
    assert (round(south.d, 6), round(south.c, 6)) == (0.571429, 1.630249)
    assert {one.judgment: round(one.fitted, 3) for one in north.misfit}["half"] == 0.470
    weights, hours = (60 * 0.4, 50 * 0.3), (8, 8)
    best = allocate([north, south], weights, hours, 16, step=2)
    assert (best.hours / 2).tolist() == [5, 3]
    assert round(best.value, 4) == 41.0527
    assert round(allocate([north, south], weights, hours, 16, floor=8, step=2).value, 3) == 39.000
    worth = worth_of([north, south], tuple(zip(weights, hours, strict=True)))
    calls, by_the_call = hour_by_hour(worth, 16, step=2)
    assert [hours / 2 for hours in calls] == [3, 5]
    assert round(by_the_call, 4) == 34.5291
