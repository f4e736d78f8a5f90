"""What became of clients in the horizon after a look: whether they fell under half, whether they fell silent."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from clientplan.insight.order_book import Flag, OrderBook, Real
from clientplan.insight.risk.look import QUARTERS, Look

HALF = 0.5
FEWEST_ORDERS = 3  # a client with fewer has no habit to break


@dataclass(frozen=True)
class Outcome:
    """One entry a row of the facts that it belongs to."""

    paced: Flag  # known for a window at least and with a pace to fall from: only these can erode
    eroded: Flag  # of those: the horizon's spend was under half of the run-rate
    active: Flag  # three orders or more, one of them in the last half of the window: only these can fall silent
    silent: Flag  # of those: no order in the horizon


def paced(facts: pd.DataFrame, look: Look) -> Flag:
    """Who can erode. A tenure that isn't known is too short."""
    found: Flag = ((facts["tenure_days"] >= look.window) & (facts["run_rate"] > 0)).to_numpy(dtype=bool)
    return found


def active(facts: pd.DataFrame, look: Look, orders: Real) -> Flag:
    """Who can fall silent. `orders`: how many each client has placed before the look."""
    recent = (facts["days_since_order"] <= look.window / 2).to_numpy(dtype=bool)
    return recent & (orders >= FEWEST_ORDERS)


def outcome(book: OrderBook, facts: pd.DataFrame, look: Look) -> Outcome:
    """What the book knows of the horizon after an earlier look; the horizon has to have ended."""
    n, who = len(book.clients), facts.index.to_numpy()
    past = np.bincount(book.client[book.ordered & (book.day < look.day)], minlength=n)[who]
    coming = (book.day >= look.day) & (book.day < look.day + look.horizon)
    spend = np.bincount(book.client[coming], book.spend[coming], minlength=n)[who]
    orders = np.bincount(book.client[coming & book.ordered], minlength=n)[who]
    pace = facts["run_rate"].to_numpy() * (QUARTERS * look.horizon / look.window)
    could_erode, could_fall_silent = paced(facts, look), active(facts, look, past.astype(float))
    return Outcome(
        could_erode, could_erode & (spend < HALF * pace), could_fall_silent, could_fall_silent & (orders == 0)
    )
