"""Which client is likely to erode next, by what the manager's own book has shown, and why.

`score` orders the clients; `explain` adds the chance, the base rate and a reason from plain facts. A risk says what is
likely to come; where a client stands now is its phase (`clientplan.insight.phase`).
"""

from __future__ import annotations

from datetime import date

import pandas as pd

from clientplan.insight.order_book import day_number, read
from clientplan.insight.risk.assess import assess
from clientplan.insight.risk.explain import explained
from clientplan.insight.risk.look import HORIZON, WINDOW, Look
from clientplan.insight.risk.two_facts import two_facts

__all__ = ["explain", "score", "two_facts"]


def score(
    orders: pd.DataFrame, cutoff: date | str, window: int | None = None, horizon: int | None = None
) -> pd.Series[float]:
    """How likely each client is to erode, for ordering: higher is likelier.

    Precedents in the book itself decide, where it has 150 of them and 20 that eroded; in a younger book the fixed
    weights that they would have moved, and under a window of rows the rule of two facts. Only rows before the cutoff
    are read.

    Args:
        orders: `client_id`, `date`, `amount`, one row an order or invoice, in any order and one currency. Several of a
            day are one order; negative amounts are credit notes, no orders; rows that lack a client, a date or an
            amount are left out.
        cutoff: the first day that isn't known yet.
        window: days of history that count, 364 unless given.
        horizon: days ahead, 182 unless given.

    Returns:
        Index: each `client_id` with a row before the cutoff, sorted. Floats without a gap, comparable within this book
        and cutoff alone.

    Raises:
        ValueError: a column is missing, or the window is too short to be cut into months.
    """
    look = Look(day_number(cutoff), window or WINDOW, horizon or HORIZON)
    book = read(orders, cutoff)
    return pd.Series(assess(book, look).score, index=book.clients, name="risk", dtype=float)


def explain(orders: pd.DataFrame, cutoff: date | str) -> pd.DataFrame:
    """The chance of erosion, the base rate, a reason and the facts of each client.

    Erosion: within the next 182 days a client spends less than half of its run-rate, the median of its last four
    quarters of 91 days. A client can erode that has been known for 364 days and has a run-rate.

    Args and errors: as for `score`.

    Returns:
        Index: as of `score`. `risk`, from 0 to 1: the base rate for a client too new to tell, missing for one that has
        no pace left to fall from, and in a book without ended windows. `base_rate`, the share of the precedents that
        eroded. `reason`, sentences. Then the facts (see `clientplan.insight.risk.facts.facts`; money in the currency of
        the amounts), `orders` (order days so far), `alike` (how many precedents looked the same) and `alike_eroded`
        (how many of them eroded).
    """
    look, book = Look(day_number(cutoff)), read(orders, cutoff)
    return explained(book, look, assess(book, look))
