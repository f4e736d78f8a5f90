"""The tables of a whole company, reduced where they are to what one look at a portfolio needs."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

import narwhals.stable.v2 as nw
import pandas as pd

from clientplan.insight.tables.collecting import collected
from clientplan.insight.tables.columns import between
from clientplan.insight.tables.order_days import order_days

_ACTIVITY = ("activity_id", "client_id", "date", "minutes", "kind", "who", "contact", "subject", "notes")
_CLIENT = ("client_id", "name", "industry", "country", "manager", "currency")
_YEARS = timedelta(days=7 * 366)  # of orders: what the risk looks back over, and a year of seasons more


def revenue(orders: Any, today: date) -> pd.DataFrame:
    """`client_id`, `date`, `amount`, `currency`, a row a client, currency and day up to today."""
    days = collected(order_days(between(orders, today - _YEARS, today)))
    return days.assign(amount=days["cents"] / 100)[["client_id", "date", "amount", "currency"]]


def activities(log: Any, since: date, clients: Collection[str]) -> pd.DataFrame:
    """The activities with these clients from a day on, planned ones too; what the log has no column for is missing."""
    frame = nw.from_native(between(log, since)).lazy()
    there = frame.collect_schema().names()
    rows = frame.filter(nw.col("client_id").is_in(sorted(clients))).select(
        *(name for name in _ACTIVITY if name in there)
    )
    return _with(collected(rows), _ACTIVITY)


def clients(table: Any) -> pd.DataFrame:
    """Who the clients are."""
    frame = nw.from_native(table).lazy()
    there = frame.collect_schema().names()
    return _with(collected(frame.select(*(name for name in _CLIENT if name in there))), _CLIENT)


def _with(found: pd.DataFrame, columns: tuple[str, ...]) -> pd.DataFrame:
    missing = {name: pd.Series(None, index=found.index, dtype="str") for name in columns if name not in found.columns}
    return found.assign(**missing)[list(columns)]
