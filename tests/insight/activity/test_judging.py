from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from clientplan.errors import ClientPlanError
from clientplan.insight.activity import judge

Made = Callable[..., pd.DataFrame]
PARTS = ["smart_minutes", "linked_minutes", "undifferentiated_minutes"]


def test_one_row_an_activity_in_the_order_given(log: Made, judged: Made) -> None:
    activities = log(("2026-03-05", "Lunch"), ("2026-03-01", "Changeover"), ("2027-01-01", "Changeover"))
    activities["activity_id"] = [9, 4, 9]
    found = judged(activities, ("C", "o2", "2026-03-04"))
    assert found.index.tolist() == [9, 4, 9]
    assert found.index.name == "activity_id"
    assert found["objective_id"].tolist() == [None, "o2", None]
    assert found["link"].tolist() == ["none", "rule", "none"]
    assert found[PARTS].sum(axis=1).tolist() == [60, 60, 0]
    assert found["smart_minutes"].tolist() == [0, 60 * found["moved"].iloc[1], 0]
    assert 0 < found["moved"].iloc[1] <= 1


def test_only_what_is_needed_has_to_be_there(plan: pd.DataFrame, moves: Made) -> None:
    activities = pd.DataFrame({"activity_id": [1], "client_id": ["C"], "date": ["2026-03-01"]})
    found = judge(activities, plan.drop(columns="people"), moves()[["client_id", "objective_id", "date"]], "2026-09-15")
    assert found.loc[1, "undifferentiated_minutes"] == 30


def test_tables_without_rows(log: Made, plan: pd.DataFrame, moves: Made) -> None:
    assert judge(log(), plan, moves(), "2026-09-15").empty
    assert judge(log(("2026-03-01", "Changeover")), plan.iloc[:0], moves(), "2026-09-15")["link"].tolist() == ["none"]
    assert judge(log(), plan.iloc[:0], moves(), "2026-09-15").columns.tolist()[:3] == ["objective_id", "link", "moved"]


def test_missing_columns_and_double_objectives_are_refused_at_once(log: Made, plan: pd.DataFrame, moves: Made) -> None:
    with pytest.raises(ClientPlanError) as told:
        judge(log().drop(columns=["date", "client_id"]), plan.drop(columns="words"), moves(), "2026-09-15")
    assert str(told.value).splitlines() == [
        "activities: no column client_id, date. Add it.",
        "objectives: no column words. Add it.",
    ]
    with pytest.raises(ClientPlanError, match=r"o1 of client C stands there twice\. Give each an id of its own\."):
        judge(log(), pd.concat([plan, plan.iloc[:1]]), moves(), "2026-09-15")


def test_ids_may_be_numbers_with_gaps() -> None:
    activities = pd.DataFrame(
        {"activity_id": [1, 2], "client_id": [7, 7], "date": ["2026-03-01"] * 2, "objective_id": [11.0, np.nan]}
    )
    objectives = pd.DataFrame({"objective_id": [11], "client_id": ["7"], "start": None, "end": None, "words": ["Film"]})
    events = pd.DataFrame({"client_id": [7.0], "objective_id": ["11"], "date": [pd.Timestamp("2026-03-02")]})
    found = judge(activities, objectives, events, "2026-09-15")
    assert found["objective_id"].tolist() == [11, None]
    assert found["days"].tolist() == [1, pd.NA]


def test_words_and_people_may_be_lists_and_dates_may_have_times(moves: Made) -> None:
    activities = pd.DataFrame(
        {
            "activity_id": [1],
            "client_id": ["C"],
            "date": pd.to_datetime(["2026-03-01 23:30"]).tz_localize("Europe/Berlin"),
            "who": [["Ruth Adeyemi", "Ada Byron"]],
            "subject": ["film"],
        }
    )
    objectives = pd.DataFrame(
        {
            "objective_id": ["o"],
            "client_id": ["C"],
            "start": [pd.Timestamp("2026-03-01")],
            "end": [pd.Timestamp("2026-03-01")],
            "words": [["film", "tray"]],
            "people": [("A. Byron",)],
        }
    )
    assert judge(activities, objectives, moves(), "2026-03-01")["link"].tolist() == ["rule"]


def test_nothing_that_happens_later_changes_what_is_seen(log: Made, judged: Made) -> None:
    rows = [("2026-03-01", "Changeover"), ("2026-03-20", "Lunch"), ("2026-04-01", "Setters and their routine")]
    early = judged(log(*rows[:2]), ("C", "o2", "2026-03-04"), as_of="2026-03-20")
    late = judged(log(*rows), ("C", "o2", "2026-03-04"), ("C", "o2", "2026-03-21"), as_of="2026-03-20")
    pd.testing.assert_frame_equal(late.iloc[:2], early)


def test_the_tables_handed_in_stay_as_they_are(log: Made, plan: pd.DataFrame, moves: Made) -> None:
    tables = [log(("2026-03-01", "Changeover")), plan, moves(("C", "o2", "2026-03-04"))]
    before = [table.copy(deep=True) for table in tables]
    judge(*tables, "2026-09-15")
    for table, then in zip(tables, before, strict=True):
        pd.testing.assert_frame_equal(table, then)
