"""The prior's weights fitted anew: on all books but one, to score that one as a stranger's; or on all, to ship them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from clientplan.insight.order_book import OrderBook, read
from clientplan.insight.risk.facts import facts
from clientplan.insight.risk.look import Look
from clientplan.insight.risk.outcome import outcome
from clientplan.insight.risk.prior import Prior
from clientplan.insight.risk.ridge import ridge
from clientplan.insight.risk.signals import signals

COPIES = 30_000  # precedents of each kind as which each book counts, however large it is
PULL = 50.0
EVER = "2200-01-01"

Tables = tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]  # who could erode, who could fall silent, everybody


def tables(orders: pd.DataFrame) -> Tables:
    """All looks at a book, a quarter apart, with `happened`."""
    book = read(orders, EVER)
    parts = [_at(book, look) for look in _looks(book)]
    return tuple(pd.concat(part, ignore_index=True) for part in zip(*parts, strict=True))


def _looks(book: OrderBook) -> list[Look]:
    last = Look(int(book.day.max()) + 1)
    found = [last.earlier(quarters) for quarters in range(200)]
    return [look for look in found if look.day - look.window >= book.day.min()]


def _at(book: OrderBook, look: Look) -> Tables:
    known = facts(book, look)
    seen, became = signals(known, look), outcome(book, known, look)
    return (
        seen[became.paced].assign(happened=became.eroded[became.paced]),
        seen[became.active].assign(happened=became.silent[became.active]),
        seen,
    )


def fitted(books: list[Tables]) -> Prior:
    """Rows are repeated or left out, evenly, until each book and each way of leaving counts the same."""
    everybody = pd.concat([book[2] for book in books])
    middle, spread = everybody.mean(), everybody.std().replace(0.0, 1.0)  # what never varies says nothing
    empty = Prior(0.0, {name: (float(middle[name]), float(spread[name]), 0.0) for name in everybody.columns})
    rows = pd.concat([_evened(table) for book in books for table in book[:2]])
    design = empty.design(rows)
    pull = np.full(design.shape[1], PULL)
    pull[0] = 1e-6
    weights = ridge(design, rows["happened"].to_numpy(dtype=float), np.zeros(len(pull)), pull)
    level, *others = (float(weight) for weight in weights)
    named = zip(empty.signals.items(), others, strict=True)
    return Prior(level, {name: (mid, wide, weight) for (name, (mid, wide, _)), weight in named})


def _evened(table: pd.DataFrame) -> pd.DataFrame:
    return table.iloc[np.linspace(0, len(table) - 1, COPIES).astype(int)]
