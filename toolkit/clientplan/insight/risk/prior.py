"""What the model believes before it has seen the manager's own book."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from clientplan.insight.order_book import Real

REACH = 4.0  # deviations from the middle beyond which a signal counts no further


@dataclass(frozen=True)
class Prior:
    """A middle, a spread and a weight for each signal."""

    level: float
    signals: dict[str, tuple[float, float, float]]

    @property
    def weights(self) -> Real:
        """The level first, then one a signal. Shape (signals + 1,)."""
        return np.array([self.level, *(weight for _, _, weight in self.signals.values())])

    def design(self, signals: pd.DataFrame) -> Real:
        """A column of ones, then each signal in deviations from its middle. Shape (clients, signals + 1)."""
        middle, spread, _ = np.array(list(self.signals.values())).T
        deviations = (signals[list(self.signals)].to_numpy(dtype=np.float64) - middle) / spread
        return np.column_stack([np.ones(len(signals)), np.clip(deviations, -REACH, REACH)])


# Fitted once, on the order books of three suppliers to shops over ten years. benchmarks/risk.py fits it anew for each
# book without that book, so that its figures are those of a stranger's.
PRIOR = Prior(
    -1.127,
    {
        "months_faded": (0.357, 0.360, -0.320),
        "silence": (-1.338, 1.881, 0.274),
        "beyond_longest_gap": (0.265, 0.374, 0.375),
        "orders_quarter": (0.772, 0.865, -0.403),
        "orders_year_before": (1.313, 1.288, 0.310),
        "usual_gap": (-1.773, 1.121, 0.510),
        "gap_unevenness": (0.800, 0.262, 0.076),
        "order_unevenness": (0.561, 0.608, -0.191),
        "spend_unevenness": (0.899, 0.476, 0.053),
        "weakest_quarter": (0.202, 0.312, -0.169),
        "spend_faded": (-0.256, 0.468, -0.104),
        "grown": (-0.547, 1.208, 0.328),
        "spend_rank": (0.001, 0.284, 0.022),
        "order_size_rank": (0.001, 0.284, -0.141),
        "tenure": (1.113, 0.957, -0.122),
        "long_gaps": (0.157, 0.263, 0.024),
    },
)
