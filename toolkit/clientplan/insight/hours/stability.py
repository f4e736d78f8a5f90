"""How far the best hours move when a judgment is a little off."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from clientplan.insight.hours.book import Book
from clientplan.insight.hours.fitting import fit
from clientplan.insight.hours.judgments import Judgments
from clientplan.insight.hours.response import Response

Vector = NDArray[np.float64]

OFF = 0.05  # of the judgment
_JUDGED = ("none", "half", "half_more", "saturation")  # today's result is known, not judged


@dataclass(frozen=True, slots=True, eq=False)
class Range:
    """The fewest and the most hours of each client over all changes, with the best hours as judged among them."""

    low: Vector  # n
    high: Vector  # n
    off: float  # what each judgment was changed by, as a part of itself


def ranges(book: Book, budget: float, off: float = OFF) -> Range:
    """The best hours when one judgment of one client is higher or lower, over all judgments of all clients.

    Each is changed by itself, so the range can be said in a sentence: if any one judgment is 5 % off. A change stops at
    the judgments beside it, so that none contradicts another. Responses without judgments stay as they are. It takes 8
    allocations for each client: half a second for forty.
    """
    found = [book.best(budget).hours]
    for client, response in enumerate(book.responses):
        for changed in _changed(response, off):
            responses = list(book.responses)
            responses[client] = changed
            found.append(book.best(budget, responses).hours)
    return Range(np.min(found, axis=0), np.max(found, axis=0), off)


def _changed(response: Response, off: float) -> list[Response]:
    judged = response.judged
    if judged is None:
        return []
    changed = {_moved(judged, name, factor) for name in _JUDGED for factor in (1 - off, 1 + off)} - {judged}
    ordered = sorted(changed, key=lambda one: tuple(one.by_hours().values()))
    return [fit(one.none, one.half, one.half_more, one.saturation, one.now, response.method) for one in ordered]


def _moved(judged: Judgments, name: str, factor: float) -> Judgments:
    """With one judgment times a factor, as far as the judgments beside it let it."""
    values = judged.by_hours()
    names = list(values)
    at = names.index(name)
    low = values[names[at - 1]] if at else 0.0
    high = values[names[at + 1]] if at + 1 < len(names) else np.inf
    return replace(judged, **{name: float(min(max(values[name] * factor, low), high))})
