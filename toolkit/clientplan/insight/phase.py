"""Which phase a client is in, from its orders and its plan: what is, not what is likely next.

Deterministic: no model has a say in the phase. Only the watch, which singles out clients in maintenance, asks the risk.
"""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd

from clientplan.insight.brought import brought
from clientplan.insight.order_book import Flag, OrderBook, Real, day_number, read
from clientplan.insight.phase_reason import because
from clientplan.insight.risk.assess import Assessment, assess
from clientplan.insight.risk.look import Look
from clientplan.insight.risk.outcome import paced
from clientplan.insight.standing import standing
from clientplan.plan.words import Phase

GROWTH = 1.3  # a plan above this many times the run-rate is a plan to build
SHORTFALL = 0.7  # of plan, at two monthly looks in a row
WATCHED = 0.9  # the top tenth by risk
FEWEST = 10  # clients, under which there is no tenth


def classify(orders: pd.DataFrame, as_of: date | str, plan: pd.DataFrame | None = None) -> pd.DataFrame:
    """The phase of each client by the orders before a day.

    - *build*: the first order was under 12 months (364 days) ago, or the plan is above 1.3 times the run-rate;
    - *erosion*: the last quarter (91 days) was under 70 % of plan, and so it was a month (30 days) ago; or the client
      has been silent for longer than each of its gaps of the last year, or for a year;
    - *maintenance* otherwise.

    The first that holds counts. The run-rate is the median of the last four quarters; a plan is compared with that of
    a year ago, too, if it was higher: a plan that was once reached is no plan to build.

    Args:
        orders: `client_id`, `date`, `amount`, as for `clientplan.insight.risk.score`.
        as_of: the first day that isn't known yet.
        plan: `client_id`, `amount` for a year in the currency of the orders; several rows of a client add up. Clients
            without a plan above 0 are held to their own run-rate; those without orders are left out.

    Returns:
        Index: each `client_id` with a row before the day, sorted. `phase`: build, maintenance or erosion. `watch`,
        bool: in maintenance, and of the clients that have a pace to fall from in the tenth with the highest risk; never
        set where there are fewer than ten. `reason`: sentences with the figures that decided.

    Raises:
        ValueError: a column is missing from the orders or the plan.
    """
    look, book = Look(day_number(as_of)), read(orders, as_of)
    found = assess(book, look)
    stands = standing(book, found.facts, look, _planned(plan, book))
    phases = phase_of(stands, look)
    watch = (phases == Phase.MAINTENANCE.value) & _top_tenth(found, look)
    columns = (phases.tolist(), watch.tolist(), stands["plan_to_pace"].notna().tolist())
    rows = zip(*columns, stands.itertuples(index=False), found.facts.itertuples(index=False), strict=True)
    return pd.DataFrame(
        {"phase": phases, "watch": watch, "reason": [because(*row) for row in rows]}, index=book.clients
    )


def phase_of(stands: pd.DataFrame, look: Look) -> np.ndarray[tuple[int], np.dtype[np.object_]]:
    """The rule itself, over the figures of `standing`. What isn't known decides nothing."""
    short = ~(stands["tenure_days"] >= look.window)
    meant_to_grow = stands["plan_to_pace"] > GROWTH
    fallen = (stands["of_plan"] < SHORTFALL) & (stands["of_plan_before"] < SHORTFALL)
    return np.select(
        [short | meant_to_grow, fallen | silent(stands, look)],
        np.array([Phase.BUILD.value, Phase.EROSION.value], dtype=object)[:, None],
        Phase.MAINTENANCE.value,
    )


def silent(stands: pd.DataFrame, look: Look) -> pd.Series[bool]:
    """Longer than each own gap of the last year, or for longer than a year."""
    away = stands["days_since_order"]
    return (away > stands["longest_gap"]) | (away > look.window)


def contradiction(said: Phase | str, found: Phase | str, reason: str) -> str | None:
    """The sentence that shows a manager where the orders speak against the manager's word; None where they agree.

    The manager's word stands: the sentence asks, it changes nothing.
    """
    if Phase(said) == Phase(found):
        return None
    return f"You say {Phase(said).value}, the orders say {Phase(found).value}: {reason}"


def _planned(plan: pd.DataFrame | None, book: OrderBook) -> Real:
    """Each client's plan for a year in units of the book, missing where there is none."""
    if plan is None:
        return np.full(len(book.clients), np.nan)
    plan = brought(plan)
    missing = [name for name in ("client_id", "amount") if name not in plan.columns]
    if missing:
        raise ValueError(f"plan: no column {', '.join(missing)}. A plan needs the columns client_id, amount.")
    amounts = pd.to_numeric(plan["amount"], errors="coerce").groupby(plan["client_id"].to_numpy()).sum(min_count=1)
    planned: Real = amounts.reindex(book.clients).to_numpy(dtype=np.float64, na_value=np.nan) / book.unit
    return np.where(planned > 0, planned, np.nan)


def _top_tenth(found: Assessment, look: Look) -> Flag:
    can_erode = paced(found.facts, look)
    if can_erode.sum() < FEWEST:
        return np.zeros(len(can_erode), dtype=bool)
    rank = pd.Series(found.score).where(can_erode).rank(pct=True)
    return (rank > WATCHED).to_numpy(dtype=bool)
