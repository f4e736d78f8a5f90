from __future__ import annotations

import random
from datetime import date, timedelta
from importlib.util import find_spec

import numpy as np
import pandas as pd
import pytest

NEEDS = {"BG/NBD P(alive)": "lifetimes", "gradient boosting, trained on the book's past": "sklearn"}
END = date(2026, 1, 5)


@pytest.fixture(scope="module")
def orders() -> pd.DataFrame:
    """Four years of sixty clients, of whom a third stops at some time."""
    chance = random.Random(4)
    lines = []
    for client in range(60):
        gap = chance.choice([10, 20, 40])
        stop = END - timedelta(days=chance.randint(-1_500, 1_000))
        day = END - timedelta(days=chance.randint(1_300, 1_460))
        while day < min(stop, END):
            lines.append((client, day, chance.uniform(50, 150)))
            day += timedelta(days=max(1, round(gap * chance.uniform(0.5, 1.5))))
    frame = pd.DataFrame(lines, columns=["client_id", "date", "amount"])
    return frame.assign(date=pd.to_datetime(frame["date"]))


def test_looks_have_a_year_behind_and_half_a_year_before_them(orders: pd.DataFrame) -> None:
    from erosion.protocol import cases

    first, end = orders["date"].min().date(), orders["date"].max().date() + timedelta(days=1)
    found = cases("book", orders)
    assert [(end - case.cutoff).days for case in found] == [182 + 273 * number for number in range(len(found))]
    assert len(found) == 4
    assert all((case.cutoff - first).days >= 364 for case in found)
    assert all(case.known["date"].max() < pd.Timestamp(case.cutoff) for case in found)


def test_area_under_the_curve_by_pairs() -> None:
    from erosion.protocol import auc

    chance = random.Random(2)
    happened = np.array([True] * 8 + [False] * 12)
    score = np.array([chance.randint(0, 6) for _ in happened], dtype=float)
    pairs = [(a > b) + 0.5 * (a == b) for a in score[happened] for b in score[~happened]]
    assert auc(happened, score) == pytest.approx(sum(pairs) / len(pairs))
    assert np.isnan(auc(np.array([True] * 4 + [False] * 9), score[:13]))


def test_the_calibration_error_is_what_was_claimed_beyond_what_came() -> None:
    from erosion.protocol import calibration_error

    assert calibration_error(np.full(100, 0.3), np.arange(100) % 10 == 0) == pytest.approx(0.2)
    chance = np.repeat(np.linspace(0.05, 0.95, 10), 20)
    happened = np.concatenate([np.arange(20) < round(20 * part) for part in np.linspace(0.05, 0.95, 10)])
    assert calibration_error(chance, happened) == pytest.approx(0.0)


def test_every_method_scores_every_client(orders: pd.DataFrame) -> None:
    from erosion.methods import PEERS, precedents

    cutoff = END - timedelta(days=182)
    clients = set(orders.loc[orders["date"] < pd.Timestamp(cutoff), "client_id"])
    for name, scorer in {"ours": precedents(), **PEERS}.items():
        if name in NEEDS and not find_spec(NEEDS[name]):
            continue
        score = scorer(orders[orders["date"] < pd.Timestamp(cutoff)], cutoff)
        assert set(score.index) == clients, name
        assert np.isfinite(score).all(), name
        assert len(set(score)) > 1, name


def test_a_prior_fitted_anew_finds_what_silence_means(orders: pd.DataFrame) -> None:
    from erosion.prior import fitted, tables

    weights = {name: weight for name, (_, _, weight) in fitted([tables(orders)]).signals.items()}
    assert weights["silence"] + weights["beyond_longest_gap"] > 0
    assert len(weights) == 16
