"""What was done for each client: how often, and how long."""

from __future__ import annotations

from typing import Any

import narwhals.stable.v2 as nw

from clientplan.insight.tables.columns import Frame, chosen, known
from clientplan.insight.tables.pieces import added_up
from clientplan.insight.tables.rounding import seconds

COUNTS = ("activities", "seconds", "untimed")


def effort(activities: Any, *by: str) -> Frame:
    """Activities and their time by client, and by whatever else is named.

    Args:
        activities: a table of any engine with `client_id`, `minutes` (a gap where nobody knows), and the columns of
            `by` (`date` for `month`). Rows without a client are left out, and by month those without a date; `between`
            leaves these out too.
        by: further columns to tell apart, such as `kind` or `objective_id`; `month` stands for that of the date. A gap
            in one of them is a value of its own.

    Returns:
        A lazy frame, one row a combination, in no order: `client_id`, the columns of `by` (`month` as its first day),
        and as whole numbers `activities` (rows), `seconds` (each row rounded, halves up) and `untimed` (rows without
        minutes, or with negative ones, which bring no seconds).

    Raises:
        SourceUnreadable: columns are missing; says which.
    """
    keys = ("client_id", *by)
    columns = ("client_id", "minutes", *("date" if key == "month" else key for key in by))

    def part(piece: Any) -> Frame:
        rows = chosen(piece, columns, "activities")
        if "month" not in by:
            return known(counted(rows, keys))
        rows = rows.with_columns(month=nw.col("date").dt.truncate("1mo"))
        return known(counted(rows, keys)).filter(~nw.col("month").is_null())

    return added_up(activities, columns, part, keys)


def counted(rows: Frame, keys: tuple[str, ...]) -> Frame:
    """The counts of rows that have `minutes`, by the keys."""
    timed = rows.select(*keys, seconds(nw.col("minutes")).alias("seconds"))
    # Only plain sums and counts: with anything more in it, pandas would be led through the groups one by one.
    sums = timed.group_by(*keys).agg(
        nw.len().alias("activities"), nw.col("seconds").count().alias("timed"), nw.col("seconds").sum()
    )
    sums = sums.with_columns((nw.col("activities") - nw.col("timed")).alias("untimed"))
    months = [nw.col("month").cast(nw.Datetime("us"))] if "month" in keys else []
    return sums.with_columns(*months, *(nw.col(count).cast(nw.Int64) for count in COUNTS)).select(*keys, *COUNTS)
