"""Hours shared out over clients so that the results together are worth most."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from clientplan.insight.hours.levels import Responses, asked
from clientplan.insight.hours.travel import Travel, with_travel
from clientplan.insight.hours.wide import best_levels


@dataclass(frozen=True, slots=True, eq=False)
class Allocation:
    """Who gets how many hours, and what it is worth."""

    hours: NDArray[np.float64]  # n
    value: float  # the sum of weight times result, less what travel costs
    bound: float  # no use of the budget is worth more
    method: str  # what proves it the best: "dual bound", "dynamic programming"; "core": within the bound only
    price: float  # about what one more hour in the budget would be worth
    trips: dict[str, int] | None = None  # by area, where travel was asked for

    @property
    def gap(self) -> float:
        """How far the value may be from the best, as a part of the bound; 0 where it is known to be the best."""
        if self.method != "core" or not self.bound:
            return 0.0
        return (self.bound - self.value) / abs(self.bound)


def allocate(  # noqa: PLR0913, PLR0917 - one argument for each quantity of the model
    responses: Responses,
    weights: ArrayLike,
    now_hours: ArrayLike,
    budget: float,
    floor: ArrayLike = 0,
    ceiling: ArrayLike | None = None,
    step: ArrayLike = 1,
    travel: Travel | None = None,
) -> Allocation:
    """Maximise sum_i a_i r_i(x_i / now_i) with sum_i x_i <= budget and floor_i <= x_i <= ceiling_i, x_i whole steps.

    Exact, S-shaped curves included (exact.py): "the next hour where it helps most" would starve whoever needs several
    hours before any of them pays.

    Args:
        responses: n of them, each called with hours / now_hours (an array) and giving results of its shape: a Response,
            or any function. Or a table of n rows: column k is the result at k steps of hours.
        weights: n, what a result of 1 is worth (today's result times its margin, say). May be 0 or below 0.
        now_hours: n or one for all, the hours that the judgments call today's. Where it is 0 there are no parts of
            today's hours: the response is then called with hours as they are, as though today's were one hour. With
            now_hours=1 any function of hours can be given.
        budget: hours for all clients together. What is left of it after whole steps stays unspent.
        floor: n or one for all, hours that a client gets at least; between two steps it counts as the upper one.
        ceiling: n or one for all, hours that a client gets at most; None, or nan for one of them, where there is none.
        step: n or one for all, hours of one step. A call of two hours is a step of 2: hours, floors and now_hours are
            then hours too, not calls, and calls are hours / step.
        travel: trips to areas that cost money and hours of the budget.

    Returns:
        hours (n), value and bound; `value` includes what clients bring at their floors.

    Raises:
        HoursRefused: the floors need more than the budget (says by how much), a floor is above its ceiling, or a number
            is missing.
        ValueError: lists of different lengths.

    Source: Lodish, CALLPLAN: An Interactive Salesman's Call Planning System, Management Science 18(4-II), 1971.
    """
    given = asked(responses, weights, now_hours, budget, floor, ceiling, step)
    if travel is not None:
        found = with_travel(given, travel)
        return Allocation(found.hours, found.value, found.bound, found.method, found.price, found.trips)
    table, found_best = best_levels(given)
    return Allocation(
        table.hours(found_best.level),
        found_best.worth,
        found_best.bound,
        found_best.method,
        found_best.price / table.unit,
    )
