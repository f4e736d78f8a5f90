"""Books without ceilings, whose tables begin narrow."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from clientplan.errors import HoursRefused
from clientplan.insight.hours import Response, allocate, wide


@pytest.mark.parametrize("seed", range(40))
def test_a_narrow_table_gives_what_the_whole_one_gives(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = np.random.default_rng(seed)
    count, budget = int(chance.integers(1, 9)), int(chance.integers(1, 200))
    shapes = chance.uniform((0, 1.05, 0.3, 0.2), (0.8, 4, 6, 4), (count, 4)).tolist()
    responses = [Response(*shape) for shape in shapes]
    weights = chance.lognormal(3, 1, count) * chance.choice([-1, 0, 1, 1, 1], count)
    whole = allocate(responses, weights, 5, budget)
    monkeypatch.setattr(wide, "_NARROW", 20)
    narrow = allocate(responses, weights, 5, budget)
    assert narrow.value == pytest.approx(whole.value, rel=1e-12)
    assert narrow.bound >= narrow.value


def test_thousands_of_clients_need_no_ceilings(judged: Callable[..., list[Response]]) -> None:
    chance = np.random.default_rng(1)
    best = allocate(judged(chance, 3_000), chance.lognormal(3, 1, 3_000), 5, 15_000)
    assert best.hours.sum() == 15_000
    assert best.gap == 0


def test_more_hours_than_can_be_used_are_refused_where_the_table_would_fill_the_memory(
    judged: Callable[..., list[Response]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wide, "MOST_CELLS", 20_000)
    monkeypatch.setattr("clientplan.insight.hours.levels.MOST_CELLS", 20_000)
    monkeypatch.setattr(wide, "_NARROW", 2_000)
    with pytest.raises(HoursRefused, match="give each client a ceiling"):
        allocate(judged(np.random.default_rng(1), 50), 1, 5, 1_000_000)
