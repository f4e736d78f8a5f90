from __future__ import annotations

from collections.abc import Callable
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clientplan.errors import HoursRefused
from clientplan.insight.hours import Response, allocate
from clientplan.insight.hours import exact as exactly

Made = Callable[[np.random.Generator, int], list[Response]]
SEEDS = st.integers(0, 2**32 - 1)


def small(seed: int, count: int) -> tuple[list[Response], np.ndarray, np.ndarray]:
    """Responses, weights and hours today."""
    chance = np.random.default_rng(seed)
    shapes = chance.uniform((0, 1.05, 0.5, 0.2), (0.8, 4, 6, 4), (count, 4)).tolist()
    return [Response(*shape) for shape in shapes], chance.lognormal(3, 1, count), chance.integers(1, 8, count)


@pytest.mark.parametrize("part", range(20))
def test_equal_to_dynamic_programming_over_all_hours(
    judged: Made, by_every_hour: Callable[..., float], part: int
) -> None:
    """50 books of up to 300 clients each, with floors, ceilings and steps of several hours."""
    chance = np.random.default_rng(part)
    methods = set()
    for number in range(50):
        count = int(chance.integers(1, 25)) if number else 300 - part
        responses, weights = judged(chance, count), chance.lognormal(3, 1, count)
        now, steps = chance.integers(0, 12, count), chance.integers(1, 4, count) if number % 2 else np.ones(count, int)
        floor = chance.integers(0, 3, count) * steps
        levels = chance.integers(0, 16, count)
        budget = int(floor.sum() + chance.uniform(0, 0.8) * (levels * steps).sum())
        best = allocate(
            responses, weights, now, budget, floor=floor, ceiling=floor + levels * steps, step=steps.astype(float)
        )
        worth = [
            (weight * response((low + np.arange(most + 1) * step) / (at or 1))).tolist()
            for response, weight, low, most, step, at in zip(responses, weights, floor, levels, steps, now, strict=True)
        ]
        most = by_every_hour(worth, steps.tolist(), budget - int(floor.sum()))
        assert best.value == pytest.approx(most, rel=1e-11)
        at_hours = [
            weight * response(hours / (at or 1))
            for response, weight, hours, at in zip(responses, weights, best.hours, now, strict=True)
        ]
        assert sum(at_hours) == pytest.approx(best.value, rel=1e-11)
        assert best.bound >= best.value
        assert best.hours.sum() <= budget
        assert (best.hours >= floor).all()
        assert (best.hours <= floor + levels * steps).all()
        assert ((best.hours / steps) % 1 == 0).all()
        methods.add(best.method)
    assert methods == {exactly.BOUND, exactly.DYNAMIC}


@given(SEEDS, st.integers(1, 8), st.integers(0, 30))
def test_no_use_of_the_budget_is_above_the_bound(seed: int, count: int, budget: int) -> None:
    responses, weights, now = small(seed, count)
    best = allocate(responses, weights, now, budget)
    random = np.random.default_rng(seed).multinomial(budget, np.full(count, 1 / count), size=20)
    for hours in random:
        worth = sum(
            weight * response(at / today)
            for response, weight, at, today in zip(responses, weights, hours, now, strict=True)
        )
        assert worth <= best.value + 1e-9
    assert best.bound >= best.value
    assert best.gap == 0


@given(SEEDS, st.integers(1, 8), st.integers(0, 30), st.floats(1e-6, 1e6))
def test_weights_in_another_unit_give_the_same_hours(seed: int, count: int, budget: int, unit: float) -> None:
    responses, weights, now = small(seed, count)
    one, other = (allocate(responses, weights * times, now, budget) for times in (1, unit))
    assert one.hours.tolist() == other.hours.tolist()
    assert other.value == pytest.approx(one.value * unit)


@given(SEEDS, st.integers(1, 8), st.integers(0, 30))
def test_the_order_of_clients_does_not_matter(seed: int, count: int, budget: int) -> None:
    responses, weights, now = small(seed, count)
    order = np.random.default_rng(seed).permutation(count)
    one = allocate(responses, weights, now, budget)
    other = allocate([responses[at] for at in order], weights[order], now[order], budget)
    assert other.hours.tolist() == one.hours[order].tolist()


