"""A client's seasonality, drawn towards that of all clients as far as its own years are few.

The month shares of a client are given a Dirichlet prior around those of the book, and so the posterior mean is
`(n own + k book) / (n + k)` with n own years, the credibility formula of Bühlmann (Experience rating and credibility,
ASTIN Bulletin 4(3), 1967; exact for this prior: Diaconis and Ylvisaker, Annals of Statistics 7(2), 1979). The strength
k is empirical Bayes: the one that would have told the book's latest full year best from the years before it. The book's
own shares are drawn towards even months in the same way, by the number of calendar years that stand behind them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from clientplan.insight.attainment.history import Floats, History, history
from clientplan.insight.fiscal import YEAR

STRENGTHS = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0, np.inf)  # years; infinite: no client has a season of its own
USUAL = 4.0  # years: where too few clients have two full years to choose by
FEWEST = 5  # clients with two full years
EVEN = 2.0  # years: all clients share the same weather, so one year of many clients is still one year
_ALIKE = np.full(YEAR, 1 / YEAR)


@dataclass(frozen=True)
class Seasonality:
    """Shares of a year by calendar month.

    `own`: a row a client and currency with at least one full year, columns 1 to 12, each row adds up to 1; these are
    the shrunk shares. `weight`: by the same index, the part (0 to 1) in it of its own years. `years`: how many own
    years. `book`: (12,), what holds for every other client. `book_years`: in how many years any client counted; with 0
    the book is even months. `strength`: k, in years.
    """

    own: pd.DataFrame
    weight: pd.Series[float]
    years: pd.Series[int]
    book: Floats
    book_years: int
    strength: float

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
    strength = _strength(known, first)
    shares, weight = _shrunk(known.shares, known.weights, strength)
    counted = (known.weights > 0).sum(axis=0)
    own = counted > 0
    index = known.index[own]
    return Seasonality(
        own=pd.DataFrame(shares[own], index=index, columns=range(1, YEAR + 1)),
        weight=pd.Series(weight[own], index=index, dtype="float64"),
        years=pd.Series(counted[own], index=index, dtype="int64"),
        book=_book(known.shares, known.weights),
        book_years=int((known.weights.sum(axis=1) > 0).sum()),
        strength=strength,
    )


def _book(shares: Floats, weights: Floats) -> Floats:
    """The mean over clients and years, drawn towards even months by the number of years."""
    total = weights.sum()
    mean = (shares * weights[..., None]).sum(axis=(0, 1)) / total if total else _ALIKE
    years = (weights.sum(axis=1) > 0).sum()
    book: Floats = (years * mean + EVEN * _ALIKE) / (years + EVEN)
    return book


def _shrunk(shares: Floats, weights: Floats, strength: float) -> tuple[Floats, Floats]:
    """Shares (n, 12) and the weight (n,) of own years in them."""
    years = weights.sum(axis=0)
    summed = (shares * weights[..., None]).sum(axis=0)
    mean = np.divide(summed, years[:, None], out=np.zeros_like(summed), where=years[:, None] > 0)
    weight = years / (years + strength)
    return weight[:, None] * mean + (1 - weight[:, None]) * _book(shares, weights), weight


def _strength(known: History, first: pd.Period) -> float:
    """The k that comes closest to the latest year from the years before it; the larger one where two are as close."""
    earlier, latest = known.weights[1:], known.weights[0]
    both = (latest > 0) & (earlier.sum(axis=0) > 0)
    if both.sum() < FEWEST:
        return USUAL
    order = [(first.month - 1 + ahead) % YEAR for ahead in range(YEAR)]

    def missed(strength: float) -> float:
        """The mean gap between the cumulated shares at the ends of the months: what attainment to date is read by."""
        told, _ = _shrunk(known.shares[1:], earlier, strength)
        gap = np.cumsum(told[both][:, order] - known.shares[0][both][:, order], axis=1)[:, :-1]
        return float(np.abs(gap).mean())

    return min(reversed(STRENGTHS), key=missed)
