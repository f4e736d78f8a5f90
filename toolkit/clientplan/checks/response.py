"""ADBUDG: what more or fewer hours bring, drawn through a manager's judgments.

r(x) = Z + (S - Z) x^c / (d + x^c), where x is hours as a part of today's (1 is today), r the result as a part of
today's, Z the result with no hours and S that with all the hours that could do any good. Where c is above 1 the curve
is an S.

Source: Little, Models and Managers: The Concept of a Decision Calculus, 1970; the judgments are those of CALLPLAN:
Lodish, CALLPLAN: An Interactive Salesman's Call Planning System, Management Science 18(4-II), 1971.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log

_HALF, _HALF_MORE = 0.5, 1.5
_STEEP = 700.0  # exp of more doesn't fit into a float


@dataclass(frozen=True, slots=True)
class Response:
    """The curve: Z and S as judged, c and d fitted."""

    none: float
    saturation: float
    c: float
    d: float

    def at(self, hours: float) -> float:
        """The result as a part of today's, for hours as a part of today's (0 or more)."""
        if hours <= 0:
            return self.none
        steep = min(log(self.d) - self.c * log(hours), _STEEP)
        return self.none + (self.saturation - self.none) / (1 + exp(steep))


def response(none: float, half: float, half_more: float, saturation: float) -> Response | None:
    """The curve through none, today (which is 1) and saturation, that comes as near as it can to the other two.

    Four judgments over-determine two parameters: each of the halves gives a c of its own, and half more weighs twice.

    Args:
        none: the result with no hours, as a part of today's.
        half: with half of today's hours.
        half_more: with half as many again.
        saturation: with all the hours that could do any good.

    Returns:
        None where more hours don't bring more: none < half < 1 < half_more < saturation must hold.
    """
    if not none < half < 1 < half_more < saturation:
        return None
    d = (saturation - 1) / (1 - none)
    below = log(d * (half - none) / (saturation - half)) / log(_HALF)
    above = log(d * (half_more - none) / (saturation - half_more)) / log(_HALF_MORE)
    return Response(none, saturation, below / 3 + 2 * above / 3, d)
