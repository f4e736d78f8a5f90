from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientplan.insight.activity import judge
from clientplan.insight.activity.inputs import NO_DAY, Events, Objectives
from clientplan.insight.activity.progress import PRIOR, WINDOW, WITHIN, rates

Made = Callable[..., pd.DataFrame]


def served(day: str, **more: object) -> dict[str, object]:
    return {"date": day, "objective_id": "o2", **more}


def test_credit_is_split_over_the_meetings_since_the_last_event(log: Made, judged: Made) -> None:
    activities = log(
        served("2026-02-09"),  # 22 days before
        served("2026-02-10"),
        served("2026-02-20"),
        served("2026-03-03"),  # the day itself
        served("2026-03-04"),  # for the next one
        served("2026-04-05"),  # nothing followed
    )
    found = judged(activities, ("C", "o2", "2026-03-03"), ("C", "o2", "2026-03-20"))
    assert found["shared"].tolist() == [pd.NA, 3, 3, 3, 1, pd.NA]
    assert found["days"].tolist() == [pd.NA, 21, 11, 0, 16, pd.NA]
    counted = 1 - found["base_rate"].iloc[0] / found["after_rate"].iloc[0]
    assert found["moved"].tolist() == pytest.approx([0, counted / 3, counted / 3, counted / 3, counted, 0])


@pytest.mark.parametrize(
    "event",
    [
        ("C", "o2", "2026-03-03", 0.0),  # not a step forward
        ("C", "o2", "2026-03-03", -1.0),
        ("C", "o3", "2026-03-03"),
        ("D", "o1", "2026-03-03"),
        ("C", "o2", None),
    ],
)
def test_what_moves_nothing(log: Made, judged: Made, event: tuple[object, ...]) -> None:
    assert judged(log(served("2026-03-01"), served("2026-08-29", objective_id="o3")), event)["moved"].tolist() == [0, 0]


def test_what_moves_on_after_the_day_that_is_looked_at_is_not_known(log: Made, judged: Made) -> None:
    activities = log(served("2026-03-01"))
    assert judged(activities, ("C", "o2", "2026-03-08"), as_of="2026-03-08")["days"].tolist() == [7]
    early = judged(activities, ("C", "o2", "2026-03-08"), as_of="2026-03-07")
    assert early["days"].tolist() == [pd.NA]
    assert early["reason"].iloc[0].endswith("; nothing has moved on yet, 15 days of 21 are left.")


def test_an_activity_whose_21_days_are_not_over_is_no_failure(log: Made, judged: Made) -> None:
    rows = [served("2026-03-01"), served("2026-05-25")]
    event = ("C", "o2", "2026-03-02")
    assert judged(log(*rows), event, as_of="2026-06-14")["after_rate"].iloc[0] == 1.0
    assert judged(log(*rows), event, as_of="2026-06-15")["after_rate"].iloc[0] == 0.5


def test_rates_by_hand(log: Made, judged: Made) -> None:
    """One objective that counts: 2026-02-01 to 2026-06-30, activities on two days, two events."""
    found = judged(
        log(served("2026-03-10"), served("2026-05-20")), ("C", "o2", "2026-03-12"), ("C", "o2", "2026-04-20")
    )
    # Quiet stretches of o2: 37 days from 1 February, 49 from 1 April, 20 from 11 June. Windows of 22 days: 16, 28, 0.
    # Of the 28 those that begin from 1 to 20 April have the 20th in them: 20.
    own_quiet, own_stirred = 44 / WINDOW, 20 / WINDOW
    # o1 and o3 of the client are quiet from 1 January to 15 September, and o1 of D too: 258 days, 237 windows each.
    quiet_c, quiet_all = own_quiet + 2 * 237 / WINDOW, own_quiet + 3 * 237 / WINDOW
    overall = own_stirred / quiet_all
    client = (own_stirred + PRIOR * overall) / (quiet_c + PRIOR)
    base = (own_stirred + PRIOR * client) / (own_quiet + PRIOR)
    assert found["base_rate"].tolist() == pytest.approx([base, base])
    after = (1 + PRIOR * (1 + PRIOR * 0.5) / (2 + PRIOR)) / (2 + PRIOR)
    assert found["after_rate"].tolist() == pytest.approx([after, after])
    assert found["moved"].tolist() == pytest.approx([1 - base / after, 0])
    first, second = found["reason"]
    assert first == (
        f"Serves o2 (said in the log); it moved on 2 days later. It moves on in {100 * base:.0f} % of three-week "
        f"spells without activity, in {100 * after:.0f} % after one: {100 * (1 - base / after):.0f} % of the credit "
        "counts."
    )
    assert second == "Serves o2 (said in the log); nothing moved on within 21 days."


