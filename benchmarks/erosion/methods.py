"""The methods that account managers and their tools use, each from the rows to one score a client: higher is worse."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd

from clientplan.insight import risk
from clientplan.insight.order_book import OrderBook, day_number, read
from clientplan.insight.risk.assess import assess
from clientplan.insight.risk.facts import by_month, facts
from clientplan.insight.risk.look import Look
from clientplan.insight.risk.outcome import outcome
from clientplan.insight.risk.prior import PRIOR, Prior
from clientplan.insight.risk.signals import signals

WEEK = 7.0
DRIFT = 0.5  # of CUSUM, in standard deviations


def looked(orders: pd.DataFrame, cutoff: date) -> tuple[OrderBook, Look, pd.DataFrame]:
    book, look = read(orders, cutoff), Look(day_number(cutoff))
    return book, look, facts(book, look)


def named(book: OrderBook, score: object) -> pd.Series:
    return pd.Series(np.nan_to_num(np.asarray(score, dtype=float), nan=0.0), index=book.clients)


def precedents(prior: Prior = PRIOR):  # noqa: ANN201 - a Scorer
    """Ours, with the prior that it ships with or another."""

    def score(orders: pd.DataFrame, cutoff: date) -> pd.Series:
        book = read(orders, cutoff)
        return pd.Series(assess(book, Look(day_number(cutoff)), prior).score, index=book.clients)

    return score


def boosted(orders: pd.DataFrame, cutoff: date) -> pd.Series:
    """Gradient boosting over all facts and signals, trained on every ended look at the book; two facts until then.

    It learns, as ours does, from both ways of leaving, which serves it better than erosion alone.
    """
    from sklearn.ensemble import HistGradientBoostingClassifier

    book, look, known = looked(orders, cutoff)
    rows, happened = [], []
    for quarters in range(200):
        at = look.earlier(quarters)
        if at.day - at.window < book.day.min():
            break
        then = facts(book, at)
        became = outcome(book, then, at)
        seen = _features(then, at)
        rows += [seen[became.paced], seen[became.active]]
        happened += [became.eroded[became.paced], became.silent[became.active]]
    past = np.concatenate(happened) if happened else np.zeros(0, dtype=bool)
    eroded = np.concatenate(happened[::2]) if happened else past
    if len(eroded) < 150 or eroded.sum() < 20:
        return risk.two_facts(orders, cutoff)
    model = HistGradientBoostingClassifier(
        max_iter=150, learning_rate=0.04, max_leaf_nodes=12, min_samples_leaf=30, l2_regularization=5.0, random_state=0
    )
    model.fit(np.vstack(rows), past)
    return named(book, model.decision_function(_features(known, look)))


def _features(known: pd.DataFrame, look: Look) -> np.ndarray:
    return np.column_stack([known.to_numpy(dtype=float), signals(known, look).to_numpy()])


def bg_nbd(orders: pd.DataFrame, cutoff: date) -> pd.Series:
    """Fader, Hardie and Lee 2005, as `lifetimes` fits it: one less the chance that the client is still active."""
    from lifetimes import BetaGeoFitter

    book, _, known = looked(orders, cutoff)
    count = np.bincount(book.client[book.ordered], minlength=len(book.clients))
    some = count > 0
    tenure = (known["tenure_days"] / WEEK).to_numpy()[some]
    recency = ((known["tenure_days"] - known["days_since_order"]) / WEEK).to_numpy()[some]
    repeated = count[some] - 1.0
    model = BetaGeoFitter(penalizer_coef=0.001)
    with np.errstate(all="ignore"):
        model.fit(repeated, recency, tenure)
        alive = model.conditional_probability_alive(repeated, recency, tenure)
    score = np.ones(len(some))
    score[some] = 1.0 - np.asarray(alive)
    return named(book, score)


def rfm(orders: pd.DataFrame, cutoff: date) -> pd.Series:
    """Fifths by recency, frequency and money of the last year, added up."""
    book, _, known = looked(orders, cutoff)
    parts = [-known["days_since_order"].fillna(1e6), known["orders_year"], known["spend_year"]]
    return named(book, -sum(np.ceil(5 * part.rank(pct=True)) for part in parts))


def recency(orders: pd.DataFrame, cutoff: date) -> pd.Series:
    book, _, known = looked(orders, cutoff)
    return named(book, known["days_since_order"].fillna(1e6))


def recency_by_gap(orders: pd.DataFrame, cutoff: date) -> pd.Series:
    book, _, known = looked(orders, cutoff)
    return named(book, known["days_since_order"] / known["usual_gap"].fillna(182.0))


def year_over_year(orders: pd.DataFrame, cutoff: date) -> pd.Series:
    """The last quarter against the same quarter of the year before."""
    book, _, spend = _monthly(orders, cutoff)
    now, then = spend[:, :3].sum(axis=1), spend[:, 12:15].sum(axis=1)
    return named(book, -(now - then) / np.maximum(np.abs(now) + np.abs(then), 1.0))


def cusum(orders: pd.DataFrame, cutoff: date) -> pd.Series:
    """One-sided, of twelve months against the run-rate in own standard deviations (Page 1954)."""
    book, _, spend = _monthly(orders, cutoff)
    year = spend[:, :12]
    pace = np.median(year.reshape(-1, 4, 3).sum(axis=2), axis=1) / 3
    spread = np.maximum(year.std(axis=1), 1.0)
    total = np.zeros(len(year))
    for month in year.T[::-1]:
        total = np.maximum(0.0, total + (pace - month) / spread - DRIFT)
    return named(book, total)


def theil_sen(orders: pd.DataFrame, cutoff: date) -> pd.Series:
    """The median slope between all pairs of twelve months, by the mean month."""
    book, _, spend = _monthly(orders, cutoff)
    year = spend[:, 11::-1]
    early, late = np.triu_indices(12, 1)
    slope = np.median((year[:, late] - year[:, early]) / (late - early), axis=1)
    return named(book, -slope / np.maximum(np.abs(year.mean(axis=1)), 1.0))


def _monthly(orders: pd.DataFrame, cutoff: date) -> tuple[OrderBook, Look, np.ndarray]:
    book, look = read(orders, cutoff), Look(day_number(cutoff))
    return book, look, by_month(book, look, book.spend, len(book.clients))


PEERS = {
    "two facts": risk.two_facts,
    "gradient boosting, trained on the book's past": boosted,
    "BG/NBD P(alive)": bg_nbd,
    "RFM": rfm,
    "recency": recency,
    "recency by own gap": recency_by_gap,
    "year over year": year_over_year,
    "CUSUM against the run-rate": cusum,
    "Theil-Sen slope": theil_sen,
}
