from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd
import pytest

from clientplan.collect.tables import shaped


@pytest.fixture
def clients() -> Callable[..., pd.DataFrame]:
    def made(*rows: Sequence[object]) -> pd.DataFrame:
        return shaped("clients", pd.DataFrame(list(rows), columns=["client_id", "name", "currency"]))

    return made


@pytest.fixture
def revenue() -> Callable[..., pd.DataFrame]:
    def made(*rows: Sequence[object]) -> pd.DataFrame:
        frame = pd.DataFrame(list(rows), columns=["client_id", "date", "amount", "currency"])
        return shaped("revenue", frame.assign(date=pd.to_datetime(frame["date"])))

    return made


@pytest.fixture
def activities() -> Callable[..., pd.DataFrame]:
    def made(*rows: Sequence[object]) -> pd.DataFrame:
        frame = pd.DataFrame(list(rows), columns=["client_id", "date", "minutes"])
        return shaped("activities", frame.assign(date=pd.to_datetime(frame["date"])))

    return made
