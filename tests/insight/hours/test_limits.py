from __future__ import annotations

import pytest

from clientplan.checks.registry import registered
from clientplan.insight.hours import allocate, by_phase, fit, prefilled
from clientplan.insight.hours.limits import FLOORS
from clientplan.plan.words import Phase


def test_floor_and_ceiling_of_each_phase() -> None:
    floor, ceiling = by_phase([*Phase, None], [4, 6, 2, 6])
    assert floor.tolist() == [2, 1, 2, 1]
    assert ceiling.tolist() == [12, 12, 4, 12]
    assert (by_phase([Phase.BUILD], [4], times=12)[0] == 24).all()


def test_a_client_without_hours_may_get_some() -> None:
    floor, ceiling = by_phase([Phase.BUILD, Phase.EROSION], [0, 0])
    assert (ceiling > floor).all()


def test_floors_are_those_that_plans_are_checked_for() -> None:
    thresholds = {one.name: one.default for one in registered()["CP801"].thresholds}
    assert {f"floor_{phase}": hours for phase, hours in FLOORS.items()} == {
        name: thresholds[name] for name in thresholds if name.startswith("floor_")
    }


def test_an_optimum_no_longer_starves_a_client_in_build() -> None:
    judged = [prefilled(phase) for phase in Phase]
    responses = [fit(one.none, one.half, one.half_more, one.saturation) for one in judged]
    alone = allocate(responses, [1, 40, 30], [4, 6, 2], 10)
    floor, ceiling = by_phase(list(Phase), [4, 6, 2])
    held = allocate(responses, [1, 40, 30], [4, 6, 2], 10, floor=floor, ceiling=ceiling)
    assert alone.hours[0] == 0
    assert held.hours[0] == pytest.approx(2)
