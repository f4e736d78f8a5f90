"""From a score to a chance, by what such scores have meant in the same book."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from clientplan.insight.order_book import Real
from clientplan.insight.risk.ridge import logistic, ridge

DOUBT = 5.0  # units of information that speak for a score that means nothing
FREE = 1e-6


@dataclass(frozen=True)
class Calibration:
    """A line through the log odds."""

    middle: float
    spread: float
    level: float
    slope: float

    def chance(self, score: Real) -> Real:
        """Shape as `score`, from 0 to 1."""
        return logistic(self.level + self.slope * (score - self.middle) / self.spread)


def calibrated(score: Real, happened: Real) -> Calibration:
    """The line for a book's precedents; flat, at their base rate, where the score told nothing.

    Platt, Probabilistic outputs for support vector machines, 1999, with the slope drawn towards none and never falling:
    a score that told the opposite tells nothing.

    Args:
        score: shape (precedents,).
        happened: 0 or 1, shape (precedents,).
    """
    middle, spread = float(score.mean()), float(score.std()) or 1.0
    line = np.column_stack([np.ones(len(score)), (score - middle) / spread])
    level, slope = ridge(line, happened, np.zeros(2), np.array([FREE, DOUBT]))
    if slope < 0:
        flat = ridge(line[:, :1], happened, np.zeros(1), np.array([FREE]))
        return Calibration(middle, spread, float(flat[0]), 0.0)
    return Calibration(middle, spread, float(level), float(slope))
