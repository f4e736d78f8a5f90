"""Trips: an area is travelled to as often as the client in it that is called on most.

CALLPLAN's second objective: sum_i a_i r_i - e sum_j NT_j c_j, with NT_j u_j hours of the budget spent on the way and
NT_j the most calls that any client of area j gets. Worked out area by area: with at most m calls on each client the
area needs m trips at most, so each m is a plain problem; then the areas share the budget.

Source: Lodish, CALLPLAN: An Interactive Salesman's Call Planning System, Management Science 18(4-II), 1971.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from clientplan.errors import HoursRefused
from clientplan.insight.hours.exact import DYNAMIC
from clientplan.insight.hours.levels import Asked, Levels, levels

Vector = NDArray[np.float64]
Whole = NDArray[np.int64]

_MOST_WORK = 2_000_000_000
_LOOKS = 200  # at the price of a unit: each narrows it by a third
_EXACT = 1e-9


@dataclass(frozen=True, slots=True)
class Travel:
    """Where clients are, and what a trip there takes. A call is one step of hours."""

    areas: Sequence[str]  # n: the area of each client
    cost: Mapping[str, float] = field(default_factory=dict)  # c_j, of one trip, in the unit of the value
    hours: Mapping[str, float] = field(default_factory=dict)  # u_j, of one trip, from the budget
    periods: float = 1.0  # e: how often what is planned happens while the result builds up (12 for months in a year)


@dataclass(frozen=True, slots=True)
class Travelled:
    hours: Vector
    value: float
    bound: float
    method: str
    price: float
    trips: dict[str, int]


@dataclass(frozen=True, slots=True)
class _Area:
    clients: Whole
    first: Whole  # calls at the floor, by client
    cost: float  # of one trip, with e
    units: int  # of the budget, of one trip


def with_travel(given: Asked, travel: Travel) -> Travelled:
    """The best hours when trips cost; exact up to a few dozen clients in a few areas.

    Raises:
        HoursRefused: too many clients and hours to be exact, or floors and their trips need more than the budget.
        ValueError: an area for each client is missing.
    """
    if len(travel.areas) != len(given.weights):
        raise ValueError(f"there are {len(travel.areas)} areas for {len(given.weights)} clients: give one each")
    if any(amount < 0 for by_area in (travel.cost, travel.hours) for amount in by_area.values()):
        raise ValueError("a trip costs 0 or more")
    table = levels(given, list(travel.hours.values()))
    names = sorted(set(travel.areas))
    areas = [_area(name, table, travel) for name in names]
    _affordable(areas, table)
    effort = sum(len(area.clients) * table.worth.shape[1] ** 2 // 2 * (table.budget + 2_000) for area in areas)
    if effort + len(areas) * table.budget**2 > _MOST_WORK:
        raise HoursRefused(
            f"{len(given.weights)} clients and {given.budget:g} hours are too many to work out with travel. Give "
            "ceilings, take larger steps, or plan each manager's clients by themselves."
        )
    level, trips, worth = _best(areas, table)
    bound, price = _bound(areas, table)
    by_name = dict(zip(names, trips, strict=True))
    return Travelled(table.hours(level), worth, max(bound, worth), DYNAMIC, price / table.unit, by_name)


def _area(name: str, table: Levels, travel: Travel) -> _Area:
    clients = np.flatnonzero(np.array([area == name for area in travel.areas]))
    first = np.ceil(table.floor[clients] / table.step[clients] - _EXACT).astype(np.int64)
    units = int(np.ceil(travel.hours.get(name, 0.0) / table.unit - _EXACT))
    return _Area(clients, first, travel.cost.get(name, 0.0) * travel.periods, units)


def _affordable(areas: list[_Area], table: Levels) -> None:
    needed = sum(int(area.first.max()) * area.units for area in areas)
    if needed > table.budget:
        short = (needed - table.budget) * table.unit
        raise HoursRefused(
            f"the floors and the trips to them need {short:g} hours more than there are. Lower floors, hand clients "
            "over or find the hours."
        )


def _most_calls(area: _Area, table: Levels) -> range:
    """The trips that could be made: from those that floors need to those that ceilings allow."""
    last = np.isfinite(table.worth[area.clients]).sum(axis=1) - 1
    return range(int(area.first.max()), int((area.first + last).max()) + 1)


def _best(areas: list[_Area], table: Levels) -> tuple[Whole, list[int], float]:
    room = table.budget + 1
    worth_by_area, trips_by_area = [], []
    for area in areas:
        most, trips = np.full(room, -np.inf), np.zeros(room, np.int64)
        for calls in _most_calls(area, table):
            on_way = calls * area.units
            if on_way > table.budget:
                break
            curve, _ = _shared(area, table, calls, table.budget - on_way)
            better = curve - calls * area.cost > most[on_way:]
            most[on_way:][better] = curve[better] - calls * area.cost
            trips[on_way:][better] = calls
        worth_by_area.append(most)
        trips_by_area.append(trips)
    share = _split(worth_by_area, table.budget)
    level = np.zeros(len(table.costs), np.int64)
    chosen, worth = [], 0.0
    for area, most, trips, units in zip(areas, worth_by_area, trips_by_area, share, strict=True):
        calls = int(trips[units])
        _, picks = _shared(area, table, calls, units - calls * area.units)
        level[area.clients] = picks
        chosen.append(calls)
        worth += float(most[units])
    return level, chosen, worth


def _shared(area: _Area, table: Levels, calls: int, room: int) -> tuple[Vector, Whole]:
    """What an area is worth for each number of units up to `room`, and the levels for all of them."""
    curve = np.zeros(room + 1)
    picks = np.zeros((len(area.clients), room + 1), np.int64)
    for at, client in enumerate(area.clients.tolist()):
        before, curve = curve, np.full(room + 1, -np.inf)
        cost = int(table.costs[client])
        last = min(calls - int(area.first[at]), table.worth.shape[1] - 1, room // cost)
        for level, worth in enumerate(table.worth[client, : last + 1].tolist()):
            tried = before[: room + 1 - level * cost] + worth
            better = tried > curve[level * cost :]
            curve[level * cost :][better] = tried[better]
            picks[at, level * cost :][better] = level
    chosen, left = np.zeros(len(area.clients), np.int64), room
    for at in range(len(area.clients) - 1, -1, -1):
        chosen[at] = picks[at, left]
        left -= int(chosen[at] * table.costs[area.clients[at]])
    return curve, chosen


def _split(worth: list[Vector], budget: int) -> list[int]:
    """The units that each area gets, so that together they are worth most."""
    total, picks = np.zeros(budget + 1), []
    for most in worth:
        before, total, pick = total, np.full(budget + 1, -np.inf), np.zeros(budget + 1, np.int64)
        for units in np.flatnonzero(np.isfinite(most)).tolist():
            tried = before[: budget + 1 - units] + most[units]
            better = tried > total[units:]
            total[units:][better] = tried[better]
            pick[units:][better] = units
        picks.append(pick)
    share, left = [], budget
    for pick in reversed(picks):
        share.append(int(pick[left]))
        left -= share[-1]
    return share[::-1]


def _bound(areas: list[_Area], table: Levels) -> tuple[float, float]:
    """The least dual bound and its price of a unit: it is convex in the price, so thirds are cut away."""
    finite = np.where(np.isfinite(table.worth), table.worth, table.worth[:, :1])
    low, high = 0.0, float(np.abs(np.diff(finite, axis=1)).max(initial=0)) * table.worth.shape[1] + 1e-9
    for _ in range(_LOOKS):
        third = (high - low) / 3
        if _dual(areas, table, low + third) < _dual(areas, table, high - third):
            high -= third
        else:
            low += third
    return min((_dual(areas, table, price), price) for price in (0.0, low, high))


def _dual(areas: list[_Area], table: Levels, price: float) -> float:
    at_price = table.worth - price * table.costs[:, None] * np.arange(table.worth.shape[1])
    most = np.maximum.accumulate(at_price, axis=1)
    total = price * table.budget
    for area in areas:
        calls = np.array(_most_calls(area, table))
        level = np.minimum(calls - area.first[:, None], most.shape[1] - 1)
        by_calls = np.take_along_axis(most[area.clients], level, axis=1).sum(axis=0)
        total += float((by_calls - calls * (area.cost + price * area.units)).max())
    return total
