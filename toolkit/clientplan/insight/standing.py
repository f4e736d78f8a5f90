"""Where a client stands: the last quarter against its plan, and its silence against its own gaps."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from clientplan.insight.order_book import OrderBook, Real
from clientplan.insight.risk.facts import facts
from clientplan.insight.risk.look import MONTHS, QUARTERS, Look


def standing(book: OrderBook, known: pd.DataFrame, look: Look, planned: Real) -> pd.DataFrame:
    """The figures that decide a phase.

    Args:
        book: the orders before the look.
        known: the facts at the look, one row a client of the book.
        look: the day.
        planned: each client's plan for a year in units of the book; missing where there is none. Shape (clients,).

    Returns:
        The index of `known`. `days_since_order`, `tenure_days`, missing without an order; `longest_gap` of the last
        year or, where there was none, the gap before, missing under two orders; `of_plan` and `of_plan_before`, the
        quarter up to the look and up to a month earlier as a share of its plan (without one, of the run-rate of that
        day), missing where there is neither; `plan_to_pace`, a year's plan by the run-rate, missing without a plan: the
        higher of today's and last year's, so that a client that fell isn't taken for one that is meant to grow.
    """
    month_ago = facts(book, replace(look, day=look.day - look.window // MONTHS)).reindex(known.index)
    year_ago = facts(book, replace(look, day=look.day - look.window)).reindex(known.index)
    shown = np.fmax(known["run_rate"].to_numpy(), year_ago["run_rate"].to_numpy())
    return pd.DataFrame(
        {
            "days_since_order": known["days_since_order"],
            "tenure_days": known["tenure_days"],
            "longest_gap": known["longest_gap"].fillna(_last_gap(book)),
            "of_plan": _share(known, planned),
            "of_plan_before": _share(month_ago, planned),
            "plan_to_pace": _ratio(planned / QUARTERS, shown),
        },
        index=known.index,
    )


def _share(known: pd.DataFrame, planned: Real) -> Real:
    """A quarter's spend by its plan or, without one, by the run-rate."""
    meant = np.where(planned > 0, planned / QUARTERS, known["run_rate"].to_numpy())
    return _ratio(known["spend_quarter"].to_numpy(), meant)


def _ratio(value: Real, by: Real) -> Real:
    ratio: Real = np.divide(value, by, out=np.full(len(value), np.nan), where=by > 0)
    return ratio


def _last_gap(book: OrderBook) -> pd.Series[float]:
    """Days between each client's last two orders, by the client's number; only those who have two."""
    orders = book.orders()
    own = orders.client[1:] == orders.client[:-1]
    gaps = pd.Series(np.diff(orders.day)[own].astype(float), index=orders.client[1:][own])
    return gaps[~gaps.index.duplicated(keep="last")]
