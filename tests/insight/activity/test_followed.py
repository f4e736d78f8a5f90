from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest

from clientplan.collect.tables import shaped
from clientplan.insight.activity.followed import followed
from clientplan.plan.plan import Plan
from clientplan.plan.reading import read

TODAY = date(2026, 9, 15)


@pytest.fixture
def plan() -> Plan:
    return read("""\
schema: 1
client: {name: Harrow, id: H}
period: {first: 2026-01-01, last: 2026-12-31}
objectives:
  - {id: o1, words: A changeover on line 2 takes 15 minutes}
""")


def log(*rows: dict[str, Any]) -> pd.DataFrame:
    columns = ["client_id", "date", "minutes", "kind", "contact", "subject", "notes"]
    frame = pd.DataFrame([{"client_id": "H", **row} for row in rows], columns=columns)
    return shaped("activities", frame.assign(date=pd.to_datetime(frame["date"])))


def test_what_the_checks_are_told_of_an_activity(plan: Plan) -> None:
    row = {"date": "2026-08-03", "minutes": 90, "kind": "visit", "contact": "Anita Rao", "subject": "[o1] tooling"}
    assert followed(log(row), "H", plan, TODAY) == [
        {
            "when": date(2026, 8, 3),
            "kind": "visit",
            "subject": "[o1] tooling",
            "hours": 1.5,
            "who": "Anita Rao",
            "objective": "o1",
            "next_step": None,
        }
    ]


def test_what_is_missing_is_none_or_empty(plan: Plan) -> None:
    [found] = followed(log({"date": "2026-08-03"}), "H", plan, TODAY)
    assert (found["kind"], found["subject"]) == ("", "")
    assert (found["hours"], found["who"], found["objective"]) == (None, None, None)


def test_the_activities_of_the_client_in_the_period_up_to_the_day_the_oldest_first(plan: Plan) -> None:
    days = ["2026-09-15", "2026-09-16", "2025-12-31", "2026-01-01"]
    rows = log(*({"date": day} for day in days), {"client_id": "X", "date": "2026-05-01"})
    assert [one["when"] for one in followed(rows, "H", plan, TODAY)] == [date(2026, 1, 1), date(2026, 9, 15)]


def test_the_next_step_is_the_day_that_the_text_names(plan: Plan) -> None:
    rows = log(
        {"date": "2026-08-03", "subject": "Call", "notes": "Next on 9 October."},
        {"date": "2026-08-10", "subject": "Back on 11/09"},
    )
    assert [one["next_step"] for one in followed(rows, "H", plan, TODAY)] == [date(2026, 10, 9), date(2026, 9, 11)]
    us = followed(rows, "H", plan, TODAY, month_first=True)
    assert us[1]["next_step"] == date(2026, 11, 9)


def test_else_the_day_of_what_followed_within_thirty_days(plan: Plan) -> None:
    rows = log({"date": "2026-05-01"}, {"date": "2026-05-01"}, {"date": "2026-05-31"}, {"date": "2026-07-01"})
    assert [one["next_step"] for one in followed(rows, "H", plan, TODAY)] == [
        date(2026, 5, 31),
        date(2026, 5, 31),
        None,
        None,
    ]


def test_a_client_without_a_log(plan: Plan) -> None:
    assert followed(log(), "H", plan, TODAY) == []
