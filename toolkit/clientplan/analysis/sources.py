"""Where a figure came from, in words, for a plan that takes its sentence in."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from clientplan.analysis.book import Book

if TYPE_CHECKING:
    import pandas as pd


def of_orders(book: Book, client: str, collected: date, since: date = date.min) -> str:
    """`orders collected 12 Oct 2026, Apr to Sep 2026`."""
    orders = book.orders
    return _source("orders", orders[orders["date"].dt.date >= since], client, collected)


def of_activities(book: Book, client: str, collected: date) -> str:
    """`activities collected 12 Oct 2026, Apr to Sep 2026`."""
    return _source("activities", book.tables["activities"], client, collected)


def _source(what: str, rows: pd.DataFrame, client: str, collected: date) -> str:
    days = rows.loc[rows["client_id"] == client, "date"].dropna()
    told = f"{what} collected {collected.day} {collected:%b %Y}"
    if days.empty:
        return told
    first, last = days.min(), days.max()
    if (first.year, first.month) == (last.year, last.month):
        return f"{told}, {last:%b %Y}"
    begin = f"{first:%b}" if first.year == last.year else f"{first:%b %Y}"
    return f"{told}, {begin} to {last:%b %Y}"
