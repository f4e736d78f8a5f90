"""What happened before in the manager's own book, when a client looked as they look now."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from clientplan.insight.order_book import Flag, OrderBook
from clientplan.insight.risk.facts import facts
from clientplan.insight.risk.look import Look
from clientplan.insight.risk.outcome import outcome
from clientplan.insight.risk.signals import signals

LOOKS = 12  # at most, a quarter apart: three years
FEWEST = 20  # times, under which a share says nothing
FEWEST_PRECEDENTS = 150
FEWEST_EROSIONS = 20


@dataclass(frozen=True)
class Precedents:
    """Earlier looks at the same book whose horizon has ended.

    Each table has one row a client and look, and the columns of the facts or signals, with `happened` (bool) and
    `quarters_ago` (of the newest ended look: 0).
    """

    facts: pd.DataFrame  # of those who could erode; `happened`: they did
    paced: pd.DataFrame  # their signals
    active: pd.DataFrame  # the signals of those who could fall silent; `happened`: they did

    @property
    def enough(self) -> bool:
        return len(self.facts) >= FEWEST_PRECEDENTS and int(self.facts["happened"].sum()) >= FEWEST_EROSIONS

    @property
    def base_rate(self) -> float:
        """The share that eroded; missing where it was seen too seldom to say."""
        return float(self.facts["happened"].mean()) if len(self.facts) >= FEWEST else float("nan")


def precedents(book: OrderBook, look: Look) -> Precedents:
    """All ended looks, the newest first, as far back as a whole window of history lies before them."""
    begun = int(book.day.min()) if len(book.day) else look.day
    ended = [look.earlier(quarters) for quarters in range(LOOKS)]
    parts = [_at(book, at, quarters) for quarters, at in enumerate(ended) if at.day - at.window >= begun]
    parts = parts or [_at(book, look.earlier(0), 0)]  # without any row, but with the columns
    return Precedents(*(pd.concat(tables, ignore_index=True) for tables in zip(*parts, strict=True)))


def _at(book: OrderBook, at: Look, quarters: int) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    known = facts(book, at)
    seen, became = signals(known, at), outcome(book, known, at)
    return (
        _marked(known[became.paced], became.eroded[became.paced], quarters),
        _marked(seen[became.paced], became.eroded[became.paced], quarters),
        _marked(seen[became.active], became.silent[became.active], quarters),
    )


def _marked(table: pd.DataFrame, happened: Flag, quarters: int) -> pd.DataFrame:
    return table.assign(happened=happened, quarters_ago=quarters)
