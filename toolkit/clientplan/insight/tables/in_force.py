"""Which objectives were in force when something was done: the most that can have served each."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import narwhals.stable.v2 as nw

from clientplan.insight.tables.columns import Frame, chosen, known
from clientplan.insight.tables.effort import counted
from clientplan.insight.tables.pieces import added_up, sliced

# Of objectives that are open on a side; dates in nanoseconds reach from 1677 to 2262.
EARLIEST, LATEST = datetime(1700, 1, 1), datetime(2250, 1, 1)  # noqa: DTZ001 - days have no zone
_KEYS = ("client_id", "objective_id")
_ROWS = ("client_id", "date", "minutes")


def in_force(activities: Any, objectives: Any) -> Frame:
    """Activities and their time by client and objective in force on that day.

    An activity that falls into several objectives of its client counts in each of them, so these rows don't add up to
    the client's. Only one that falls into none is missing here.

    Args:
        activities: a table of any engine with `client_id`, `date`, `minutes`.
        objectives: a table of the same engine with `client_id`, `objective_id`, `start`, `end`: the first and the last
            day, both included, as a plan's period has them; a gap leaves that side open. One that stands there twice is
            in force from its first start to its last end.

    Returns:
        A lazy frame, one row an objective with an activity, in no order: `client_id`, `objective_id`, and the whole
        numbers that `effort` gives.

    Raises:
        SourceUnreadable: columns are missing; says which.
    """
    windows = _windows(objectives)

    def part(piece: Any) -> Frame:
        rows = chosen(piece, _ROWS, "activities")
        day = rows.collect_schema()["date"]
        # Joined by client and then filtered: every engine does that as the rows go by, while a join for the last
        # start before a date has them sorted first, and finds one objective only.
        bounds = windows.with_columns(nw.col("start").cast(day), nw.col("until").cast(day))
        met = rows.join(bounds, on="client_id", how="inner")
        return counted(met.filter(nw.col("date").is_between("start", "until", closed="left")), _KEYS)

    return added_up(sliced(activities), _ROWS, part, _KEYS)


def _windows(objectives: Any) -> Frame:
    """One row an objective: `start`, and `until`, the first day on which it is no longer in force."""
    whole = known(chosen(objectives, ("client_id", "objective_id", "start", "end"), "objectives"))
    start, end = nw.col("start").cast(nw.Datetime("us")), nw.col("end").cast(nw.Datetime("us"))
    days = whole.with_columns(
        start.fill_null(EARLIEST).dt.truncate("1d"),
        end.fill_null(LATEST).dt.truncate("1d").dt.offset_by("1d").alias("until"),
    )
    return days.group_by(*_KEYS).agg(nw.col("start").min(), nw.col("until").max())
