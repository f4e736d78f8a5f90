"""How near a judgment comes to the truth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd


@dataclass(frozen=True)
class Measured:
    precision: float  # of the links, those that are right
    recall: float  # of what served an objective, what is linked to it
    rule_precision: float  # the same of links that the log doesn't name
    rule_recall: float
    share_error: float  # points between the share of undifferentiated time and the truth


def measured(
    truth: Sequence[str | None], given: pd.Series[Any], found: Sequence[str | None], share: float, true_share: float
) -> Measured:
    """`given` is what the log names, `found` the links; shares are of time, 0 to 1."""
    table = pd.DataFrame({"true": list(truth), "found": list(found), "given": list(given)}, dtype=object)
    unnamed = table[table["given"].isna()]
    return Measured(*_rates(table), *_rates(unnamed), 100 * (share - true_share))


def _rates(table: pd.DataFrame) -> tuple[float, float]:
    right = int((table["true"].notna() & (table["true"] == table["found"])).sum())
    return right / max(int(table["found"].notna().sum()), 1), right / max(int(table["true"].notna().sum()), 1)
