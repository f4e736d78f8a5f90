"""The tables of a whole company, reduced where they are to what one look at a portfolio needs."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date, timedelta
from typing import Any

import narwhals.stable.v2 as nw
import pandas as pd

from clientplan.insight.tables.collecting import collected
from clientplan.insight.tables.columns import Frame, between, chosen
from clientplan.insight.tables.order_days import order_days
from clientplan.insight.tables.pieces import Pieces

_ACTIVITY = ("activity_id", "client_id", "date", "minutes", "kind", "who", "contact", "subject", "notes")
_CLIENT = ("client_id", "name", "industry", "country", "manager", "currency")
_YEARS = timedelta(days=7 * 366)  # of orders: what the risk looks back over, and a year of seasons more


def revenue(orders: Any, today: date) -> pd.DataFrame:
    """`client_id`, `date`, `amount`, `currency`, a row a client, currency and day up to today."""
    days = collected(order_days(between(orders, today - _YEARS, today)))
    return days.assign(amount=days["cents"] / 100)[["client_id", "date", "amount", "currency"]]


def activities(log: Any, since: date, clients: Collection[str]) -> pd.DataFrame:
    """The activities with these clients from a day on, planned ones too; what the log has no column for is missing."""
    theirs = nw.col("client_id").is_in(sorted(clients))
    return _fetched(between(log, since), _ACTIVITY, "activities", lambda rows: rows.filter(theirs))


def clients(table: Any) -> pd.DataFrame:
    """Who the clients are; ids are text, as plans name them."""
    return _fetched(table, _CLIENT, "clients", lambda rows: rows)


def _fetched(table: Any, columns: tuple[str, ...], name: str, kept: Callable[[Frame], Frame]) -> pd.DataFrame:
    """These columns, as far as they are there, of the rows that are kept; pieces are never held together before."""
    parts = table.read(columns) if isinstance(table, Pieces) else [table]
    found = pd.concat([collected(kept(_there(part, columns, name))) for part in parts], ignore_index=True)
    missing = {one: pd.Series(None, index=found.index, dtype="str") for one in columns if one not in found.columns}
    return found.assign(**missing)[list(columns)]


def _there(part: Any, columns: tuple[str, ...], name: str) -> Frame:
    there = nw.from_native(part).lazy().collect_schema().names()
    return chosen(part, tuple(one for one in columns if one in there), name)
