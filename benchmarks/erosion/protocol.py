"""Ten looks at a book, nine months apart, and what became of the clients in the half year after each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from time import process_time

import numpy as np
import pandas as pd

from clientplan.insight.order_book import day_number, read
from clientplan.insight.risk.facts import facts
from clientplan.insight.risk.look import Look
from clientplan.insight.risk.outcome import outcome

CUTOFFS = 10
APART = 273  # days
HORIZON = 182
WINDOW = 364
FEWEST = 5  # to whom it happened, and to whom it didn't: under that an area under the curve is a lottery
KEY_SHARE, KEY_ORDERS = 0.7, 6
SUBTLE = 0.75
TARGETS = ("erosion50", "key", "subtle", "silent")

Scorer = Callable[[pd.DataFrame, date], pd.Series]


@dataclass(frozen=True)
class Case:
    """One look at one book: the rows that were known, and per target who counted and to whom it happened."""

    book: str
    cutoff: date
    known: pd.DataFrame
    targets: dict[str, tuple[pd.Series, pd.Series]]


def cases(name: str, orders: pd.DataFrame) -> list[Case]:
    """All looks at a book that have a year behind them and half a year before them, the last first."""
    end = orders["date"].max().date() + timedelta(days=1)
    first = orders["date"].min().date()
    cutoffs = [end - timedelta(days=HORIZON + APART * number) for number in range(CUTOFFS)]
    return [_case(name, orders, cutoff) for cutoff in cutoffs if (cutoff - first).days >= WINDOW]


def _case(name: str, orders: pd.DataFrame, cutoff: date) -> Case:
    look = Look(day_number(cutoff))
    whole = read(orders, cutoff + timedelta(days=HORIZON))
    known = facts(whole, look)
    became = outcome(whole, known, look)
    clients = whole.clients[known.index]
    spend = known["spend_year"].where(became.paced).rank(pct=True).to_numpy()
    key = became.paced & (spend > KEY_SHARE) & (known["orders_year"] >= KEY_ORDERS).to_numpy()
    subtle = became.paced & (known["spend_quarter"] >= SUBTLE * known["run_rate"]).to_numpy()
    who = {"erosion50": became.paced, "key": key, "subtle": subtle, "silent": became.active}
    targets = {
        target: (
            pd.Series(counts, index=clients),
            pd.Series(became.silent if target == "silent" else became.eroded, index=clients),
        )
        for target, counts in who.items()
    }
    return Case(name, cutoff, orders[orders["date"] < pd.Timestamp(cutoff)], targets)


@dataclass(frozen=True)
class Result:
    """A method over all looks: the means of each book, averaged over the books."""

    auc: dict[str, float]  # by target
    books: dict[str, float]  # the mean of the targets, by book
    top_tenth: float  # the share that eroded
    milliseconds: float  # a client and look

    @property
    def mean(self) -> float:
        return float(np.mean(list(self.books.values())))


def scored(scorer: Scorer, looks: list[Case]) -> Result:
    """One method judged; its time is that of reading the rows, too."""
    rows, seconds, clients = [], 0.0, 0
    for case in looks:
        begun = process_time()
        score = scorer(case.known, case.cutoff)
        seconds, clients = seconds + process_time() - begun, clients + len(score)
        rows.append({"book": case.book} | _judged(case, score))
    means = pd.DataFrame(rows).groupby("book").mean()
    by_target = {target: float(means[target].mean()) for target in TARGETS}
    books = means[list(TARGETS)].mean(axis=1).to_dict()
    return Result(by_target, books, float(means["top_tenth"].mean()), 1_000 * seconds / clients)


def _judged(case: Case, score: pd.Series) -> dict[str, float]:
    found = {}
    for target, (counts, happened) in case.targets.items():
        values = score.reindex(counts.index)[counts].to_numpy()
        found[target] = auc(happened[counts].to_numpy(), values)
    counts, happened = case.targets["erosion50"]
    order = np.argsort(-score.reindex(counts.index)[counts].to_numpy(), kind="stable")
    top = order[: max(1, len(order) // 10)]
    found["top_tenth"] = float(happened[counts].to_numpy()[top].mean()) if len(order) >= 20 else np.nan
    return found


def auc(happened: np.ndarray, score: np.ndarray) -> float:
    """The chance that one to whom it happened stands above one to whom it didn't; missing where there are too few."""
    count = int(happened.sum())
    if min(count, len(happened) - count) < FEWEST:
        return float("nan")
    ranks = pd.Series(score).rank().to_numpy()
    return float((ranks[happened].sum() - count * (count + 1) / 2) / (count * (len(happened) - count)))


def calibration_error(chance: np.ndarray, happened: np.ndarray) -> float:
    """The mean distance between what was claimed and what came, over tenths of the clients."""
    tenths = np.array_split(np.argsort(chance, kind="stable"), 10)
    return float(sum(len(t) * abs(chance[t].mean() - happened[t].mean()) for t in tenths) / len(chance))
