"""Revenue by client, currency and month: what any further look at results begins with."""

from __future__ import annotations

from typing import Any

import narwhals.stable.v2 as nw

from clientplan.insight.tables.columns import Frame, chosen, known
from clientplan.insight.tables.pieces import added_up
from clientplan.insight.tables.rounding import cents, usable

_ROWS = ("client_id", "currency", "date", "amount")
_DAY = ("client_id", "currency", "day")
_MONTH = ("client_id", "currency", "month")
COUNTS = ("cents", "orders", "credit_notes", "unread", "order_days")


def monthly(orders: Any) -> Frame:
    """Orders and credit notes by client, currency and month.

    Args:
        orders: a table of any engine with `client_id`, `currency` (a gap is a currency of its own), `date` and
            `amount`; negative amounts are credit notes. Rows without a client or a date are left out.

    Returns:
        A lazy frame, one row a combination that occurs, in no order: `client_id`, `currency`, `month` (its first day),
        and as whole numbers `cents` (hundredths of the currency, each row rounded, halves away from nought), `orders`
        (rows above 0), `credit_notes` (rows below 0), `unread` (rows without a usable amount, which bring no cents) and
        `order_days` (days with an order).

    Raises:
        SourceUnreadable: columns are missing; says which.
    """
    days = added_up(orders, _ROWS, _by_day, _DAY)
    # A day in two pieces is one day, so days are counted once the pieces are together.
    days = (
        known(days)
        .filter(~nw.col("day").is_null())
        .with_columns(
            nw.col("day").cast(nw.Datetime("us")).dt.truncate("1mo").alias("month"),
            nw.when(nw.col("orders") > 0).then(1).otherwise(0).alias("order_days"),
        )
    )
    sums = days.group_by(*_MONTH).agg(*(nw.col(count).sum() for count in COUNTS))
    return sums.with_columns(*(nw.col(count).cast(nw.Int64) for count in COUNTS)).select(*_MONTH, *COUNTS)


def _by_day(piece: Any) -> Frame:
    rows = chosen(piece, _ROWS, "orders").with_columns(usable(nw.col("amount").cast(nw.Float64)).alias("amount"))
    amount = nw.col("amount")
    rows = rows.select(
        "client_id",
        "currency",
        nw.col("date").dt.truncate("1d").alias("day"),
        cents(amount).alias("cents"),
        nw.when(amount > 0).then(1).otherwise(0).alias("orders"),
        nw.when(amount < 0).then(1).otherwise(0).alias("credit_notes"),
    )
    sums = rows.group_by(*_DAY).agg(
        nw.len().alias("rows"),
        nw.col("cents").count().alias("read"),
        nw.col("cents").sum(),
        nw.col("orders").sum(),
        nw.col("credit_notes").sum(),
    )
    counts = COUNTS[:-1]
    sums = sums.with_columns((nw.col("rows") - nw.col("read")).alias("unread"))
    return sums.with_columns(*(nw.col(count).cast(nw.Int64) for count in counts)).select(*_DAY, *counts)
