"""The levels of hours that each client could get, what each level is worth, and what it costs of the budget."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm
from typing import Any, cast

import numpy as np
from numpy.typing import ArrayLike, NDArray

from clientplan.errors import HoursRefused
from clientplan.insight.hours.curve import result
from clientplan.insight.hours.response import Response

Responses = Sequence[Callable[[NDArray[np.float64]], ArrayLike]] | NDArray[np.float64]
Vector = NDArray[np.float64]

_FINEST = 1_000_000  # a step's denominator: a millionth of an hour
MOST_CELLS = 10_000_000  # of the table: more would fill the memory
_EXACT = 1e-9  # of a step: nearer is on it


@dataclass(frozen=True, slots=True)
class Levels:
    """n clients by K levels; level 0 is the floor, each further level one step more."""

    worth: Vector  # n x K; -inf beyond a client's last level
    costs: NDArray[np.int64]  # n: units of the budget that a step takes
    budget: int  # units that are left when all floors are given
    unit: float  # hours of a unit
    floor: Vector  # n: hours
    step: Vector  # n: hours
    cut: NDArray[np.bool_]  # n: further levels would be possible, and were left out

    def hours(self, level: NDArray[np.int64]) -> Vector:
        """The hours of each client's level."""
        return np.asarray(self.floor + level * self.step)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for, as arrays of n (ceiling: infinite where there is none)."""

    responses: Responses
    weights: Vector
    now: Vector
    floor: Vector
    ceiling: Vector
    step: Vector
    budget: float


def asked(
    responses: Responses,
    weights: ArrayLike,
    now_hours: ArrayLike,
    budget: float,
    floor: ArrayLike,
    ceiling: ArrayLike | None,
    step: ArrayLike,
) -> Asked:
    """All arguments by client, floors on their step.

    Raises:
        ValueError: lists of different lengths.
        HoursRefused: numbers that are missing, ceilings below floors, or a budget below the floors (by how much).
    """
    responses = _as_table(responses)
    count = len(responses)
    weight, now, low, high, steps = (
        _by_client(name, value, count)
        for name, value in {
            "weights": weights,
            "now_hours": now_hours,
            "floor": floor,
            "ceiling": ceiling,
            "step": step,
        }.items()
    )
    wrong = {
        "weights": ~np.isfinite(weight),
        "now_hours": ~(np.isfinite(now) & (now >= 0)),
        "floor": ~(np.isfinite(low) & (low >= 0)),
        "step": ~(np.isfinite(steps) & (steps > 0)),
        "budget": np.array([not np.isfinite(budget)]),
    }
    found = [f"{name}: {_clients(bad)} no number that can be used" for name, bad in wrong.items() if bad.any()]
    if found:
        raise HoursRefused("\n".join(found))
    high = np.where(np.isnan(high), np.inf, high)
    on_step = np.ceil(low / steps - _EXACT) * steps
    # A floor and a ceiling between two steps hold a client where it is.
    low = np.where(on_step <= high + _EXACT * steps, on_step, low)
    _feasible(low, high, budget)
    return Asked(responses, weight, now, low, high, steps, float(budget))


def _as_table(responses: Responses) -> Responses:
    """Rows of numbers as an array; functions as they are."""
    if not isinstance(responses, np.ndarray) and len(responses) and all(callable(one) for one in responses):
        return responses
    table = np.asarray(responses, dtype=float)
    if not table.size and not len(responses):
        return []
    if table.ndim != 2 or not table.shape[1]:  # noqa: PLR2004 - clients by levels
        raise ValueError("a table of results has a row for each client and a column for each level")
    if not np.isfinite(table).all():
        raise HoursRefused(f"table of results: {_clients(~np.isfinite(table).all(axis=1))} no number somewhere")
    return table


def _clients(which: NDArray[np.bool_]) -> str:
    at = (np.flatnonzero(which) + 1).tolist()
    if which.size == 1:
        return "has"
    named = ", ".join(map(str, at[:5]))
    more = f" and {len(at) - 5} more have" if len(at) > len(at[:5]) else " has" if len(at) == 1 else " have"
    return f"client {named}{more}"


def _by_client(name: str, value: ArrayLike | None, count: int) -> Vector:
    given = np.asarray(value, dtype=float)  # None becomes nan
    if given.ndim and given.shape != (count,):
        raise ValueError(f"{name} has {given.size} values, and there are {count} responses: give one each")
    return np.array(np.broadcast_to(given, (count,)))


def _feasible(low: Vector, high: Vector, budget: float) -> None:
    over = np.flatnonzero(high < low)
    if over.size:
        named = ", ".join(f"client {at + 1} ({low[at]:g} and {high[at]:g})" for at in over[:5])
        more = f" and {over.size - 5} more" if over.size > len(over[:5]) else ""
        raise HoursRefused(f"the floor is above the ceiling: {named}{more}. Lower the one or raise the other.")
    needed = float(low.sum())
    if needed > budget + _EXACT * max(1.0, needed):
        raise HoursRefused(
            f"the floors of {len(low)} clients need {needed:g} hours, and there are {budget:g}: {needed - budget:g} "
            "too few. Lower floors, hand clients over or find the hours."
        )


def levels(given: Asked, further: Sequence[float] = (), most: int | None = None) -> Levels:
    """The table of what could be given to whom.

    Args:
        given: what was asked for.
        further: hours that are spent otherwise, so that the unit divides them too.
        most: levels above the floor that a client has at most; `cut` says who could have more.
    """
    count = len(given.weights)
    unit = _common([*np.unique(given.step).tolist(), *(hours for hours in further if hours > 0)])
    costs = np.rint(given.step / unit).astype(np.int64)
    budget = max(int((given.budget - given.floor.sum()) / unit + _EXACT), 0)
    room = np.minimum(given.ceiling - given.floor, budget * unit) / given.step + _EXACT
    last = np.minimum(room.astype(np.int64), budget // costs) if count else np.zeros(0, np.int64)
    if isinstance(given.responses, np.ndarray):
        last = np.minimum(last, given.responses.shape[1] - 1 - _first(given))
    cut = last > (last if most is None else most)
    last = last if most is None else np.minimum(last, most)
    width = int(last.max(initial=0)) + 1
    if count * width > MOST_CELLS:
        raise HoursRefused(
            f"{count} clients with up to {width} levels are more than fit: give each client a ceiling, or take a "
            "larger step."
        )
    level = np.arange(width)
    there = level <= last[:, None]
    worth = np.where(there, given.weights[:, None] * _results(given, level, last), -np.inf)
    return Levels(worth, costs, budget, unit, given.floor, given.step, cut)


def _common(hours: list[float]) -> float:
    """The longest time that goes into all of these a whole number of times."""
    parts = [Fraction(one).limit_denominator(_FINEST) for one in hours if one > 1 / _FINEST]
    if len(parts) < len(hours):
        raise ValueError(f"a step of {min(hours)} hours is too fine: take a millionth of an hour or more")
    if not parts:
        return 1.0
    if len(set(parts)) == 1:
        return hours[0]
    below = lcm(*(part.denominator for part in parts))
    return gcd(*(part.numerator * (below // part.denominator) for part in parts)) / below


def _results(given: Asked, level: NDArray[np.int64], last: NDArray[np.int64]) -> Vector:
    """The result of each client at each level, before weights (n x K)."""
    if isinstance(given.responses, np.ndarray):
        at = np.minimum(_first(given)[:, None] + level, given.responses.shape[1] - 1)
        return np.asarray(np.take_along_axis(given.responses, at, axis=1), dtype=float)
    # Without hours today there is nothing to take parts of: the judgments are then about one hour.
    share = (given.floor[:, None] + np.minimum(level, last[:, None]) * given.step[:, None]) / np.where(
        given.now > 0, given.now, 1.0
    )[:, None]
    shape = parameters(given.responses)
    if shape is not None:
        return result(share, *shape.T[:, :, None])
    found = np.array([_evaluated(one, row) for one, row in zip(given.responses, share, strict=True)])
    if not np.isfinite(found).all():
        raise HoursRefused(f"responses: {_clients(~np.isfinite(found).all(axis=1))} no result at some hours")
    return found


def parameters(responses: Responses) -> Vector | None:
    """Z, S, c and d of each client (n x 4), where all responses are ADBUDG curves."""
    if isinstance(responses, np.ndarray) or not all(isinstance(one, Response) for one in responses):
        return None
    curves = cast("Sequence[Response]", responses)
    return np.array([(one.none, one.saturation, one.c, one.d) for one in curves], dtype=float).reshape(-1, 4)


def _evaluated(response: Callable[[Any], ArrayLike], hours: Vector) -> Vector:
    return np.broadcast_to(np.asarray(response(hours), dtype=float), hours.shape)


def _first(given: Asked) -> NDArray[np.int64]:
    """The column of a table of results that is each client's floor."""
    at = given.floor / given.step
    first = np.rint(at).astype(np.int64)
    if (np.abs(at - first) > _EXACT * np.maximum(1, at)).any():
        raise HoursRefused("a table of results knows whole steps only: give floors that are whole steps.")
    beyond = isinstance(given.responses, np.ndarray) and (first >= given.responses.shape[1]).any()
    if beyond:
        raise HoursRefused("a floor lies beyond the last column of the table of results. Lower it, or add columns.")
    return first
