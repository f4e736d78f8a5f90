"""ADBUDG, the curve that every judged response follows, over arrays of any shape.

    r(x) = Z + (S - Z) x^c / (d + x^c)

x is hours as a part of today's, r the result as a part of today's, Z the result without hours, S that with all the
hours that could do any good. c above 1 makes it an S: the first hours bring little.

Source: Little, Models and Managers: The Concept of a Decision Calculus, Management Science 16(8), 1970.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray


def part(x: ArrayLike, c: ArrayLike, d: ArrayLike) -> NDArray[np.float64]:
    """x^c / (d + x^c), the part of the way from Z to S: by logarithms, so that no power overflows. 0 at 0."""
    hours, steep, scale = np.broadcast_arrays(*(np.asarray(value, dtype=float) for value in (x, c, d)))
    with np.errstate(divide="ignore", over="ignore", invalid="ignore"):
        risen = 1 / (1 + np.exp(np.log(scale) - steep * np.log(hours)))
    return np.where(hours > 0, risen, 0.0)


def result(x: ArrayLike, none: Any, saturation: Any, c: Any, d: Any) -> NDArray[np.float64]:
    """r(x); all arguments broadcast."""
    low, high = np.asarray(none, dtype=float), np.asarray(saturation, dtype=float)
    return np.asarray(low + (high - low) * part(x, c, d))


def slope(x: ArrayLike, none: float, saturation: float, c: float, d: float) -> NDArray[np.float64]:
    """r'(x) = (S - Z) c f (1 - f) / x, with f the part of the way. At 0 it has no bound where c is under 1."""
    hours = np.asarray(x, dtype=float)
    risen = part(hours, c, d)
    with np.errstate(divide="ignore", invalid="ignore"):
        inner = c * risen * (1 - risen) / hours
    first = 0.0 if c > 1 or c == 0 else 1 / d if c == 1 else np.inf
    at_none = (saturation - none) * first if saturation > none else 0.0
    return np.where(hours > 0, (saturation - none) * inner, at_none)
