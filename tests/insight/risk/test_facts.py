"""Every fact counted again from the raw rows, in plain Python, by dates and dictionaries."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from math import isnan, nan
from statistics import fmean, median, pstdev
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientplan.insight.order_book import day_number, read
from clientplan.insight.risk.facts import MONEY, facts
from clientplan.insight.risk.look import Look

TODAY = date(2026, 1, 5)
Made = Callable[..., pd.DataFrame]


def counted(own: list[tuple[date, float]]) -> dict[str, float]:
    """One client's facts from its rows before today."""
    ordered = sorted({day for day, amount in own if amount > 0})

    def spend(first: int, last: int) -> float:
        """Of rows from `first` to `last` days ago, today's eve being 1."""
        return sum(amount for day, amount in own if first <= (TODAY - day).days <= last)

    def orders(first: int, last: int) -> list[date]:
        return [day for day in ordered if first <= (TODAY - day).days <= last]

    # A quarter of 91 days is cut into months of 31, 30 and 30 days, counted back.
    bounds = [0]
    for _ in range(8):
        bounds += [bounds[-1] + 31, bounds[-1] + 61, bounds[-1] + 91]
    months = [(a + 1, b) for a, b in pairwise(bounds)]
    active = [bool(orders(*month)) for month in months]
    monthly = [spend(*month) for month in months]
    quarters = [spend(1 + 91 * q, 91 * (q + 1)) for q in range(4)]
    year = orders(1, 364)
    gaps = [(b - a).days for a, b in pairwise(year)]
    ever = [(b - a).days for a, b in pairwise(ordered)]
    month_weights, spend_weights = [0.5 ** (k / 4) for k in range(24)], [0.5 ** (k / 8) for k in range(24)]
    return {
        "days_since_order": (TODAY - ordered[-1]).days if ordered else nan,
        "tenure_days": (TODAY - ordered[0]).days if ordered else nan,
        "months_ordered": sum(active[:6]),
        "months_ordered_before": sum(active[6:12]),
        "months_faded": sum(w for w, a in zip(month_weights, active, strict=True) if a) / sum(month_weights),
        "orders_quarter": len(orders(1, 91)),
        "orders_year": len(year),
        "orders_year_before": len(orders(365, 728)),
        "orders_spread": pstdev(len(orders(1 + 91 * q, 91 * (q + 1))) for q in range(4)),
        "usual_gap": fmean(gaps) if gaps else nan,
        "longest_gap": max(gaps, default=nan),
        "gap_spread": pstdev(gaps) if len(gaps) > 1 else nan,
        "long_gaps": sum(gap >= 182 for gap in ever),
        "spend_quarter": quarters[0],
        "run_rate": median(quarters),
        "weakest_quarter": min(quarters),
        "spread_quarter": pstdev(quarters),
        "spend_faded": 3 * sum(w * s for w, s in zip(spend_weights, monthly, strict=True)) / sum(spend_weights),
        "spend_year": sum(quarters),
        "spend_year_before": spend(365, 728),
    }


def compared(table: pd.DataFrame) -> int:
    book = read(table, TODAY)
    found = facts(book, Look(day_number(TODAY)))
    found[list(MONEY)] *= book.unit
    raw: dict[Any, list[tuple[date, float]]] = {}
    for client, day, amount in table.itertuples(index=False, name=None):
        if day < TODAY:
            raw.setdefault(client, []).append((day, amount))
    assert sorted(raw) == sorted(book.clients)
    for client, own in raw.items():
        expected = counted(own)
        row = found.loc[book.clients.get_loc(client)]
        assert sorted(row.index) == sorted(expected)
        for name, value in expected.items():
            assert row[name] == pytest.approx(value, abs=1e-3, nan_ok=True), (client, name)
    return len(raw)


def test_a_whole_book_counted_again(trade: Made) -> None:
    assert compared(trade()) > 60


line = st.tuples(
    st.sampled_from("abc"),
    st.integers(-40, 1_200).map(lambda ago: TODAY - timedelta(days=ago)),
    st.integers(-3_000, 9_000).map(lambda cents: cents / 100),
)


@given(st.lists(line, min_size=1, max_size=40))
def test_any_rows_counted_again(lines: list[tuple[str, date, float]]) -> None:
    compared(pd.DataFrame(lines, columns=["client_id", "date", "amount"]))


def test_a_client_that_was_only_credited_has_no_order(rows: Made) -> None:
    found = facts(read(rows(("a", "2025-11-01", -5.0)), TODAY), Look(day_number(TODAY))).iloc[0]
    assert isnan(found["days_since_order"])
    assert found["months_ordered"] == 0
    assert found["spend_quarter"] < 0


def test_a_client_that_comes_later_is_not_there_yet(rows: Made) -> None:
    book = read(rows(("a", "2025-11-01", 5.0), ("b", "2024-11-01", 5.0)), TODAY)
    assert facts(book, Look(day_number("2025-01-01"))).index.tolist() == [1]


@pytest.mark.parametrize(("window", "horizon"), [(23, 10), (364, 0), (-1, 182)])
def test_a_window_that_cannot_be_cut_into_months_is_refused(window: int, horizon: int) -> None:
    with pytest.raises(ValueError, match=f"window {window}, horizon {horizon}: give a window of at least 24"):
        Look(0, window, horizon)
