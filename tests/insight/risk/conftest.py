from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

TODAY = date(2026, 1, 5)


@pytest.fixture
def rows() -> Callable[..., pd.DataFrame]:
    """Orders as they are written down: client, date, amount."""

    def made(*lines: tuple[object, object, object]) -> pd.DataFrame:
        return pd.DataFrame(list(lines), columns=["client_id", "date", "amount"])

    return made


@pytest.fixture
def trade() -> Callable[..., pd.DataFrame]:
    """A book in which clients order at a pace of their own, and those that leave order seldom for a while before."""

    def made(seed: int = 1, clients: int = 80, years: int = 5) -> pd.DataFrame:
        chance = random.Random(seed)
        lines = []
        for number in range(clients):
            gap, size = chance.choice([7, 14, 30, 45]), chance.choice([50.0, 200.0, 900.0])
            day = TODAY - timedelta(days=chance.randint(5, years * 365))
            leaving = TODAY - timedelta(days=chance.randint(-1_200, 1_000))
            while day < min(leaving, TODAY + timedelta(days=200)):
                lump = 15 if chance.random() < 0.03 else 1
                lines.append((f"client {number}", day, round(size * lump * chance.uniform(0.7, 1.3), 2)))
                if chance.random() < 0.03:
                    lines.append((f"client {number}", day, round(-size * chance.uniform(0.1, 1.2), 2)))
                slow = 3 if (leaving - day).days < 180 else 1
                day += timedelta(days=max(1, round(slow * gap * chance.uniform(0.7, 1.3))))
        return pd.DataFrame(lines, columns=["client_id", "date", "amount"])

    return made


@pytest.fixture
def noise() -> Callable[..., pd.DataFrame]:
    """A book without structure: all clients alike, each order on any day, each of any size."""

    def made(seed: int, clients: int = 250, years: int = 5, orders: int = 8) -> pd.DataFrame:
        chance = np.random.default_rng(seed)
        days = years * 364
        count = chance.poisson(orders * years, clients)
        client = np.repeat(np.arange(clients), count)
        first = pd.Timestamp(TODAY) + pd.Timedelta(days=182 - days)
        dates = first + pd.to_timedelta(chance.integers(0, days, len(client)), unit="D")
        return pd.DataFrame(
            {"client_id": client, "date": dates, "amount": chance.lognormal(4, 0.5, len(client)).round(2)}
        )

    return made
