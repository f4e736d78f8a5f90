"""The facts as the model weighs them: free of currency, most of them logarithms, none of them beyond reason."""

from __future__ import annotations

import numpy as np
import pandas as pd

from clientplan.insight.order_book import Real
from clientplan.insight.risk.look import QUARTERS, Look

SETTLED = 1.5  # windows of tenure, under which the year before can't be compared with
NEVER = 10.0  # windows: how long who never ordered counts as away


def silence(days_since_order: Real, look: Look) -> Real:
    """How long since the last order, as a logarithm of windows."""
    windows: Real = np.nan_to_num(days_since_order / look.window, nan=NEVER)
    return np.log(windows + 0.01)


def signals(facts: pd.DataFrame, look: Look) -> pd.DataFrame:
    """What the model sees of each client. Where a fact is missing, the signal is that of a middling client.

    Returns:
        The index of `facts`; a column a signal, floats without a gap.
    """
    fact = {name: facts[name].to_numpy(dtype=np.float64) for name in facts.columns}
    year, before, quarter = fact["orders_year"], fact["orders_year_before"], fact["orders_quarter"]
    tenure = np.nan_to_num(fact["tenure_days"] / look.window)
    mean_quarter = fact["spend_year"] / QUARTERS
    away = _ratio(fact["days_since_order"], fact["longest_gap"], 1.5)
    settled = tenure >= SETTLED
    grown = np.log(np.clip(fact["spend_year"] / np.maximum(fact["spend_year_before"], 1.0), 0.1, 5.0))
    return pd.DataFrame(
        {
            "months_faded": fact["months_faded"],
            "silence": silence(fact["days_since_order"], look),
            "beyond_longest_gap": np.log(np.clip(away, 1.0, 8.0)),
            "orders_quarter": np.log1p(quarter),
            "orders_year_before": np.log1p(before),
            "usual_gap": np.log(np.clip(np.nan_to_num(fact["usual_gap"] / look.window, nan=0.5), 1 / look.window, 1.0)),
            "gap_unevenness": np.clip(_ratio(fact["gap_spread"], np.maximum(fact["usual_gap"], 1.0), 1.0), 0.0, 3.0),
            "order_unevenness": np.clip(fact["orders_spread"] / np.maximum(year / QUARTERS, 0.25), 0.0, 2.0),
            "spend_unevenness": np.minimum(_ratio(fact["spread_quarter"], mean_quarter, 1.0), 2.0),
            "weakest_quarter": np.clip(_ratio(fact["weakest_quarter"], fact["run_rate"], 0.0), 0.0, 1.0),
            "spend_faded": np.log(np.clip(_ratio(fact["spend_faded"], fact["run_rate"], 0.5), 0.1, 4.0)),
            "grown": np.where(settled, grown, 0.0),
            "spend_rank": _rank(fact["spend_year"]),
            "order_size_rank": _rank(fact["spend_year"] / np.maximum(year, 1.0)),
            "tenure": np.log(tenure + 0.1),
            "long_gaps": np.nan_to_num(fact["long_gaps"] / np.maximum(tenure, 1.0)),
        },
        index=facts.index,
    )


def _ratio(value: Real, by: Real, otherwise: float) -> Real:
    """One by the other, and another figure where that can't be said."""
    said = np.isfinite(value) & (by > 0)
    ratio: Real = np.divide(value, by, out=np.full(len(value), otherwise), where=said)
    return ratio


def _rank(value: Real) -> Real:
    """The place among all clients, from -0.5 for the lowest to 0.5; equals share one."""
    rank: Real = np.asarray(pd.Series(value).rank(pct=True), dtype=np.float64)
    return rank - 0.5
