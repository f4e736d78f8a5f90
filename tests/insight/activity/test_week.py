from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from clientplan.insight.activity.week import week

Made = Callable[..., pd.DataFrame]


def test_each_call_of_the_week_done_or_planned(log: Made, plan: pd.DataFrame, moves: Made) -> None:
    activities = log(
        {"date": "2026-03-01", "subject": "Changeover"},  # the Sunday before
        {"date": "2026-03-02", "subject": "Changeover", "who": "Paul Sefton"},
        {"date": "2026-03-03 14:30", "subject": "Lunch"},
        {"date": "2026-03-06", "subject": "Setters and their routine"},
        {"date": "2026-03-09", "subject": "Changeover"},
    )
    actions = pd.DataFrame(
        [
            ("x1", "C", "2026-03-05", "Film ten of them", "o2", "Tom Whitfield", 2.0),
            ("x2", "C", "2026-03-08", "Send the brochure", None, "Tom Whitfield", None),
            ("x3", "C", "2026-03-09", "Later", "o2", "Tom Whitfield", None),
        ],
        columns=["action_id", "client_id", "due", "what", "objective_id", "owner", "hours"],
    )
    events = moves(("C", "o2", "2026-03-03"), ("C", "o2", "2026-03-05"))
    found = week(activities, plan, events, "2026-03-02", "2026-03-04", actions)
    assert found.index.tolist() == ["a2", "a3", "x1", "a4", "x2"]
    assert found["planned"].tolist() == [False, False, True, True, True]
    assert found["objective_id"].tolist() == ["o2", None, "o2", "o3", None]
    assert found["who"].tolist() == ["Paul Sefton", "", "Tom Whitfield", "", "Tom Whitfield"]
    assert found["minutes"].tolist() == [60, 60, 120, 60, 30]
    assert found["reason"].iloc[0].startswith("Serves o2 (“changeover” and Paul Sefton); it moved on 1 day later")
    assert found["reason"].tolist()[1:] == [
        "No objective: nothing in it speaks for one that was open.",
        "Serves o2 (said in the plan).",
        "Serves o3 (“setters” and “routine”).",
        "No objective: nothing in it speaks for one that was open.",
    ]


def test_an_overdue_action_is_still_planned(log: Made, plan: pd.DataFrame, moves: Made) -> None:
    actions = pd.DataFrame(
        {"action_id": ["x"], "client_id": ["C"], "due": ["2026-03-02"], "what": ["Setters’ routine"]}
    )
    found = week(log(), plan, moves(), "2026-03-02", "2026-03-04", actions)
    assert found[["planned", "objective_id", "link"]].to_numpy().tolist() == [[True, "o3", "rule"]]


def test_a_week_without_anything(log: Made, plan: pd.DataFrame, moves: Made) -> None:
    assert week(log(), plan, moves(), "2026-03-02", "2026-03-04").empty
