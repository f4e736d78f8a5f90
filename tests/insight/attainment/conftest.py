from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pandas as pd
import pytest


@pytest.fixture
def years(revenue: Callable[..., pd.DataFrame]) -> Callable[..., pd.DataFrame]:
    """Revenue of a client for whole years: the amounts of January to December, on the fifth of each month."""

    def made(client: str, by_year: Mapping[int, Sequence[float]], currency: str = "EUR") -> pd.DataFrame:
        rows = [
            (client, f"{year}-{month:02d}-05", amount, currency)
            for year, amounts in by_year.items()
            for month, amount in enumerate(amounts, 1)
            if amount
        ]
        return revenue(*rows)

    return made
