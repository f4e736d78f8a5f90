from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientplan.insight.risk.calibration import calibrated
from clientplan.insight.risk.ridge import logistic, ridge


def sample(seed: int, rows: int = 400) -> tuple[np.ndarray, np.ndarray]:
    chance = np.random.default_rng(seed)
    signals = np.column_stack([np.ones(rows), chance.normal(size=(rows, 3))])
    return signals, (chance.random(rows) < logistic(signals @ [-1.0, 2.0, 0.0, -0.5])).astype(float)


@given(st.integers(0, 10_000), st.sampled_from([0.1, 30.0, 3_000.0]))
def test_at_the_weights_likelihood_and_pull_balance(seed: int, strength: float) -> None:
    signals, happened = sample(seed, rows=60)
    towards, pull = np.array([0.3, -0.2, 1.0, 0.0]), np.full(4, strength)
    weights = ridge(signals, happened, towards, pull)
    slope = signals.T @ (happened - 1 / (1 + np.exp(-signals @ weights))) - pull * (weights - towards)
    np.testing.assert_allclose(slope, 0, atol=1e-6)


def test_without_precedents_the_weights_are_those_given() -> None:
    given = np.array([0.5, -2.0])
    np.testing.assert_allclose(ridge(np.empty((0, 2)), np.empty(0), given, np.ones(2)), given)


def test_a_strong_pull_holds_and_a_weak_one_follows_the_book() -> None:
    signals, happened = sample(1, rows=20_000)
    np.testing.assert_allclose(ridge(signals, happened, np.zeros(4), np.full(4, 1e9)), 0, atol=1e-4)
    found = ridge(signals, happened, np.zeros(4), np.full(4, 1e-3))
    np.testing.assert_allclose(found, [-1.0, 2.0, 0.0, -0.5], atol=0.1)


def test_precedents_that_part_cleanly_do_no_harm() -> None:
    signals = np.column_stack([np.ones(40), np.r_[np.full(20, -9.0), np.full(20, 9.0)]])
    weights = ridge(signals, np.r_[np.zeros(20), np.ones(20)], np.zeros(2), np.array([1e-6, 1.0]))
    assert np.isfinite(weights).all()
    assert weights[1] > 0


def test_chances_neither_overflow_nor_leave_their_bounds() -> None:
    assert logistic(np.array([-1e6, 0.0, 1e6])).tolist() == [0.0, 0.5, 1.0]


def test_a_score_that_told_is_turned_into_the_chance_it_meant() -> None:
    chance = np.random.default_rng(2)
    score = chance.normal(3, 2, 20_000)
    happened = (chance.random(20_000) < logistic(0.8 * score - 4)).astype(float)
    line = calibrated(score, happened)
    np.testing.assert_allclose(line.chance(np.array([1.0, 5.0])), logistic(np.array([-3.2, 0.0])), atol=0.02)


def test_a_score_that_told_nothing_leaves_the_base_rate() -> None:
    chance = np.random.default_rng(3)
    score, happened = chance.normal(size=3_000), (chance.random(3_000) < 0.2).astype(float)
    risk = calibrated(score, happened).chance(score)
    assert risk.mean() == pytest.approx(happened.mean(), abs=0.002)
    assert risk.std() < 0.02


def test_a_score_that_told_the_opposite_claims_nothing() -> None:
    score = np.linspace(-1, 1, 400)
    risk = calibrated(score, (score < -0.6).astype(float)).chance(score)
    np.testing.assert_allclose(risk, 0.2, atol=1e-4)


def test_scores_that_are_all_alike_are_the_base_rate() -> None:
    np.testing.assert_allclose(calibrated(np.ones(10), np.r_[1.0, np.zeros(9)]).chance(np.ones(2)), 0.1, atol=1e-4)
