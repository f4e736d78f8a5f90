"""Where there is nothing to know, nothing is claimed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import numpy as np
import pandas as pd
import pytest

from clientplan.insight import risk

TODAY = date(2026, 1, 5)
Made = Callable[..., pd.DataFrame]


def auc(happened: np.ndarray, score: np.ndarray) -> float:
    ranks = pd.Series(score).rank().to_numpy()
    count = happened.sum()
    return float((ranks[happened].sum() - count * (count + 1) / 2) / (count * (len(happened) - count)))


def test_who_will_fall_silent_is_not_told_by_noise(noise: Made) -> None:
    found = []
    for seed in range(8):
        orders = noise(seed, orders=5)
        score = risk.score(orders, TODAY)
        stayed = set(orders.loc[orders["date"] >= pd.Timestamp(TODAY), "client_id"])
        found.append(auc(~score.index.isin(stayed), score.to_numpy()))
    assert np.mean(found) == pytest.approx(0.5, abs=0.07)


def test_a_stranger_s_future_is_not_told(noise: Made) -> None:
    found = []
    for seed in range(8):
        told = risk.explain(noise(seed), TODAY)
        other = noise(seed + 100)
        coming = other[other["date"] >= pd.Timestamp(TODAY)].groupby("client_id")["amount"].sum()
        coming = coming.reindex(told.index).fillna(0.0)
        can = told["risk"].notna().to_numpy()
        found.append(auc((coming < coming.median() / 2).to_numpy()[can], told["risk"].to_numpy()[can]))
        assert told["risk"].std() < 0.09
        assert told["risk"].mean() == pytest.approx(told["base_rate"].iloc[0], abs=0.03)
    assert np.mean(found) == pytest.approx(0.5, abs=0.03)


def test_what_is_claimed_in_noise_is_only_what_chance_evens_out(noise: Made) -> None:
    """A run-rate that was high by chance falls back, and no more than that is claimed: the chances come true."""
    claimed, fell = [], []
    for seed in range(8):
        orders = noise(seed)
        told = risk.explain(orders, TODAY)
        days = orders["date"] - pd.Timestamp(TODAY)
        coming = orders[(days.dt.days >= 0) & (days.dt.days < 182)].groupby("client_id")["amount"].sum()
        can = (told["tenure_days"] >= 364) & (told["run_rate"] > 0)
        claimed.append(told.loc[can, "risk"].to_numpy())
        fell.append((coming.reindex(told.index).fillna(0.0) < told["run_rate"])[can].to_numpy())
    chance, happened = np.concatenate(claimed), np.concatenate(fell)
    for tenth in np.array_split(np.argsort(chance), 10):
        assert happened[tenth].mean() == pytest.approx(chance[tenth].mean(), abs=0.08)
