from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from clientplan.errors import ClientPlanError
from clientplan.insight.activity import summary

Made = Callable[..., pd.DataFrame]


@pytest.fixture
def activities(log: Made) -> pd.DataFrame:
    return log(
        {"date": "2026-03-01", "objective_id": "o2", "minutes": 120.0},
        {"date": "2026-03-10", "objective_id": "o3", "minutes": 60.0},
        {"date": "2026-03-11", "subject": "Lunch", "minutes": None},
        {"date": "2026-03-12", "client_id": "D", "subject": "Lunch", "minutes": 240.0},
        {"date": "2027-03-12", "client_id": "D", "subject": "Lunch", "minutes": 999.0},
    )


@pytest.fixture
def found(activities: pd.DataFrame, judged: Made) -> pd.DataFrame:
    return judged(activities, ("C", "o2", "2026-03-02"))


def test_by_client(activities: pd.DataFrame, found: pd.DataFrame) -> None:
    table = summary.by_client(activities, found)
    assert table.index.tolist() == ["D", "C"]
    line = table.loc["C"]
    assert (line["activities"], line["linked"], line["hours"]) == (3, 2, 4.0)
    smart = 2 * found["moved"].iloc[0]
    assert line[["smart_hours", "linked_hours", "undifferentiated_hours"]].tolist() == pytest.approx(
        [smart, 3 - smart, 1]
    )
    assert line["undifferentiated_share"] == 0.25
    assert line["imputed_share"] == 0.25
    assert line["base_rate"] == pytest.approx(found["base_rate"].iloc[:2].mean())
    assert table.loc["D", "hours"] == 4.0
    assert np.isnan(table.loc["D", "base_rate"])


def test_by_phase_and_over_all(activities: pd.DataFrame, found: pd.DataFrame) -> None:
    phases = summary.by_phase(activities, found, pd.Series({"C": "build"}))
    assert phases["hours"].to_dict() == {"build": 4.0, "unknown": 4.0}
    line = summary.over_portfolio(activities, found)
    assert (line["hours"], line["undifferentiated_share"], line["imputed_share"]) == (8.0, 5 / 8, 1 / 8)
    smart = 100 * found["smart_minutes"].sum() / 480
    assert summary.sentence(line) == (
        f"Of 8 hours {smart:.0f} % moved an objective on, {37.5 - smart:.0f} % served one that didn’t "
        "move, and 62 % served none. 12 % of the hours are assumed, by kind of activity."
    )


def test_no_durations_at_all_get_words_not_hours(log: Made, judged: Made) -> None:
    activities = log(
        {"date": "2026-03-01", "objective_id": "o2", "minutes": None}, {"date": "2026-03-11", "minutes": None}
    )
    line = summary.over_portfolio(activities, judged(activities))
    assert line[["hours", "smart_hours", "linked_hours", "undifferentiated_hours"]].isna().all()
    assert line["imputed_share"] == 1.0
    assert summary.sentence(line) == (
        "No activity has a duration, so there are no hours to judge: 1 of 2 activities served an objective. "
        "Log how long they take."
    )


def test_nothing_to_judge(log: Made, judged: Made) -> None:
    line = summary.over_portfolio(log(), judged(log()))
    assert summary.sentence(line) == "No activity to judge."
    assert summary.by_client(log(), judged(log())).empty


def test_other_rows_are_refused(activities: pd.DataFrame, found: pd.DataFrame) -> None:
    with pytest.raises(ClientPlanError, match="aren't the same rows"):
        summary.by_client(activities.iloc[::-1], found)