def test_the_reason_says_who_shares_the_credit_and_what_it_was(log: Made, judged: Made) -> None:
    rows = [served("2026-03-01"), served("2026-03-02"), served("2026-03-10")]
    found = judged(log(*rows), ("C", "o2", "2026-03-10", 1.0, "Anita signed the routine."))["reason"]
    assert found.iloc[0] == (
        "Serves o2 (said in the log); Anita signed the routine 9 days later, and 2 other activities led there too."
    )
    assert found.iloc[2].startswith("Serves o2 (said in the log); Anita signed the routine the same day, and 2 other")


SPAN = 120


@given(
    linked=st.lists(st.integers(0, SPAN), max_size=8, unique=True),
    moved=st.lists(st.integers(-5, SPAN + 5), max_size=8, unique=True),
    start=st.integers(0, 40),
    end=st.integers(60, SPAN + 40),
)
def test_quiet_windows_are_those_counted_day_by_day(linked: list[int], moved: list[int], start: int, end: int) -> None:
    linked = sorted(day for day in linked if start <= day <= end)
    moved = sorted(moved)
    texts = np.array([""] * len(moved), dtype=object)
    objectives = Objectives(
        client=np.array([0]),
        ids=np.array(["o"], dtype=object),
        given=np.array(["o"], dtype=object),
        start=np.array([start]),
        end=np.array([end]),
        words=np.array([""], dtype=object),
        people=((),),
        clients={"C": 0},
    )
    events = Events(np.zeros(len(moved), np.int64), np.array(moved, np.int64), texts)
    found = rates(objectives, events, np.zeros(len(linked), np.int64), np.array(linked, np.int64), SPAN)
    covered = {day + more for day in linked for more in range(WINDOW)} | set(linked)
    windows = [
        range(day, day + WINDOW)
        for day in range(start, min(end, SPAN) - WITHIN + 1)
        if not covered & set(range(day, day + WINDOW))
    ]
    if not windows:
        assert np.isnan(found.base[0])
    else:  # with one objective nothing is shrunk
        stirred = sum(bool(set(window) & set(moved)) for window in windows)
        assert found.base[0] == pytest.approx(stirred / len(windows))


def test_without_a_first_day_windows_begin_with_the_first_thing_known() -> None:
    assert NO_DAY < -(10**12)
    plan = pd.DataFrame(
        [("o", "C", None, None, "x", None)], columns=["objective_id", "client_id", "start", "end", "words", "people"]
    )
    log = pd.DataFrame([("a", "C", "2026-03-01", "o")], columns=["activity_id", "client_id", "date", "objective_id"])
    moved = pd.DataFrame([("C", "o", "2026-02-01")], columns=["client_id", "objective_id", "date"])
    found = judge(log, plan, moved, "2026-06-30").iloc[0]
    # Quiet: 1 to 28 February, 7 windows of which one sees the first; 23 March to 30 June, 100 days, 79 windows.
    assert found["base_rate"] == pytest.approx(1 / (7 + 79))


def simulated(seed: int, caused: float, weekly: float) -> pd.DataFrame:
    """60 objectives of a year with 12 activities each; events that these bring about, and events that come anyway."""
    rng = Random(seed)
    first = date(2025, 1, 1)
    plan, log, moved = [], [], []
    for number in range(60):
        client, objective = f"C{number // 3}", f"o{number}"
        plan.append((objective, client, first, date(2025, 12, 31), "x", None))
        for day in sorted(rng.sample(range(330), 12)):
            log.append((len(log), client, first + timedelta(day), 60, objective))
            if rng.random() < caused:
                moved.append((client, objective, first + timedelta(day + rng.randint(0, 20))))
        moved += [(client, objective, first + timedelta(7 * week)) for week in range(52) if rng.random() < weekly]
    found = judge(
        pd.DataFrame(log, columns=["activity_id", "client_id", "date", "minutes", "objective_id"]),
        pd.DataFrame(plan, columns=["objective_id", "client_id", "start", "end", "words", "people"]),
        pd.DataFrame(moved, columns=["client_id", "objective_id", "date"]),
        "2026-01-31",
    )
    assert (found["link"] == "explicit").all()
    return found


@pytest.mark.parametrize("weekly", [0.05, 0.2, 0.6])
def test_busy_clients_earn_next_to_nothing_by_chance(weekly: float) -> None:
    found = pd.concat([simulated(seed, 0, weekly) for seed in range(4)])
    assert found["days"].notna().mean() > 0.14  # something often followed
    assert found["moved"].mean() < 0.05


def test_work_that_moves_something_earns_its_part() -> None:
    assert simulated(1, 0.5, 0.05)["moved"].mean() > 0.3
    assert simulated(1, 1, 0)["moved"].mean() > 0.6
