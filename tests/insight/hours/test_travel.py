from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from clientplan.errors import HoursRefused
from clientplan.insight.hours import Allocation, Response, Travel, allocate

LEVELS = 4


def by_every_use(
    worth: list[list[float]], steps: np.ndarray, floor: np.ndarray, budget: float, travel: Travel
) -> float:
    best = -np.inf
    for calls in product(range(LEVELS + 1), repeat=len(worth)):
        hours = np.array(calls) * steps
        trips = {
            area: max(call for call, at in zip(calls, travel.areas, strict=True) if at == area) for area in travel.areas
        }
        on_way = sum(travel.hours.get(area, 0) * count for area, count in trips.items())
        if (hours < floor).any() or hours.sum() + on_way > budget + 1e-9:
            continue
        cost = travel.periods * sum(travel.cost.get(area, 0) * count for area, count in trips.items())
        best = max(best, sum(row[call] for row, call in zip(worth, calls, strict=True)) - cost)
    return best


@pytest.mark.parametrize("seed", range(60))
def test_equal_to_trying_every_use(seed: int) -> None:
    chance = np.random.default_rng(seed)
    count, budget = int(chance.integers(1, 5)), float(chance.integers(8, 16))
    shapes = chance.uniform((0, 1.05, 0.5, 0.2), (0.8, 4, 6, 4), (count, 4)).tolist()
    responses = [Response(*shape) for shape in shapes]
    weights, now, steps = chance.lognormal(3, 1, count), chance.integers(1, 5, count), chance.choice([0.5, 1, 2], count)
    floor = np.where(chance.random(count) < 0.3, steps, 0.0)
    travel = Travel(
        [str(area) for area in chance.choice(["north", "south"], count)],
        cost={"north": float(chance.uniform(0, 8)), "south": 2.0},
        hours={"north": float(chance.choice([0, 0.5, 0.3]))},
        periods=float(chance.choice([1, 2])),
    )
    best = allocate(responses, weights, now, budget, floor=floor, ceiling=LEVELS * steps, step=steps, travel=travel)
    worth = [
        (weight * response(np.arange(LEVELS + 1) * step / at)).tolist()
        for response, weight, step, at in zip(responses, weights, steps, now, strict=True)
    ]
    assert best.value == pytest.approx(by_every_use(worth, steps, floor, budget, travel), rel=1e-12)
    assert best.bound >= best.value
    assert best.bound == pytest.approx(best.value, rel=0.2)
    calls = np.rint(best.hours / steps)
    assert best.trips == {
        area: int(max(call for call, at in zip(calls, travel.areas, strict=True) if at == area))
        for area in travel.areas
    }


def shared(three: list[Response], travel: Travel, **changes: object) -> Allocation:
    asked = {"responses": three, "weights": [30, 10, 20], "now_hours": [6, 4, 2], "budget": 12, **changes}
    return allocate(**asked, travel=travel)  # type: ignore[arg-type]


def test_free_travel_changes_nothing(three: list[Response]) -> None:
    found = shared(three, Travel(["a", "b", "b"]))
    assert found.hours.tolist() == [3, 6, 3]
    assert found.trips == {"a": 3, "b": 6}
    assert allocate(three, [30, 10, 20], [6, 4, 2], 12).trips is None


def test_hours_on_the_way_are_part_of_the_budget(three: list[Response]) -> None:
    found = shared(three, Travel(["a", "b", "c"], hours={"b": 0.5}))
    assert found.hours.sum() + 0.5 * found.trips["b"] <= 12  # type: ignore[index]
    assert found.value < 65.4396


def test_clients_that_share_a_trip_share_its_cost(three: list[Response]) -> None:
    apart = shared(three, Travel(["a", "b", "c"], cost={"a": 1, "b": 1, "c": 1}))
    together = shared(three, Travel(["a", "a", "a"], cost={"a": 1}))
    assert together.value > apart.value


def test_floors_and_the_trips_to_them_must_fit(three: list[Response]) -> None:
    with pytest.raises(HoursRefused, match="need 3 hours more than there are"):
        shared(three, Travel(["a", "b", "c"], hours={"a": 1, "b": 1, "c": 1}), floor=3, budget=15)
    with pytest.raises(HoursRefused, match="too few"):
        shared(three, Travel(["a", "b", "c"]), floor=5)


def test_too_many_to_be_exact_are_refused(three: list[Response]) -> None:
    with pytest.raises(HoursRefused, match="too many to work out with travel"):
        shared(three, Travel(["a", "b", "c"]), budget=2_000)


@pytest.mark.parametrize("travel", [Travel(["a"]), Travel(["a", "b", "c"], cost={"a": -1})])
def test_travel_that_does_not_fit_is_our_own_mistake(three: list[Response], travel: Travel) -> None:
    with pytest.raises(ValueError):
        shared(three, travel)
