"""An amount spread over months by shares, so that the months add up to it exactly."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from clientplan.insight.attainment.history import Floats

Integers = NDArray[np.int64]
LARGEST = 10**15  # of the smallest unit: below it every whole number has its own float


def phased(amounts: Integers, shares: Floats) -> Integers:
    """Whole units by the method of largest remainders (Hamilton's): each month is within one unit of its share.

    Args:
        amounts: (n,), whole units, each at most `LARGEST`.
        shares: (n, months), each row not below 0 and more than 0 in all; they needn't add up to 1.

    Returns:
        (n, months), whole units; each row adds up to its amount exactly.
    """
    exact = amounts[:, None] * (shares / shares.sum(axis=1, keepdims=True))
    whole = np.floor(exact).astype(np.int64)
    left = amounts - whole.sum(axis=1)
    # The largest remainder first, an earlier month before a later one. A month without a share gets nothing.
    remainder = np.where(shares > 0, exact - whole, -1.0)
    place = np.argsort(np.argsort(-remainder, axis=1, kind="stable"), axis=1, kind="stable")
    open_months = (shares > 0).sum(axis=1)
    each, rest = np.divmod(left, open_months)
    given: Integers = whole + np.where(shares > 0, each[:, None] + (place < rest[:, None]), 0)
    return given


def units(amounts: Floats) -> tuple[Integers, Integers]:
    """Amounts in units as fine as they need: whole ones, else hundredths, else thousandths (no currency is finer).

    Returns:
        Units and units per 1, both (n,).
    """
    per = np.select(
        [np.round(amounts) == amounts, np.round(amounts, 2) == amounts], [np.int64(1), np.int64(100)], np.int64(1000)
    )
    return np.round(amounts * per).astype(np.int64), per
