"""What more or fewer hours bring at one client: the curve, and where it misses what was judged."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import Literal, overload

import numpy as np
from numpy.typing import NDArray

from clientplan.insight.hours.curve import result, slope
from clientplan.insight.hours.judgments import Judgments

_AT = {"none": 0.0, "half": 0.5, "now": 1.0, "half_more": 1.5}  # parts of today's hours


@dataclass(frozen=True, slots=True)
class Misfit:
    """One judgment beside what the curve says there."""

    judgment: str  # none, half, now, half_more or saturation
    hours: float  # as a part of today's; infinite where saturation is the end of the curve
    judged: float
    fitted: float

    @property
    def miss(self) -> float:
        """How far the curve lies above what was judged (below it, under 0)."""
        return self.fitted - self.judged


@dataclass(frozen=True, slots=True)
class Response:
    """An ADBUDG curve: call it with hours as parts of today's, to get results as parts of today's (curve.py)."""

    none: float  # Z
    saturation: float  # S
    c: float
    d: float
    now: float = 1.0  # what was judged for today's hours; the curve needn't go through it
    judged: Judgments | None = None  # what it was fitted to
    saturated_at: float = inf  # the hours, as a part of today's, that stood for saturation when it was fitted

    @overload
    def __call__(self, hours: float) -> float: ...
    @overload
    def __call__(self, hours: NDArray[np.float64]) -> NDArray[np.float64]: ...
    def __call__(self, hours: float | NDArray[np.float64]) -> float | NDArray[np.float64]:
        """The result at these hours: an array of their shape, or a number for a number. No hours are 0 or fewer."""
        found = result(hours, self.none, self.saturation, self.c, self.d)
        return found if isinstance(hours, np.ndarray) else float(found)

    @overload
    def marginal(self, hours: float) -> float: ...
    @overload
    def marginal(self, hours: NDArray[np.float64]) -> NDArray[np.float64]: ...
    def marginal(self, hours: float | NDArray[np.float64]) -> float | NDArray[np.float64]:
        """The slope of the curve: result, as a part of today's, for as many hours again as today's."""
        found = slope(hours, self.none, self.saturation, self.c, self.d)
        return found if isinstance(hours, np.ndarray) else float(found)

    @property
    def method(self) -> Literal["closed", "least_squares"]:
        """How it was fitted."""
        return "closed" if self.saturated_at == inf else "least_squares"

    @property
    def inflection(self) -> float:
        """x* = (d (c-1) / (c+1))^(1/c), up to which each hour brings more than the one before; 0 where none does."""
        if self.c <= 1:
            return 0.0
        return float((self.d * (self.c - 1) / (self.c + 1)) ** (1 / self.c))

    @property
    def misfit(self) -> tuple[Misfit, ...]:
        """Each judgment beside the curve, from the fewest hours to the most; nothing where none were kept."""
        if self.judged is None:
            return ()
        at = {**_AT, "saturation": self.saturated_at}
        return tuple(
            Misfit(name, at[name], value, self.saturation if at[name] == inf else self(at[name]))
            for name, value in self.judged.by_hours().items()
        )
