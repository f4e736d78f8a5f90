from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from clientplan.insight.activity.dead_ends import dead_ends
from clientplan.insight.activity.proposals import proposals
from clientplan.insight.activity.stop_list import stop_list

Made = Callable[..., pd.DataFrame]
AS_OF = "2026-09-15"


def test_questions_the_longest_first(log: Made, judged: Made) -> None:
    activities = log(
        {"date": "2026-03-01", "subject": "Canteen", "notes": "setters", "minutes": 30.0},
        {"date": "2026-03-02", "subject": "Changeover by setters", "minutes": 90.0},
        {"date": "2026-03-03", "subject": "Lunch", "minutes": 400.0},
    )
    asked = proposals(activities, judged(activities))
    assert asked.index.tolist() == ["a2", "a1"]
    assert asked["choices"].tolist() == [("o2", "o3"), ("o3",)]
    assert asked["question"].tolist() == [
        "“Changeover by setters” on 2026-03-02: which did it serve, o2 or o3?",
        "“Canteen” on 2026-03-01: did it serve o3?",
    ]


def test_dead_ends(log: Made, judged: Made, moves: Made) -> None:
    activities = log(
        {"date": "2026-03-01", "objective_id": "o2"},  # an event followed
        {"date": "2026-04-01", "objective_id": "o2"},  # the same objective, 31 days later: too late
        {"date": "2026-05-02", "objective_id": "o2"},  # nothing of o2 since, other contacts don't count
        {"date": "2026-05-03", "subject": "Lunch"},  # the client was met again
        {"date": "2026-05-20", "objective_id": "o3"},
        {"date": "2026-08-20", "objective_id": "o3"},  # 30 days aren't over
        {"date": "2026-03-01", "client_id": "D", "objective_id": "o1"},  # a planned contact, but far ahead
        {"date": "2027-01-10", "client_id": "D"},
    )
    events = [("C", "o2", "2026-03-31")]
    found = dead_ends(activities, judged(activities, *events), moves(*events), AS_OF)
    assert found.index.tolist() == ["a5", "a3", "a2", "a7"]
    assert found["silent"].tolist() == [92, pd.NA, 31, pd.NA]
    assert found["reason"].tolist() == [
        "Nothing followed for o3 within 30 days; the next came after 92.",
        "Nothing followed for o2, and nothing is planned. Agree a step with a date.",
        "Nothing followed for o2 within 30 days; the next came after 31.",
        "Nothing followed for o1 within 30 days; the next is planned for 2027-01-10.",
    ]


def test_an_agreed_step_is_no_dead_end(log: Made, judged: Made, moves: Made) -> None:
    activities = log(
        {"date": "2026-08-15", "subject": "Lunch"},
        {"date": "2026-08-10", "client_id": "D", "next_step": "2026-12-01"},
        {"date": "2026-09-16"},
    )
    found = dead_ends(activities, judged(activities), moves(), AS_OF)
    assert found["reason"].to_dict() == {
        "a1": "Nothing followed for the client within 30 days; the next is planned for 2026-09-16."
    }
    without = activities.drop(columns="next_step")
    assert dead_ends(without, judged(without), moves(), AS_OF).index.tolist() == ["a1", "a2"]


def test_the_stop_list_puts_the_same_together(log: Made, judged: Made) -> None:
    activities = log(
        {"date": "2026-09-01", "subject": "Lunch with Ada", "minutes": 90.0},
        {"date": "2026-08-01", "subject": "LUNCH, Tom", "minutes": None, "client_id": "D"},
        {"date": "2026-08-01", "subject": "Monthly deck", "minutes": 60.0, "kind": "email"},
        {"date": "2026-07-01", "subject": "Monthly deck", "minutes": 60.0, "kind": "email"},
        {"date": "2026-07-01", "subject": "Fair", "minutes": 600.0},  # once is no habit
        {"date": "2026-07-01", "subject": "Changeover", "objective_id": "o3", "minutes": 600.0},
        {"date": "2026-06-20", "subject": "Changeover by setters", "minutes": 600.0},  # it is to be asked first
        {"date": "2026-06-21", "subject": "Changeover by setters", "minutes": 600.0},
        {"date": "2026-01-01", "subject": "Lunch", "minutes": 600.0},  # more than half a year ago
    )
    table = stop_list(activities, judged(activities), AS_OF)
    assert table[["kind", "what", "activities", "clients", "hours", "frees"]].to_numpy().tolist() == [
        ["meeting", "LUNCH, Tom", 2, 2, 2.5, 2.5 / 6],
        ["email", "Monthly deck", 2, 1, 2.0, 2.0 / 6],
    ]
    assert table["imputed_share"].tolist() == [0.4, 0.0]
    first, second = table["sentence"]
    assert first == (
        "“LUNCH, Tom”, meeting: 2 times in 6 months, 2 clients, 2.5 h. "
        "Stopping it frees 0.4 h a month; 40 % of that is assumed."
    )
    assert second == "“Monthly deck”, email: 2 times in 6 months, 1 client, 2.0 h. Stopping it frees 0.3 h a month."
    assert stop_list(log(), judged(log()), AS_OF).empty