@given(SEEDS, st.integers(1, 6), st.integers(1, 25))
def test_more_hours_are_never_worth_less(seed: int, count: int, budget: int) -> None:
    responses, weights, now = small(seed, count)
    fewer, more = (allocate(responses, weights, now, hours).value for hours in (budget - 1, budget))
    assert more >= fewer - 1e-12


@given(SEEDS, st.lists(st.lists(st.integers(-5, 5), min_size=3, max_size=3), min_size=1, max_size=4), st.integers(0, 8))
@settings(max_examples=200)
def test_any_table_of_results_can_be_shared_out(seed: int, rows: list[list[int]], budget: int) -> None:
    """Up and down, with ties, and with weights of any sign."""
    weights = np.random.default_rng(seed).integers(-2, 3, len(rows))
    best = allocate(np.array(rows, dtype=float), weights, 1, budget)
    uses = [use for use in product(range(3), repeat=len(rows)) if sum(use) <= budget]
    most = max(sum(int(weight) * row[at] for weight, row, at in zip(weights, rows, use, strict=True)) for use in uses)
    assert best.value == pytest.approx(most)
    assert allocate(rows, weights, 1, budget).hours.tolist() == best.hours.tolist()


def test_a_table_counts_its_columns_in_steps() -> None:
    best = allocate([[0, 5, 6, 6.5], [0, 1, 7, 9]], 1, 1, 6, floor=[2, 0], ceiling=[6, 4], step=2)
    assert best.hours.tolist() == [2, 4]
    assert best.value == 12


def test_clients_without_hours_today_are_judged_by_the_hour() -> None:
    def doubles(hours: np.ndarray) -> np.ndarray:
        return 2 * hours

    best = allocate([doubles, doubles], [1, 1], [0, 2], 3)
    assert best.hours.tolist() == [3, 0]
    assert best.value == 6


@pytest.mark.parametrize("weight", [0.0, -3.0])
def test_clients_that_bring_nothing_stay_at_their_floor(three: list[Response], weight: float) -> None:
    best = allocate(three, [30, weight, 20], [6, 4, 2], 40, floor=[0, 3, 0], ceiling=15)
    assert best.hours[1] == 3
    assert best.value == pytest.approx(30 * three[0](15 / 6) + weight * three[1](3 / 4) + 20 * three[2](15 / 2))


def test_one_client_gets_what_there_is(three: list[Response]) -> None:
    best = allocate(three[:1], [30], [6], 7.9)
    assert best.hours.tolist() == [7]
    assert allocate(three[:1], 30, 6, 0).hours.tolist() == [0]
    assert allocate(three[:1], 30, 6, 7.9, step=0.1).hours == pytest.approx([7.9])


def test_nobody_gets_nothing() -> None:
    best = allocate([], [], [], 5)
    assert (best.hours.tolist(), best.value, best.bound) == ([], 0, 0)


def test_a_ceiling_may_be_missing(three: list[Response]) -> None:
    best = allocate(three, [30, 10, 20], [6, 4, 2], 12, ceiling=[2, None, float("nan")])
    assert best.hours[0] == 2
    assert best.hours.sum() == 12


def test_whole_steps_between_floor_and_ceiling(three: list[Response]) -> None:
    best = allocate(three, [30, 10, 20], [6, 4, 2], 12, floor=[2.5, 1.2, 0], ceiling=[2.7, 7.9, 12])
    assert best.hours[0] == 2.5  # there is no whole hour between: it is held
    assert best.hours[1] in {2, 3, 4, 5, 6, 7}
    assert best.hours.sum() <= 12


def test_steps_of_parts_of_an_hour_share_a_unit(three: list[Response]) -> None:
    best = allocate(three, [30, 10, 20], [6, 4, 2], 12, step=[0.5, 0.75, 1 / 3])
    assert (np.abs(best.hours / [0.5, 0.75, 1 / 3] - np.round(best.hours / [0.5, 0.75, 1 / 3])) < 1e-9).all()
    assert 65.4 < best.value < 65.8
    assert best.hours.sum() <= 12 + 1e-9


def test_the_price_is_what_one_more_hour_brings() -> None:
    best = allocate([lambda x: 10 * np.log1p(x)] * 3, 1, 1, 30, step=0.1)
    more = allocate([lambda x: 10 * np.log1p(x)] * 3, 1, 1, 31, step=0.1)
    assert best.price == pytest.approx(more.value - best.value, rel=0.05)
    assert allocate([lambda x: -x], 1, 1, 5).price == 0


