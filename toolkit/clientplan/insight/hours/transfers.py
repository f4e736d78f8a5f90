"""From today's hours to better ones in as few moves as it takes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clientplan.insight.hours.book import Book

Vector = NDArray[np.float64]

_ROUNDING = 1e-9  # hours
_SPARE = -1


@dataclass(frozen=True, slots=True)
class Transfer:
    """Hours from one client to another."""

    giver: str | None  # None where they are hours of the budget that nobody has yet
    getter: str | None  # None where they are hours that the budget no longer has
    hours: float
    worth: float  # of this move, when those before it were made


def fewest(book: Book, budget: float, enough: float) -> tuple[Vector, list[Transfer]]:
    """The move that is worth most, again and again, until together they are worth enough.

    Args:
        book: clients with one step for all of them.
        budget: hours; what today's hours leave of it may be given too.
        enough: the worth at which no more moves are looked for.

    Returns:
        The hours then (n), and the moves in their order. They may fall short of `enough`.
    """
    step = float(book.each(book.step)[0])
    hours = book.each(book.now)
    spare = max(budget - hours.sum(), 0.0)
    moves: dict[tuple[int, int], list[float]] = {}
    for _ in range(len(hours)):
        if float(book.worth(hours).sum()) >= enough:
            break
        giver, getter, steps, worth = _most(book, hours, spare, step)
        if worth <= 0:
            break
        hours[getter] += steps * step
        if giver == _SPARE:
            spare -= steps * step
        else:
            hours[giver] -= steps * step
        move = moves.setdefault((giver, getter), [0.0, 0.0])
        move[0] += steps * step
        move[1] += worth
    names = {_SPARE: None, **dict(enumerate(book.clients))}
    return hours, [
        Transfer(names[giver], book.clients[getter], amount, worth)
        for (giver, getter), (amount, worth) in moves.items()
    ]


def _most(book: Book, hours: Vector, spare: float, step: float) -> tuple[int, int, int, float]:
    """Giver, getter, steps and worth of the single best move."""
    floor, ceiling = book.each(book.floor), book.each(np.inf if book.ceiling is None else book.ceiling)
    most = int(max((hours - floor).max(), spare) / step + _ROUNDING)
    if most < 1:
        return 0, 0, 0, 0.0
    amounts = step * np.arange(1, most + 1)
    now = book.worth(hours)[:, None]
    fewer, more = hours[:, None] - amounts, hours[:, None] + amounts
    given = np.where(fewer >= floor[:, None] - _ROUNDING, book.worth(np.maximum(fewer, 0)) - now, -np.inf)
    given = np.vstack([given, np.where(amounts <= spare + _ROUNDING, 0.0, -np.inf)])  # spare hours cost nobody anything
    got = np.where(more <= ceiling[:, None] + _ROUNDING, book.worth(more) - now, -np.inf)
    got = np.vstack([got, np.full(most, -np.inf)])
    best = (0, 0, 0, 0.0)
    for at in range(most):
        givers, getters = np.argsort(-given[:, at], kind="stable")[:2], np.argsort(-got[:, at], kind="stable")[:2]
        for giver in givers.tolist():
            for getter in getters.tolist():
                worth = float(given[giver, at] + got[getter, at])
                if giver != getter and worth > best[3]:
                    best = (_SPARE if giver == len(hours) else giver, getter, at + 1, worth)
    return best


def matched(book: Book, hours: Vector) -> list[Transfer]:
    """How today's hours become others: who gets most is served first, by who gives most."""
    at = book.each(book.now)
    left, worth_at = hours - at, float(book.worth(at).sum())
    moves = []
    while np.abs(left).max(initial=0) > _ROUNDING:
        getter, giver = (int(left.argmax()), int(left.argmin()))
        gets, gives = left[getter] > _ROUNDING, left[giver] < -_ROUNDING
        amount = float(min(left[getter] if gets else np.inf, -left[giver] if gives else np.inf))
        for client, change in ((getter, amount * gets), (giver, -amount * gives)):
            left[client] -= change
            at[client] += change
        worth_then = float(book.worth(at).sum())
        names = (book.clients[giver] if gives else None, book.clients[getter] if gets else None)
        moves.append(Transfer(*names, amount, worth_then - worth_at))
        worth_at = worth_then
    return moves
