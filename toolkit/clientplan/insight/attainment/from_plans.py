"""The results that plans have planned, month by month."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pandas as pd

from clientplan.plan.plan import Plan

_COLUMNS = ("client_id", "currency", "month", "plan")
_YEAR = 12  # months


def months(plans: Mapping[str, Plan]) -> pd.DataFrame:
    """The months of each plan as the manager planned them; a plan whose months aren't named as 2026-04 has none.

    Returns:
        `client_id`, `currency`, `month` (period) and `plan`; months without a figure are left out.
    """
    return pd.DataFrame(list(_rows(plans)), columns=_COLUMNS).astype({"month": "period[M]", "plan": "float64"})


def planned(found: pd.DataFrame) -> pd.DataFrame:
    """Such months together, as `attainment` takes plans: `client_id`, `currency`, `amount`, `first`, `last`."""
    both = found.groupby(["client_id", "currency"])
    table = both.agg(amount=("plan", "sum"), begin=("month", "min"), end=("month", "max")).reset_index()
    first, last = table["begin"].dt.start_time, table["end"].dt.end_time.dt.normalize()
    return table.assign(first=first, last=last).drop(columns=["begin", "end"])


def yearly(found: pd.DataFrame) -> pd.DataFrame:
    """The same, for a year: `client_id`, `currency` and `amount`; a plan of six months counts twice."""
    both = found.groupby(["client_id", "currency"])
    table = both.agg(amount=("plan", "sum"), count=("plan", "size")).reset_index()
    return table.assign(amount=table["amount"] * _YEAR / table["count"]).drop(columns="count")


def _rows(plans: Mapping[str, Plan]) -> Iterator[tuple[Any, ...]]:
    for client, plan in plans.items():
        for month in plan.results.months if plan.results else ():
            named = _named(month.month)
            if plan.results is not None and named is not None and month.plan is not None:
                yield client, plan.results.currency, named, float(month.plan)


def _named(month: str) -> pd.Period | None:
    try:
        return pd.Period(date.fromisoformat(f"{month}-01"), freq="M")
    except ValueError:
        return None
