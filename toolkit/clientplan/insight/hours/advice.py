"""Today's hours against the best use of them: who gives, who gets, and whether it is worth the trouble.

Around the best use all uses are worth nearly the same, and judgments are no measurements: under a twentieth nothing is
moved, and what is moved is the fewest moves that come within a twentieth of the best.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clientplan.insight.hours.allocation import Allocation
from clientplan.insight.hours.book import Book
from clientplan.insight.hours.transfers import Transfer, fewest, matched

Vector = NDArray[np.float64]

TOLERANCE = 0.05  # of what today's hours are worth
_SAME = 1e-9  # hours: less is rounding


@dataclass(frozen=True, slots=True, eq=False)
class Advice:
    """What to move, and what it is worth. Worths are in the unit of the book's weights."""

    clients: tuple[str, ...]
    now: Vector  # n, hours
    advised: Vector  # n, hours: today's where no move is advised
    best: Allocation
    budget: float
    worth_now: float
    worth_advised: float
    transfers: tuple[Transfer, ...]
    forced: bool  # today's hours can't stay: more than the budget, or beyond a floor or a ceiling
    tolerance: float

    @property
    def worth_best(self) -> float:
        return self.best.value

    @property
    def gain(self) -> float:
        """What the advised hours are worth more than today's."""
        return self.worth_advised - self.worth_now

    @property
    def moves(self) -> tuple[tuple[str, float], ...]:
        """Each client whose hours change, and how many more it gets (fewer, below 0)."""
        change = self.advised - self.now
        return tuple(
            (client, float(hours)) for client, hours in zip(self.clients, change, strict=True) if abs(hours) > _SAME
        )


def advise(book: Book, budget: float | None = None, tolerance: float = TOLERANCE) -> Advice:
    """What to do with the hours of a book.

    Args:
        book: the clients.
        budget: hours for all of them; those that they have today where none is given.
        tolerance: the part of today's worth that a move must bring at least.

    Raises:
        HoursRefused: the floors need more than the budget, or a floor is above its ceiling.
    """
    now = book.each(book.now)
    there = float(now.sum()) if budget is None else budget
    best = book.best(there)
    worth_now = float(book.worth(now).sum())
    least = tolerance * abs(worth_now)
    forced = _forced(book, now, there)
    advised, transfers = now, []
    if forced:
        advised, transfers = best.hours, matched(book, best.hours)
    elif best.value - worth_now >= least and best.value > worth_now:
        advised, transfers = _enough(book, best, there, least)
    return Advice(
        tuple(book.clients),
        now,
        advised,
        best,
        there,
        worth_now,
        float(book.worth(advised).sum()),
        tuple(transfers),
        forced,
        tolerance,
    )


def _forced(book: Book, now: Vector, budget: float) -> bool:
    ceiling = book.each(np.inf if book.ceiling is None else book.ceiling)
    outside = (now < book.each(book.floor) - _SAME) | (now > ceiling + _SAME)
    return bool(outside.any()) or float(now.sum()) > budget + _SAME


def _enough(book: Book, best: Allocation, budget: float, least: float) -> tuple[Vector, list[Transfer]]:
    """The fewest moves that leave less than a move must bring, or all of them."""
    if len(np.unique(book.each(book.step))) == 1:
        hours, transfers = fewest(book, budget, best.value - least)
        if transfers and best.value - float(book.worth(hours).sum()) <= least:
            return hours, transfers
    return best.hours, matched(book, best.hours)
