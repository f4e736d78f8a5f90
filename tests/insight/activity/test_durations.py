from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

Made = Callable[..., pd.DataFrame]


def call(day: str, minutes: float | None, objective: str | None = "o3", **more: Any) -> dict[str, Any]:
    return {"date": day, "minutes": minutes, "kind": "Call", "objective_id": objective, **more}


def minutes(found: pd.DataFrame) -> list[float]:
    return found[["smart_minutes", "linked_minutes", "undifferentiated_minutes"]].sum(axis=1).tolist()


@pytest.mark.parametrize(
    ("kind", "usual"),
    [
        ("Call", 20),
        ("E-Mail", 10),
        ("Site visit", 120),
        ("Réunion", 60),
        ("Anruf", 20),
        ("Fax", 30),
        ("", 30),
        (None, 30),
    ],
)
def test_the_table_where_the_log_cannot_say(log: Made, judged: Made, kind: str, usual: float) -> None:
    found = judged(log({"date": "2026-03-01", "minutes": None, "kind": kind}))
    assert minutes(found) == [usual]
    assert found["imputed"].tolist() == [True]
    assert f"No duration in the log: {usual} minutes assumed." in found["reason"].iloc[0]


def test_the_log_s_own_median_from_five_meetings_on(log: Made, judged: Made) -> None:
    timed = [call(f"2026-03-0{at}", at * 10.0) for at in range(1, 6)]
    assert minutes(judged(log(*timed[:4], call("2026-04-01", None))))[-1] == 20
    assert minutes(judged(log(*timed, call("2026-04-01", None))))[-1] == 30
    assert minutes(judged(log(*timed, call("2026-04-01", None, None))))[-1] == 30


def test_noise_and_other_kinds_have_no_say_in_the_median(log: Made, judged: Made) -> None:
    timed = [call(f"2026-03-0{at}", at * 10.0) for at in range(1, 6)]
    noise = [call(f"2026-03-0{at}", 500.0, None) for at in range(1, 9)]
    other = [call(f"2026-03-0{at}", 500.0, kind="visit") for at in range(1, 9)]
    assert minutes(judged(log(*timed, *noise, *other, call("2026-04-01", None))))[-1] == 30


@pytest.mark.parametrize("wrong", [-5.0, float("inf"), "an hour"])
def test_what_is_no_duration_counts_as_missing(log: Made, judged: Made, wrong: Any) -> None:
    assert minutes(judged(log(call("2026-03-01", wrong)))) == [20]


def test_no_minutes_are_a_duration(log: Made, judged: Made) -> None:
    found = judged(log(call("2026-03-01", 0)))
    assert (minutes(found), found["imputed"].tolist()) == ([0], [False])


def test_rows_of_one_meeting_share_what_is_missing(log: Made, judged: Made) -> None:
    assert minutes(judged(log(call("2026-03-01", None), call("2026-03-01", None)))) == [10, 10]
    assert minutes(judged(log(call("2026-03-01", 15), call("2026-03-01", None)))) == [15, 5]
    assert minutes(judged(log(call("2026-03-01", None, None), call("2026-03-01", None, None)))) == [20, 20]
