"""What a manager could count in the rows: the facts on which a client's risk rests."""

from __future__ import annotations

import numpy as np
import pandas as pd

from clientplan.insight.order_book import OrderBook, Real, Whole
from clientplan.insight.risk.look import MONTHS, QUARTERS, Look

MONTHS_FADE = 4  # months after which an ordered month counts half
SPEND_FADE = 8  # the same for spend, which is lumpier
MONEY = (
    "spend_quarter",
    "run_rate",
    "weakest_quarter",
    "spread_quarter",
    "spend_faded",
    "spend_year",
    "spend_year_before",
)


def facts(book: OrderBook, look: Look) -> pd.DataFrame:
    """The facts of each client of whom there is a row before the look.

    A month is a twelfth of the window and a quarter three of them, both counted back from the look.

    Returns:
        Index: the client's number in the book. Columns, in days, months, orders and units of the book:

        - `days_since_order`, and `tenure_days` since the first order; both missing without an order;
        - `months_ordered` of the last 6, `months_ordered_before` of the 6 before; `months_faded`, the share of the last
          24 months with an order where a month counts half after four;
        - `orders_quarter`, `orders_year`, `orders_year_before`; `orders_spread`, the standard deviation of the orders
          of the last four quarters;
        - between the orders of the last year `usual_gap` (mean) and `longest_gap`, missing under two orders, and
          `gap_spread` (standard deviation), missing under three; `long_gaps`, how often the client ever was away for a
          horizon or more;
        - `spend_quarter`, `run_rate` (the median of the last four quarters, so that one lumpy order doesn't raise it),
          `weakest_quarter`, `spread_quarter` (standard deviation), `spend_faded` (a quarter's, where a month counts
          half after eight), `spend_year`, `spend_year_before`.
    """
    past = book.before(look.day)
    orders, n = past.orders(), len(book.clients)
    table = pd.DataFrame(_since(orders, look, n) | _months(past, look, n) | _gaps(orders, look, n))
    return table[np.bincount(past.client, minlength=n) > 0]


def by_month(book: OrderBook, look: Look, what: Real, clients: int) -> Real:
    """A figure of each row added up by client and month. Shape (clients, 24); the newest month first."""
    months = 2 * MONTHS
    recent = book.day >= look.day - 2 * look.window
    back = (look.day - 1 - book.day[recent]) * MONTHS // look.window
    place = book.client[recent] * months + back
    totals: Real = np.bincount(place, what[recent], minlength=clients * months).reshape(clients, months).astype(float)
    return totals


def days_since(orders: OrderBook, look: Look, clients: int) -> Real:
    """Days since each client's last order; missing where there is none. Shape (clients,)."""
    return _day_at(orders, look, clients, last=True)


def faded(months: Real, half: float) -> Real:
    """The mean over months, of which each counts half of what one `half` months newer does. Shape (clients,)."""
    weight: Real = 0.5 ** (np.arange(months.shape[1]) / half)
    mean: Real = months @ (weight / weight.sum())
    return mean


def _since(orders: OrderBook, look: Look, n: int) -> dict[str, Real]:
    return {"days_since_order": days_since(orders, look, n), "tenure_days": _day_at(orders, look, n, last=False)}


def _day_at(orders: OrderBook, look: Look, n: int, *, last: bool) -> Real:
    """Days from the first or last order day to the look: rows are sorted, so it stands at the edge of the client's."""
    edges = np.searchsorted(orders.client, np.arange(n + 1))
    some = edges[1:] > edges[:-1]
    days = np.full(n, np.nan)
    days[some] = look.day - orders.day[(edges[1:] - 1 if last else edges[:-1])[some]]
    return days


def _months(past: OrderBook, look: Look, n: int) -> dict[str, Real]:
    orders = by_month(past, look, past.ordered.astype(float), n)
    spend = by_month(past, look, past.spend, n)
    active = (orders > 0).astype(float)
    quarters = spend[:, :MONTHS].reshape(n, QUARTERS, MONTHS // QUARTERS).sum(axis=2)
    order_quarters = orders[:, :MONTHS].reshape(n, QUARTERS, MONTHS // QUARTERS).sum(axis=2)
    return {
        "months_ordered": active[:, :6].sum(axis=1),
        "months_ordered_before": active[:, 6:12].sum(axis=1),
        "months_faded": faded(active, MONTHS_FADE),
        "orders_quarter": order_quarters[:, 0],
        "orders_year": order_quarters.sum(axis=1),
        "orders_year_before": orders[:, MONTHS:].sum(axis=1),
        "orders_spread": order_quarters.std(axis=1),
        "spend_quarter": quarters[:, 0],
        "run_rate": np.median(quarters, axis=1),
        "weakest_quarter": quarters.min(axis=1),
        "spread_quarter": quarters.std(axis=1),
        "spend_faded": faded(spend, SPEND_FADE) * (MONTHS // QUARTERS),
        "spend_year": quarters.sum(axis=1),
        "spend_year_before": spend[:, MONTHS:].sum(axis=1),
    }


def _gaps(orders: OrderBook, look: Look, n: int) -> dict[str, Real]:
    """How far apart the orders are: those of the last year by mean, spread and longest; long ones ever."""
    own = orders.client[1:] == orders.client[:-1]
    client, gap = orders.client[1:][own], np.diff(orders.day)[own].astype(float)
    recent = orders.day[:-1][own] >= look.day - look.window
    long_gaps = np.bincount(client[gap >= look.horizon], minlength=n).astype(float)
    client, gap = client[recent], gap[recent]
    count = np.bincount(client, minlength=n)
    mean = _mean(client, gap, count)
    longest = np.full(n, np.nan)
    np.fmax.at(longest, client, gap)
    spread = np.where(count > 1, np.sqrt(_mean(client, (gap - mean[client]) ** 2, count)), np.nan)
    return {"usual_gap": mean, "gap_spread": spread, "longest_gap": longest, "long_gaps": long_gaps}


def _mean(client: Whole, value: Real, count: Whole) -> Real:
    total = np.bincount(client, value, minlength=len(count))
    mean: Real = np.divide(total, count, out=np.full(len(count), np.nan), where=count > 0)
    return mean
