"""Logistic regression whose weights are drawn towards given ones."""

from __future__ import annotations

import numpy as np

from clientplan.insight.order_book import Real

STEPS = 40
SMALL = 1e-10


def ridge(signals: Real, happened: Real, towards: Real, pull: Real) -> Real:
    """The weights at which likelihood and closeness to `towards` balance, by Newton's method.

    le Cessie and van Houwelingen, Ridge estimators in logistic regression, Applied Statistics 41(1), 1992, with the
    penalty around given weights instead of 0.

    Args:
        signals: shape (precedents, signals).
        happened: 0 or 1, shape (precedents,).
        towards: the weights without any precedent, shape (signals,).
        pull: how many units of information `towards` is worth, above 0, shape (signals,).

    Returns:
        Shape (signals,).
    """
    weights = towards.astype(float)
    for _ in range(STEPS):
        chance = logistic(signals @ weights)
        slope = signals.T @ (happened - chance) - pull * (weights - towards)
        bend = (signals.T * (chance * (1 - chance))) @ signals + np.diag(pull)
        step = np.linalg.solve(bend, slope)
        size = np.abs(step).max()
        weights += step / max(1.0, size)  # a step of Newton's over the flat ends would leap past
        if size < SMALL:
            break
    return weights


def logistic(log_odds: Real) -> Real:
    """The chance at log odds, without overflow."""
    chance: Real = 0.5 * (1 + np.tanh(0.5 * log_odds))
    return chance
