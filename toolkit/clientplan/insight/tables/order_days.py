"""Revenue by client, currency and day: what phase, risk and results are worked out from."""

from __future__ import annotations

from typing import Any

import narwhals.stable.v2 as nw

from clientplan.insight.tables.columns import Frame, chosen, known
from clientplan.insight.tables.pieces import added_up
from clientplan.insight.tables.rounding import cents, usable

_ROWS = ("client_id", "currency", "date", "amount")
_DAY = ("client_id", "currency", "date", "credited")


def order_days(orders: Any) -> Frame:
    """Orders of a day together, and its credit notes by themselves, in whole cents.

    Apart, since a day with an order is an order day, whatever was credited on it.

    Args:
        orders: as `monthly` takes them.

    Returns:
        A lazy frame, a row a client, currency, day and sign, in no order: `client_id`, `currency`, `date`, `cents`.
        A day on which nothing could be read has none.

    Raises:
        SourceUnreadable: columns are missing; says which.
    """
    days = added_up(orders, _ROWS, _by_day, _DAY)
    days = known(days).filter(~nw.col("date").is_null(), nw.col("read") > 0)
    return days.with_columns(nw.col("cents").cast(nw.Int64)).select(*_DAY[:-1], "cents")


def _by_day(piece: Any) -> Frame:
    rows = chosen(piece, _ROWS, "orders").with_columns(usable(nw.col("amount").cast(nw.Float64)).alias("amount"))
    rows = rows.select(
        "client_id",
        "currency",
        nw.col("date").dt.truncate("1d").alias("date"),
        nw.when(nw.col("amount") < 0).then(1).otherwise(0).alias("credited"),
        cents(nw.col("amount")).alias("cents"),
    )
    sums = rows.group_by(*_DAY).agg(nw.col("cents").count().alias("read"), nw.col("cents").sum())
    return sums.with_columns(nw.col("read").cast(nw.Int64), nw.col("cents").cast(nw.Int64)).select(
        *_DAY, "cents", "read"
    )
