"""The list a manager reads: risk, base rate, reason and the facts behind them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from clientplan.insight.order_book import OrderBook
from clientplan.insight.risk.alike import alike
from clientplan.insight.risk.assess import Assessment
from clientplan.insight.risk.facts import MONEY
from clientplan.insight.risk.look import Look
from clientplan.insight.risk.reason import Past, Told, reason


def explained(book: OrderBook, look: Look, found: Assessment) -> pd.DataFrame:
    """As `clientplan.insight.risk.explain` returns it."""
    past, known = found.precedents.facts, found.facts
    seen = alike(known, past, look)
    placed = np.bincount(book.client[book.ordered], minlength=len(book.clients))
    told = known.assign(orders=placed, times=seen.times, eroded=seen.eroded, same_band=seen.same_band)
    whole = ["orders", "months_ordered", "months_ordered_before"]
    rows = told.astype(dict.fromkeys(whole, int))[list(Told.__dataclass_fields__)].itertuples(index=False, name=None)
    everyone = Past(look.window, len(past), int(past["happened"].sum()))
    table = pd.DataFrame(
        {
            "risk": found.risk,
            "base_rate": found.precedents.base_rate,
            "reason": [reason(Told(*row), everyone) for row in rows],
        }
    )
    facts = known.assign(**{name: known[name] * book.unit for name in MONEY}, orders=placed)
    counts = {"alike": seen.times, "alike_eroded": seen.eroded}
    return pd.concat([table, facts.reset_index(drop=True).assign(**counts)], axis=1).set_index(book.clients)