def test_a_budget_under_the_floors_says_by_how_much(three: list[Response]) -> None:
    with pytest.raises(HoursRefused, match=r"floors of 3 clients need 9 hours, and there are 6\.5: 2\.5 too few"):
        allocate(three, 1, 1, 6.5, floor=3)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"floor": [0, 5, 0], "ceiling": [9, 4, 9]}, r"client 2 \(5 and 4\)"),
        ({"weights": [1, float("nan"), float("nan")]}, "weights: client 2, 3 have no number"),
        ({"now_hours": [1, -1, 1]}, "now_hours: client 2 has no number"),
        ({"step": 0}, "step"),
        ({"budget": float("nan")}, "budget"),
        ({"responses": [lambda x: x, lambda x: x * np.nan, lambda x: x]}, "responses: client 2 has no result"),
        ({"responses": [[1, 2], [1, float("nan")], [0, 1]]}, "client 2 has no number"),
        ({"responses": [[1, 2]] * 3, "floor": 0.5, "ceiling": 0.7}, "whole steps"),
        ({"responses": [[1, 2]] * 3, "floor": 2}, "beyond the last column"),
    ],
)
def test_what_cannot_be_shared_out_is_told(three: list[Response], changes: dict[str, object], message: str) -> None:
    asked = {"responses": three, "weights": 1, "now_hours": 1, "budget": 20, **changes}
    with pytest.raises(HoursRefused, match=message):
        allocate(**asked)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "changes",
    [{"weights": [1, 2]}, {"floor": [1, 2, 3, 4]}, {"responses": [1.0, 2.0, 3.0]}, {"step": 1e-9}],
)
def test_lists_that_do_not_fit_are_our_own_mistake(three: list[Response], changes: dict[str, object]) -> None:
    asked = {"responses": three, "weights": 1, "now_hours": 1, "budget": 9, **changes}
    with pytest.raises(ValueError):
        allocate(**asked)  # type: ignore[arg-type]


def test_functions_without_ceilings_can_be_too_many() -> None:
    with pytest.raises(HoursRefused, match="give each client a ceiling"):
        allocate([lambda x: x] * 200, 1, 1, 100_000)


def test_where_the_work_is_too_much_the_bound_says_how_far(judged: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = np.random.default_rng(3)
    responses, weights = judged(chance, 150), chance.lognormal(3, 1, 150)
    proved = allocate(responses, weights, 7, 400)
    assert proved.method == exactly.DYNAMIC
    monkeypatch.setattr(exactly, "_MOST_WORK", 1)
    unproved = allocate(responses, weights, 7, 400)
    assert unproved.method == exactly.CORE
    assert unproved.value <= proved.value <= unproved.bound
    assert 0 < unproved.gap < 0.01


def test_a_core_that_grows_ends_at_the_same_hours(judged: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = np.random.default_rng(3)
    responses, weights = judged(chance, 150), chance.lognormal(3, 1, 150)
    proved = allocate(responses, weights, 7, 400)
    original, tries = exactly._improved, []

    def few_at_first(*given: object) -> object:
        tries.append(len(given[-1]))  # type: ignore[arg-type]
        return None if len(tries) in {1, 3} else original(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(exactly, "_FIRST", 2)
    monkeypatch.setattr(exactly, "_improved", few_at_first)
    grown = allocate(responses, weights, 7, 400)
    assert grown.value == pytest.approx(proved.value, rel=1e-12)
    assert tries[1] == 2


def test_tiny_steps_that_are_too_many_still_come_near_the_best(
    three: list[Response], monkeypatch: pytest.MonkeyPatch
) -> None:
    proved = allocate(three, [30, 10, 20], [6, 4, 2], 9, step=0.01)
    assert proved.method == exactly.DYNAMIC
    monkeypatch.setattr(exactly, "_MOST_WORK", 3_000_000)
    near = allocate(three, [30, 10, 20], [6, 4, 2], 9, step=0.01)
    assert near.method == exactly.CORE
    assert near.value == pytest.approx(proved.value, rel=1e-6)
    assert near.hours == pytest.approx(proved.hours, abs=0.05)
    assert near.hours.sum() <= 9
