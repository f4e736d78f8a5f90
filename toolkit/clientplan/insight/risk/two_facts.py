"""The rule for a young book: in how many months did they order lately, and how long since the last order."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd

from clientplan.insight.order_book import OrderBook, Real, day_number, read
from clientplan.insight.risk.facts import MONTHS_FADE, by_month, days_since, faded
from clientplan.insight.risk.look import HORIZON, WINDOW, Look
from clientplan.insight.risk.signals import silence

MONTHS_WEIGHT = -6.0
SILENCE_WEIGHT = 0.5


def rule(months_faded: Real, days_since_order: Real, look: Look) -> Real:
    """Higher is likelier to erode. The weights are fixed: no book is too young for it."""
    return MONTHS_WEIGHT * months_faded + SILENCE_WEIGHT * silence(days_since_order, look)


def two_facts(
    orders: pd.DataFrame, cutoff: date | str, window: int | None = None, horizon: int | None = None
) -> pd.Series[float]:
    """The rule alone, over a table of orders: as `score`, without precedents.

    Args and Returns: as for `clientplan.insight.risk.score`.
    """
    look = Look(day_number(cutoff), window or WINDOW, horizon or HORIZON)
    book = read(orders, cutoff)
    return pd.Series(ruled(book, look), index=book.clients, name="risk", dtype=float)


def ruled(book: OrderBook, look: Look) -> Real:
    """The rule for each client of a book that ends at the look. Shape (clients,)."""
    placed = book.orders()
    months = by_month(placed, look, np.ones(len(placed.day)), len(book.clients))
    return rule(faded((months > 0).astype(float), MONTHS_FADE), days_since(placed, look, len(book.clients)), look)
