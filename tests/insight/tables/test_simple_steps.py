"""On pandas, a sum with anything more in it is led through the groups one by one, by Python, with only a warning."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pytest

from clientplan.insight.tables import collected, effort, in_force, monthly, rates

AS_OF = date(2026, 6, 15)


def orders(clients: int) -> pd.DataFrame:
    at = np.arange(4 * clients)
    return pd.DataFrame(
        {
            "client_id": pd.Series((at % clients).astype(str), dtype="str"),
            "currency": "EUR",
            "kind": "call",
            "date": np.datetime64("2026-01-01", "us") + at.astype("timedelta64[D]") % np.timedelta64(150, "D"),
            "amount": at / 100,
            "minutes": at / 7,
        }
    )


def objectives(clients: int) -> pd.DataFrame:
    start, end = np.datetime64("2026-01-01", "us"), np.datetime64("2026-12-31", "us")
    ids = pd.Series(np.arange(clients).astype(str), dtype="str")
    return pd.DataFrame({"client_id": ids, "objective_id": "o1", "start": start, "end": end})


STEPS: dict[str, Callable[[int], Any]] = {
    "monthly": lambda clients: monthly(orders(clients)),
    "effort by kind": lambda clients: effort(orders(clients), "kind"),
    "effort by month": lambda clients: effort(orders(clients), "month"),
    "in force": lambda clients: in_force(orders(clients), objectives(clients)),
    "rates": lambda clients: rates(monthly(orders(clients)), AS_OF, ["cents"], ("client_id", "currency")),
}


def calls(step: Callable[[int], Any], clients: int) -> int:
    """Functions of Python that are called on the way."""
    counted = 0

    def count(_frame: object, event: str, _what: object) -> None:
        nonlocal counted
        counted += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        rows = collected(step(clients))
    finally:
        sys.setprofile(before)
    assert rows["client_id"].nunique() == clients
    return counted


@pytest.mark.parametrize("name", STEPS)
def test_ten_times_the_clients_take_no_more_steps_of_python(name: str) -> None:
    step = STEPS[name]
    collected(step(10))  # what is only done once
    few, many = calls(step, 30), calls(step, 300)
    assert many < few + 60  # one call a group would be 270


def test_what_is_counted_would_show_a_loop() -> None:
    def looped(clients: int) -> Any:
        return orders(clients).groupby("client_id").agg(lambda values: values.iloc[0]).reset_index()[["client_id"]]

    collected(looped(10))
    assert calls(looped, 300) > calls(looped, 30) + 270
