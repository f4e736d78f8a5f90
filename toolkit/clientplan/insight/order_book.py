"""A manager's orders as order days: one row a client and day, sorted, in small arrays that many looks can share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from clientplan.insight.brought import brought

COLUMNS = ("client_id", "date", "amount")
GRAIN = 1e6  # parts of a usual order; whole numbers add up to the same sum in any order
LARGEST = 1e12  # parts: beyond it sums would no longer be exact
FIRST_DAY, LAST_DAY = -700_000, 2_900_000  # days from 1970 that any calendar of ours knows; both fit beside a client

Whole = NDArray[np.int64]
Real = NDArray[np.float64]
Flag = NDArray[np.bool_]


@dataclass(frozen=True)
class OrderBook:
    """What was ordered before a day. The n clients are numbered 0 to n - 1 in the order of `clients`.

    A day on which a client both ordered and was credited is one order day with what remains. A day with nothing but
    credit notes is no order: it lowers the spend.
    """

    clients: pd.Index[Any]  # n ids
    client: Whole  # rows; sorted, and within a client by day
    day: Whole  # days since 1970-01-01
    spend: Real  # whole numbers: millionths of the book's median order, so that no currency shows
    ordered: Flag
    unit: float  # what one unit of `spend` is in the amounts as they were given

    def before(self, day: int) -> OrderBook:
        """The same book as it stood on an earlier day; clients keep their numbers."""
        past = self.day < day
        return OrderBook(
            self.clients, self.client[past], self.day[past], self.spend[past], self.ordered[past], self.unit
        )

    def orders(self) -> OrderBook:
        """The order days alone, without the days that only credited."""
        if self.ordered.all():
            return self
        kept = self.ordered
        return OrderBook(self.clients, self.client[kept], self.day[kept], self.spend[kept], kept[kept], self.unit)


def day_number(day: date | str) -> int:
    """Days since 1970-01-01 of a date, a timestamp or a text as YYYY-MM-DD; the hour doesn't matter."""
    return int(pd.Timestamp(day).to_datetime64().astype("datetime64[D]").astype(np.int64))


def read(orders: Any, before: date | str) -> OrderBook:
    """The order days of a table of orders.

    Rows without a client, a date or an amount, and rows dated on or after `before`, are left out.

    Args:
        orders: `client_id` (text or numbers), `date` (dates, timestamps or ISO text), `amount` (numbers
            in one currency; negative ones are credit notes). Rows in any order.
        before: the day of the look.

    Raises:
        ValueError: a column is missing; says which.
    """
    orders = brought(orders)
    missing = [name for name in COLUMNS if name not in orders.columns]
    if missing:
        raise ValueError(f"orders: no column {', '.join(missing)}. Orders need the columns {', '.join(COLUMNS)}.")
    client, clients = pd.factorize(orders["client_id"], sort=True)
    day, amount = _days(orders["date"]), _amounts(orders["amount"])
    known = (client >= 0) & (day >= FIRST_DAY) & (day < min(day_number(before), LAST_DAY)) & np.isfinite(amount)
    if not known.all():
        client, day, amount = client[known], day[known], amount[known]
        there = np.bincount(client, minlength=len(clients)) > 0
        client, clients = (np.cumsum(there) - 1)[client], clients[there]
    usual = _usual(amount)
    with np.errstate(over="ignore"):  # beyond the largest it makes no difference how far
        # Halves go up even where another currency's last bit would have them go down.
        spend = np.clip(np.floor(amount / usual * GRAIN + 0.5001), -LARGEST, LARGEST)
    return _merged(pd.Index(clients, name="client_id"), client, day, spend, amount > 0, usual / GRAIN)


def _merged(clients: pd.Index[Any], client: Whole, day: Whole, spend: Real, ordered: Flag, unit: float) -> OrderBook:
    """One row a client and day, sorted."""
    key = client * (LAST_DAY - FIRST_DAY) + (day - FIRST_DAY)
    if (key[1:] < key[:-1]).any():
        place = np.argsort(key, kind="stable")
        client, day, spend, ordered, key = client[place], day[place], spend[place], ordered[place], key[place]
    first = np.ones(len(key), dtype=bool)
    first[1:] = key[1:] != key[:-1]
    if not first.all():
        starts = np.flatnonzero(first)
        spend, ordered = np.add.reduceat(spend, starts), np.logical_or.reduceat(ordered, starts)
        client, day = client[starts], day[starts]
    return OrderBook(clients, client.astype(np.int64), day, spend, ordered, unit)


def _usual(amounts: Real) -> float:
    """The median order; in a book of nothing but credit notes, of those."""
    some = amounts[amounts > 0] if (amounts > 0).any() else np.abs(amounts[amounts < 0])
    return float(np.median(some)) if len(some) else 1.0


def _days(dates: pd.Series[Any]) -> Whole:
    """Days since 1970; a missing or unreadable date comes far before any other."""
    if not pd.api.types.is_datetime64_any_dtype(dates):
        dates = pd.to_datetime(dates, errors="coerce", format="ISO8601")
    if isinstance(dates.dtype, pd.DatetimeTZDtype):
        dates = dates.dt.tz_localize(None)
    return dates.to_numpy().astype("datetime64[D]").astype(np.int64)


def _amounts(amounts: pd.Series[Any]) -> Real:
    return pd.to_numeric(amounts, errors="coerce").to_numpy(dtype=np.float64, na_value=np.nan)
