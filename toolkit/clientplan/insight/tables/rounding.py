"""Amounts and durations as whole numbers, rounded row by row so that every engine comes to the same sum.

Sums of binary fractions depend on the order of the rows, which is another on every engine and in every run. Whole
numbers below 2^53 add up exactly in any order, as floats too. Multiplying, adding and rounding down are exact to the
last bit by IEEE 754 on all engines; their own `round` isn't the same (halves go to the even number here, away from
nought there), nor is a cast (cut off here, rounded there).
"""

from __future__ import annotations

import narwhals.stable.v2 as nw

LARGEST_AMOUNT = 1e13  # of a row, as in `collect`: 9,000 billion may still be added up to the cent
LARGEST_MINUTES = 1e7  # of a row: 19 years


def usable(amount: nw.Expr) -> nw.Expr:
    """The amount, missing where it isn't finite or is beyond `LARGEST_AMOUNT`: some engines hold NaN to be large."""
    return nw.when(amount.is_between(-LARGEST_AMOUNT, LARGEST_AMOUNT)).then(amount)


def cents(amount: nw.Expr) -> nw.Expr:
    """Hundredths of a usable amount, halves away from nought: a credit note takes away what its order brought."""
    upwards, downwards = (amount * 100 + 0.5).floor(), -((amount * -100 + 0.5).floor())
    return nw.when(amount >= 0).then(upwards).otherwise(downwards)


def seconds(minutes: nw.Expr) -> nw.Expr:
    """Whole seconds, halves up. Missing where the minutes are missing, negative, not finite or of many years."""
    return nw.when(minutes.is_between(0, LARGEST_MINUTES)).then((minutes * 60 + 0.5).floor())
