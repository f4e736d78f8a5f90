"""The ADBUDG curve that misses five judgments least: Levenberg-Marquardt within bounds, from the best of many starts.

Sources: Levenberg, A method for the solution of certain non-linear problems in least squares, 1944; Marquardt, An
algorithm for least-squares estimation of nonlinear parameters, 1963.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from clientplan.insight.hours.curve import part
from clientplan.insight.hours.judgments import Judgments

SATURATED_AT = 10.0  # times today's hours stand for all the hours that could do any good
_AT = np.array([0.0, 0.5, 1.0, 1.5, SATURATED_AT])
_LOG_AT = np.log(_AT[1:])
# The curve is moved by Z, S, ln c and ln h, where h = d^(1/c) are the hours that bring half of the way from Z to S:
# beside d, h is nearly free of c. Judgments that bend for ever, or at once, would send h and S beyond all numbers and
# gain nothing by it: they end at a bound.
_LOWEST = np.array([0.0, 0.0, np.log(0.05), -15.0])
_HIGHEST = np.array([np.inf, np.inf, np.log(30.0), 15.0])
_STARTS = (40, 90)  # of c and of h: the hills between the valleys are wider than a step of theirs
_ROUNDS = 2_000
_SETTLED, _OFTEN = 1e-12, 8  # a relative gain under this, so many times in a row: nothing more is won
_STIFFEST = 1e16

Vector = NDArray[np.float64]


def least_squares(judged: Judgments) -> tuple[float, float, float, float]:
    """Z, S, c and d of the least squares curve. Nothing is random: the same judgments give the same curve."""
    values = np.array(list(judged.by_hours().values()))
    low, high, log_c, log_h = _improved(_start(values), values)
    c = float(np.exp(log_c))
    return float(low), float(high), c, float(np.exp(c * log_h))


def _start(values: Vector) -> Vector:
    """The best of a grid of c and h: for each of them the best Z and S are a straight line's."""
    log_c, log_h = (
        axis.ravel()
        for axis in np.meshgrid(*(np.linspace(_LOWEST[at], _HIGHEST[at], _STARTS[at - 2]) for at in (2, 3)))
    )
    c = np.exp(log_c)
    risen = part(_AT, c[:, None], np.exp(c * log_h)[:, None])
    centred = risen - risen.mean(axis=1, keepdims=True)
    rise = np.maximum(centred @ values / np.maximum((centred**2).sum(axis=1), 1e-300), 0)
    low = np.maximum(values.mean() - rise * risen.mean(axis=1), 0)
    missed = low[:, None] + rise[:, None] * risen - values
    best = int((missed**2).sum(axis=1).argmin())
    return np.array([low[best], low[best] + rise[best], log_c[best], log_h[best]])


def _improved(start: Vector, values: Vector) -> Vector:
    at, stiff, settled = start, 1e-3, 0
    missed, slopes = _missed(at, values)
    for _ in range(_ROUNDS):
        downhill = slopes.T @ missed
        free = ~((at <= _LOWEST) & (downhill > 0) | (at >= _HIGHEST) & (downhill < 0))
        # As one more set of equations, damping loses no digits, which a product of the slopes with themselves would.
        damping = np.sqrt(stiff) * np.diag(np.maximum(np.linalg.norm(slopes[:, free], axis=0), 1e-8))
        aim = np.concatenate([-missed, np.zeros(len(damping))])
        step = np.zeros(len(at))
        step[free] = np.linalg.lstsq(np.vstack([slopes[:, free], damping]), aim)[0]
        tried = np.clip(at + step, _LOWEST, _HIGHEST)
        then, slopes_there = _missed(tried, values)
        before, after = missed @ missed, then @ then
        if after < before:
            at, missed, slopes, stiff = tried, then, slopes_there, stiff / 5
            settled = settled + 1 if before - after <= _SETTLED * before else 0
            if settled > _OFTEN:
                break
        else:
            stiff *= 4
            if stiff > _STIFFEST:
                break
    return at


def _missed(at: Vector, values: Vector) -> tuple[Vector, Vector]:
    """How far the curve lies above each judgment, and how that changes with each parameter (5 x 4)."""
    low, high, log_c, log_h = at
    c = np.exp(log_c)
    risen = np.zeros(len(_AT))
    risen[1:] = 1 / (1 + np.exp(np.clip(c * (log_h - _LOG_AT), -700, 700)))
    bend = (high - low) * risen * (1 - risen)
    slopes = np.zeros((len(_AT), len(at)))
    slopes[:, 0], slopes[:, 1] = 1 - risen, risen
    slopes[1:, 2] = bend[1:] * c * (_LOG_AT - log_h)
    slopes[1:, 3] = -bend[1:] * c
    return low + (high - low) * risen - values, slopes
