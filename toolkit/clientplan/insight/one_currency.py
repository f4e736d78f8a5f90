"""Several currencies in one book: kept apart, converted by rates that somebody gave, or made comparable without any."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd


def converted(
    revenue: pd.DataFrame, currency: str | None, rates: Mapping[str, float]
) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """Amounts in one currency, and the currencies that were left out for want of a rate.

    Args:
        revenue: `client_id`, `date`, `amount`, `currency`; a missing currency is taken for the common one.
        currency: the common one; None is the one that most rows are in.
        rates: what one unit of another currency is in the common one.
    """
    rows = revenue.assign(currency=revenue["currency"].fillna(currency or "").astype(object))
    common = currency or _usual(rows)
    factor = rows["currency"].map({**rates, common: 1.0}).astype("float64")
    lacking = tuple(sorted(rows.loc[factor.isna(), "currency"].unique()))
    kept = factor.notna()
    return rows[kept].assign(amount=rows.loc[kept, "amount"] * factor[kept], currency=common), lacking


def comparable(revenue: pd.DataFrame) -> pd.DataFrame:
    """Amounts as parts of the usual (median) order of their currency: for what compares clients, not for sums."""
    return revenue.assign(amount=_parts(revenue, revenue).fillna(revenue["amount"]))


def in_units_of(amounts: pd.DataFrame, revenue: pd.DataFrame) -> pd.DataFrame:
    """Amounts made comparable as the orders of the same book are; those in a currency without orders can't be."""
    parts = _parts(amounts, revenue)
    return amounts.assign(amount=parts)[parts.notna()]


def _parts(amounts: pd.DataFrame, revenue: pd.DataFrame) -> pd.Series[float]:
    """Missing in a currency in which nothing was ordered."""
    ordered = revenue[revenue["amount"] > 0]
    usual = ordered["amount"].groupby(_currency(ordered)).median()
    return amounts["amount"] / _currency(amounts).map(usual).astype("float64")


def _currency(rows: pd.DataFrame) -> pd.Series[str]:
    return rows["currency"].fillna("").astype(object)


def _usual(rows: pd.DataFrame) -> str:
    return str(rows["currency"].mode().iloc[0]) if len(rows) else ""
