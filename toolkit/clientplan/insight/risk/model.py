"""Weights for the signals: those of the prior, moved as far as the book's own precedents speak for it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from clientplan.insight.order_book import Real
from clientplan.insight.risk.calibration import Calibration, calibrated
from clientplan.insight.risk.precedents import Precedents
from clientplan.insight.risk.prior import PRIOR, Prior
from clientplan.insight.risk.ridge import ridge

PULL = 1_000.0  # units of information that each weight of the prior is worth
FREE = 1e-6  # the level of risk is the book's own


@dataclass(frozen=True)
class Model:
    """How a book's signals are weighed."""

    prior: Prior
    weights: Real  # the level first, then one a signal
    calibration: Calibration

    def score(self, signals: pd.DataFrame) -> Real:
        """Higher is likelier to erode or to fall silent. Shape (clients,)."""
        score: Real = self.prior.design(signals) @ self.weights
        return score

    def risk(self, signals: pd.DataFrame) -> Real:
        """The chance that spend falls under half within the horizon, for clients that can. Shape (clients,)."""
        return self.calibration.chance(self.score(signals))


def learn(known: Precedents, prior: Prior = PRIOR) -> Model:
    """Both ways of leaving teach, falling under half and falling silent; the chances are those of the first alone."""
    rows = pd.concat([known.paced, known.active], ignore_index=True)
    pull = np.full(len(prior.weights), PULL)
    pull[0] = FREE
    weights = ridge(prior.design(rows), rows["happened"].to_numpy(dtype=np.float64), prior.weights, pull)
    eroded = known.paced["happened"].to_numpy(dtype=np.float64)
    return Model(prior, weights, calibrated(prior.design(known.paced) @ weights, eroded))
