"""From judgments to a curve: by closed form, or by least squares."""

from __future__ import annotations

from dataclasses import replace
from math import inf, log
from typing import Literal

import numpy as np

from clientplan.insight.hours.curve import result
from clientplan.insight.hours.judgments import Judgments
from clientplan.insight.hours.least_squares import SATURATED_AT, least_squares
from clientplan.insight.hours.response import Response

_APART = 0.01  # of the way from none to saturation: judgments aren't told apart any finer
_STEEPEST = 20.0  # a c beyond is a jump between two judgments
_NEARER, _POINTS = 8, 65  # looks, each 32 times as near as the one before


def fit(
    none: float,
    half: float,
    half_more: float,
    saturation: float,
    now: float = 1.0,
    method: Literal["closed", "least_squares"] = "closed",
) -> Response:
    """The ADBUDG curve through five judgments of a client's result, as parts of today's.

    *closed* (Little 1970, with the weights of CALLPLAN) goes through none, now and saturation and can miss the halves:
    d = (S - now) / (now - Z), which is (S - 1) / (1 - Z) where now is 1; each of the halves gives a c,
    c_H = ln[d (half - Z) / (S - half)] / ln .5 and c_D = ln[d (half_more - Z) / (S - half_more)] / ln 1.5; their mean
    c = c_H / 3 + 2 c_D / 3 leans to the side of more hours. Where a half equals none or saturation its c is infinite:
    c is then what comes nearest to both halves. Where now equals none or saturation, the curve takes the two for a
    hundredth of its range apart. Where none equals saturation, the curve is flat.

    *least_squares* moves all four parameters until the sum of squared misses over the five judgments is least, with
    saturation judged at 10 times today's hours; Z stays at 0 or above. The curve needn't go through any of them.

    Four judgments beside today's over-determine the curve: `Response.misfit` says where it misses them.

    Args:
        none: the result with no hours at all.
        half: with half of today's hours.
        half_more: with half as many again.
        saturation: with all the hours that could do any good.
        now: with today's hours; 1 unless something else was judged.
        method: how.

    Raises:
        JudgmentsContradict: fewer hours are judged to bring more; says which two.
    """
    judged = Judgments(*map(float, (none, half, half_more, saturation, now)))  # a plan holds decimals
    judged.check()
    if method not in {"closed", "least_squares"}:
        raise ValueError(f"method is {method!r}: it is 'closed' or 'least_squares'")
    if judged.none == judged.saturation:
        return Response(judged.none, judged.saturation, 1.0, 1.0, judged.now, judged)
    if method == "least_squares":
        curve = least_squares(judged)
        return Response(*curve, now=judged.now, judged=judged, saturated_at=SATURATED_AT)
    return _closed(judged)


def _closed(judged: Judgments) -> Response:
    apart = _apart(judged)
    low, now, high = apart.none, apart.now, apart.saturation
    d = (high - now) / (now - low)
    below, above = (_steepness(d, low, value, high, at) for value, at in ((apart.half, 0.5), (apart.half_more, 1.5)))
    c = below / 3 + 2 * above / 3
    return Response(low, high, _nearest(apart, d) if c == inf else c, d, now, judged)


def _apart(judged: Judgments) -> Judgments:
    """Judgments of which now lies between none and saturation."""
    least = _APART * (judged.saturation - judged.none)
    if judged.now == judged.saturation:
        high = judged.saturation + least
        return replace(judged, half_more=high, saturation=high)
    if judged.now == judged.none:
        # Below 0 there is no result: what can't go down at the bottom goes up in the middle.
        low = max(judged.none - least, 0.0)
        return replace(judged, none=low, half=low, now=low + least)
    return judged


def _steepness(d: float, low: float, value: float, high: float, at: float) -> float:
    """The c of the curve that goes through one of the halves; infinite where that lies on an end of the curve."""
    if not low < value < high:
        return inf
    return log(d * (value - low) / (high - value)) / log(at)


def _nearest(judged: Judgments, d: float) -> float:
    """The c that misses both halves least, by squares."""
    low, high = 0.0, _STEEPEST
    halves, values = np.array([[0.5], [1.5]]), np.array([[judged.half], [judged.half_more]])
    best = high
    for _ in range(_NEARER):
        tried = np.linspace(low, high, _POINTS)
        missed = result(halves, judged.none, judged.saturation, tried, d) - values
        at = int((missed**2).sum(axis=0).argmin())
        best = float(tried[at])
        low, high = tried[max(at - 1, 0)], tried[min(at + 1, _POINTS - 1)]
    return best
