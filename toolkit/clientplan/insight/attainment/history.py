"""Which part of a year fell into which month, in the full years before a plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from clientplan.insight.fiscal import YEAR

KEY = ["client_id", "currency"]
YEARS = 5  # an older season is that of another trade
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class History:
    """Of n series (a client in a currency) and up to `YEARS` blocks of twelve months, the latest first.

    `index`: n pairs of client and currency. `shares`: (YEARS, n, 12), January to December; a year that counts adds up
    to 1, any other is 0. `weights`: (YEARS, n), the part of its months in which a year that counts had revenue: two
    orders a year say little of the other ten months.
    """

    index: pd.MultiIndex
    shares: Floats
    weights: Floats


def history(revenue: pd.DataFrame, first: pd.Period) -> History:
    """The twelve-month blocks that end where the plan's first month begins; nothing later is looked at.

    A year counts for a client who had ordered by its first month, and only with more invoiced than credited. A month
    with more credited than invoiced counts as 0.

    Args:
        revenue: the tidy table: `client_id`, `date`, `amount` (in `currency`), `currency`.
        first: the plan's first month.
    """
    past = revenue[revenue["date"] < first.start_time]
    age = first.ordinal - 1 - (12 * (past["date"].dt.year - 1970) + past["date"].dt.month - 1)  # full months ago
    keys = pd.MultiIndex.from_frame(past[KEY])
    codes, index = keys.factorize(sort=True)
    begun = np.full(len(index), -1)
    ordered = (past["amount"] > 0).to_numpy()
    np.maximum.at(begun, codes[ordered], age.to_numpy()[ordered])
    recent = (age < YEARS * YEAR).to_numpy()
    at = (age.to_numpy()[recent] // YEAR, codes[recent], past["date"].dt.month.to_numpy()[recent] - 1)
    sums = np.zeros((YEARS, len(index), YEAR))
    np.add.at(sums, at, past["amount"].to_numpy()[recent])
    sums = sums.clip(min=0)
    whole = begun[None, :] >= YEAR * np.arange(1, YEARS + 1)[:, None] - 1
    totals = sums.sum(axis=2)
    counts = whole & (totals > 0)
    shares = np.divide(sums, totals[..., None], out=np.zeros_like(sums), where=counts[..., None])
    return History(_pairs(index), shares, (sums > 0).mean(axis=2) * counts)


def _pairs(index: Any) -> pd.MultiIndex:
    """An empty table's keys lose their names and levels on the way."""
    return pd.MultiIndex.from_tuples(list(index), names=KEY)
