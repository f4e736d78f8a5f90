from __future__ import annotations

import numpy as np
import pandas as pd

from clientplan.insight.risk.alike import alike, bands
from clientplan.insight.risk.look import Look

LOOK = Look(20_000)


def test_bands_end_after_one_two_three_and_six_months() -> None:
    days = np.array([1, 30, 31, 60, 61, 91, 92, 182, 183, 900, np.nan])
    assert bands(days, LOOK).tolist() == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 4]


def table(months: int, days: int, times: int, *, happened: bool) -> pd.DataFrame:
    row = {"months_ordered": float(months), "days_since_order": float(days), "happened": happened}
    return pd.DataFrame([row] * times)


def test_under_twenty_times_the_months_alone_decide() -> None:
    past = pd.concat(
        [
            table(2, 40, 19, happened=True),
            table(2, 80, 20, happened=False),
            table(2, 90, 10, happened=True),
            table(5, 10, 3, happened=True),
        ]
    )
    now = pd.concat([table(2, 50, 1, happened=False), table(2, 70, 1, happened=False), table(5, 1, 1, happened=False)])
    found = alike(now, past, LOOK)
    assert found.times.tolist() == [49, 30, 3]
    assert found.eroded.tolist() == [29, 10, 3]
    assert found.same_band.tolist() == [False, True, False]


def test_nobody_has_looked_like_anybody_in_an_empty_book() -> None:
    found = alike(table(2, 50, 1, happened=False), table(2, 50, 1, happened=False).iloc[:0], LOOK)
    assert (found.times.tolist(), found.eroded.tolist()) == ([0], [0])
