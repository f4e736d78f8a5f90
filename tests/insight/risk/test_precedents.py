from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pandas as pd

from clientplan.insight.order_book import day_number, read
from clientplan.insight.risk.look import Look
from clientplan.insight.risk.model import learn
from clientplan.insight.risk.precedents import LOOKS, Precedents, precedents
from clientplan.insight.risk.prior import PRIOR

TODAY = date(2026, 1, 5)
LOOK = Look(day_number(TODAY))
Made = Callable[..., pd.DataFrame]


def steady(days: int, *, every: int = 14, stop: int = 0) -> list[tuple[object, object, object]]:
    """Orders of 100 from `days` ago until `stop` days ago."""
    return [("a", TODAY - timedelta(days=ago), 100.0) for ago in range(days, stop, -every)]


def test_a_look_has_ended_when_its_horizon_has(rows: Made) -> None:
    assert len(precedents(read(rows(*steady(364 + 181)), TODAY), LOOK).facts) == 0
    assert len(precedents(read(rows(*steady(364 + 182)), TODAY), LOOK).facts) == 1
    assert len(precedents(read(rows(*steady(364 + 182 + 91)), TODAY), LOOK).facts) == 2


def test_no_more_than_three_years_of_looks(rows: Made) -> None:
    assert len(precedents(read(rows(*steady(4_000)), TODAY), LOOK).facts) == LOOKS == 12


def test_who_stopped_has_eroded_and_fallen_silent(rows: Made) -> None:
    found = precedents(
        read(rows(*steady(364 + 182 + 91, stop=183), ("b", TODAY - timedelta(days=1), 1.0)), TODAY), LOOK
    )
    assert found.facts["happened"].tolist() == [True, False]  # the newest first
    assert found.active["happened"].tolist() == [True, False]


def test_half_of_the_pace_is_the_bound(rows: Made) -> None:
    def eroded(left: float) -> bool:
        lines = [("a", TODAY - timedelta(days=182 + 1 + 91 * quarter), 100.0) for quarter in range(4)]
        old = ("a", TODAY - timedelta(days=182 + 364), 0.01)
        after = ("a", TODAY - timedelta(days=50), left)
        return bool(precedents(read(rows(*lines, old, after), TODAY), LOOK).facts["happened"].iloc[0])

    assert [eroded(left) for left in (99.99, 100.0, 100.01)] == [True, False, False]


def test_a_young_book_has_too_few(trade: Made) -> None:
    def enough(clients: int) -> bool:
        return precedents(read(trade(clients=clients), TODAY), LOOK).enough

    assert [enough(clients) for clients in (5, 80)] == [False, True]


def test_precedents_that_tell_nothing_are_claimed_to_tell_nothing(trade: Made) -> None:
    found = precedents(read(trade(clients=300), TODAY), LOOK)
    chance = np.random.default_rng(5)

    def shuffled(table: pd.DataFrame) -> pd.DataFrame:
        return table.assign(happened=chance.permutation(table["happened"].to_numpy()))

    dealt = shuffled(found.facts)
    dealt_paced = found.paced.assign(happened=dealt["happened"].to_numpy())
    told = learn(found).risk(found.paced)
    untold = learn(replace(found, facts=dealt, paced=dealt_paced, active=shuffled(found.active))).risk(found.paced)
    assert told.std() > 0.1
    assert untold.std() < 0.03
    assert abs(untold.mean() - found.base_rate) < 0.005


def test_the_book_moves_the_prior_and_the_prior_holds(trade: Made) -> None:
    few, many = (precedents(read(trade(clients=clients), TODAY), LOOK) for clients in (20, 600))

    def moved(found: Precedents) -> float:
        return float(np.abs(learn(found).weights[1:] - PRIOR.weights[1:]).max())

    assert 0.001 < moved(few) < 0.1 < moved(many) < 1.5
