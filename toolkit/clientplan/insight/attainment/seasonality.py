"""A client's seasonality, drawn towards that of all clients as far as its own years are few.

The month shares of a client are given a Dirichlet prior around those of the book, and so the posterior mean is
`(n own + k book) / (n + k)` with n own years, the credibility formula of Bühlmann (Experience rating and credibility,
ASTIN Bulletin 4(3), 1967; exact for this prior: Diaconis and Ylvisaker, Annals of Statistics 7(2), 1979). The book's
own shares are drawn towards even months in the same way, by the number of calendar years that stand behind them: all
clients share the same weather, so one year of many clients is still one year. Both strengths are empirical Bayes:
those that would have told the book's latest full year best from the years before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np
import pandas as pd

from clientplan.insight.attainment.history import Floats, History, history
from clientplan.insight.fiscal import YEAR

STRENGTHS = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0, np.inf)  # years; infinite: no client has a season of its own
EVENNESS = (0.0, 0.5, 1.0, 2.0, 4.0, 8.0)  # years
USUAL = (4.0, 2.0)  # strength and evenness, where too few clients have two full years to choose by
FEWEST = 5  # clients with two full years
_ALIKE = np.full(YEAR, 1 / YEAR)


@dataclass(frozen=True)
class Seasonality:
    """Shares of a year by calendar month.

    `own`: a row a client and currency with at least one full year, columns 1 to 12, each row adds up to 1; these are
    the shrunk shares. `weight`: by the same index, the part (0 to 1) in it of its own years. `years`: how many own
    years. `book`: (12,), what holds for every other client. `book_years`: in how many years any client counted; with 0
    the book is even months. `strength`: k, in years. `evenness`: that of even months against the book, in years.
    """

    own: pd.DataFrame
    weight: pd.Series[float]
    years: pd.Series[int]
    book: Floats
    book_years: int
    strength: float
    evenness: float

    def of(self, keys: pd.MultiIndex) -> Floats:
        """The shares (n, 12) of n clients in their currencies, January to December."""
        at = self.own.index.get_indexer(keys)
        return np.where((at >= 0)[:, None], self.own.to_numpy()[at] if len(self.own) else self.book, self.book)


def seasonality(revenue: pd.DataFrame, first: pd.Period) -> Seasonality:
    """Seasonality as it could be known when the plan began, so that a plan's months stay as they were phased.

    Args:
        revenue: the tidy table: `client_id`, `date`, `amount` (in `currency`), `currency`.
        first: the plan's first month; only what was before it is looked at.
    """
    known = history(revenue, first)
    strength, evenness = _strengths(known, first)
    book = _book(known.shares, known.weights, evenness)
    shares, weight = _shrunk(known.shares, known.weights, book, strength)
    counted = (known.weights > 0).sum(axis=0)
    own = counted > 0
    index = known.index[own]
    return Seasonality(
        own=pd.DataFrame(shares[own], index=index, columns=range(1, YEAR + 1)),
        weight=pd.Series(weight[own], index=index, dtype="float64"),
        years=pd.Series(counted[own], index=index, dtype="int64"),
        book=book,
        book_years=int((known.weights.sum(axis=1) > 0).sum()),
        strength=strength,
        evenness=evenness,
    )


def _book(shares: Floats, weights: Floats, evenness: float) -> Floats:
    """The mean over clients and years, drawn towards even months by the number of years."""
    total, years = weights.sum(), (weights.sum(axis=1) > 0).sum()
    if not total:
        return _ALIKE
    mean = (shares * weights[..., None]).sum(axis=(0, 1)) / total
    book: Floats = (years * mean + evenness * _ALIKE) / (years + evenness)
    return book


def _shrunk(shares: Floats, weights: Floats, book: Floats, strength: float) -> tuple[Floats, Floats]:
    """Shares (n, 12) and the weight (n,) of own years in them."""
    years = weights.sum(axis=0)
    summed = (shares * weights[..., None]).sum(axis=0)
    mean = np.divide(summed, years[:, None], out=np.zeros_like(summed), where=years[:, None] > 0)
    weight = years / (years + strength)
    return weight[:, None] * mean + (1 - weight[:, None]) * book, weight


def _strengths(known: History, first: pd.Period) -> tuple[float, float]:
    """Strength and evenness that come closest to the latest year; the larger ones where two are as close."""
    earlier, latest = known.weights[1:], known.weights[0]
    both = (latest > 0) & (earlier.sum(axis=0) > 0)
    if both.sum() < FEWEST:
        return USUAL
    order = [(first.month - 1 + ahead) % YEAR for ahead in range(YEAR)]

    def missed(chosen: tuple[float, float]) -> float:
        """The mean gap between the cumulated shares at the ends of the months: what attainment to date is read by."""
        strength, evenness = chosen
        told, _ = _shrunk(known.shares[1:], earlier, _book(known.shares[1:], earlier, evenness), strength)
        gap = np.cumsum(told[both][:, order] - known.shares[0][both][:, order], axis=1)[:, :-1]
        return float(np.abs(gap).mean())

    return min(product(reversed(STRENGTHS), reversed(EVENNESS)), key=missed)
