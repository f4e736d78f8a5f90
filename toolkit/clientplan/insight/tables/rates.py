"""What the last three and the last twelve months brought, as of a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import narwhals.stable.v2 as nw

from clientplan.insight.tables.columns import Frame

SPANS = (3, 12)  # full months


def rates(months: Any, as_of: date, counts: Sequence[str], by: Sequence[str] = ("client_id",)) -> Frame:
    """Sums of the last 3 and the last 12 full months; the month under way is in neither.

    Args:
        months: what `monthly` or `effort(…, "month")` gave, as it is or collected: the keys, `month` and whole numbers.
            Collect it first where it comes from many rows, or they are counted once more.
        as_of: the day of the look.
        counts: the columns to add up, such as `("cents",)` or `("activities", "seconds")`.
        by: the keys; `("client_id", "currency")` where there is money, which no one adds up over currencies.

    Returns:
        A lazy frame, one row a combination that has a month before that of `as_of`, in no order: the keys, and of each
        count `<count>_3` and `<count>_12`, 0 where those months brought nothing.
    """
    under_way = _months_before(as_of, 0)
    past: Frame = nw.from_native(months).lazy().filter(nw.col("month") < under_way)
    spans = {
        f"{count}_{span}": nw.when(nw.col("month") >= _months_before(as_of, span)).then(nw.col(count)).otherwise(0)
        for count in counts
        for span in SPANS
    }
    sums = past.select(*by, **spans).group_by(*by).agg(*(nw.col(name).sum() for name in spans))
    return sums.with_columns(*(nw.col(name).cast(nw.Int64) for name in spans)).select(*by, *spans)


def _months_before(day: date, count: int) -> datetime:
    """The first day of the month that lies so many before that of `day`."""
    year, month = divmod(day.year * 12 + day.month - 1 - count, 12)
    return datetime(year, month + 1, 1)  # noqa: DTZ001 - days have no zone
