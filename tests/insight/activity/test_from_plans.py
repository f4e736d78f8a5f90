from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from clientplan.insight.activity import judge
from clientplan.insight.activity.from_plans import actions, events, objectives
from clientplan.plan.plan import Plan
from clientplan.plan.reading import read


@pytest.fixture
def plan() -> Plan:
    return read("""\
schema: 1
client: {name: Harrow}
period: {first: 2026-01-01, last: 2026-12-31}
objectives:
  - id: o1
    words: A changeover takes 15 minutes
    measure:
      name: Changeover
      baseline: 34
      target: 15
      readings:
        - {when: 2026-06-26, value: 29}
        - {when: 2026-08-28, value: 31}
  - id: o2
    words: Twelve setters run it alone
    measure:
      name: Setters
      target: 12
      readings:
        - {when: 2026-06-26, value: 4}
        - {when: 2026-08-28, value: 7}
  - {id: o3, words: Long gone, status: dropped, measure: {name: x, readings: [{when: 2026-05-01, value: 1}]}}
  - {id: o4}
actions:
  - {id: a1, what: Film ten changeovers, objective: o1, owner: Tom, status: done, done: 2026-04-22}
  - {id: a2, what: Fit the tooling, objective: o1, owner: Tom, due: 2026-09-30, hours: 1.5}
  - {id: a3, what: Release two setters, objective: o2, owner: Dean Hartley, side: client, due: 2026-11-20}
  - {id: a4, what: Release four setters, objective: o2, owner: Dean Hartley, side: client, due: 2026-12-20}
  - {id: a5, objective: o4, status: done}
  - {id: a6, due: 2026-10-08}
  - {id: a7, what: Some day, objective: o1}
  - {id: a8, what: Over, objective: o3, status: done, done: 2026-04-01}
""")


def test_the_objectives_with_their_days_words_and_people(plan: Plan) -> None:
    found = objectives({"H": plan})
    assert found.to_numpy().tolist() == [
        ["o1", "H", date(2026, 1, 1), date(2026, 12, 31), found["words"][0], []],
        ["o2", "H", date(2026, 1, 1), date(2026, 12, 31), found["words"][1], ["Dean Hartley"]],
        ["o4", "H", date(2026, 1, 1), date(2026, 12, 31), "", []],
    ]
    assert (
        found["words"][0]
        == "A changeover takes 15 minutes. Changeover. Film ten changeovers. Fit the tooling. Some day"
    )


def test_a_reading_counts_by_how_far_it_went_the_right_way(plan: Plan) -> None:
    found = events({"H": plan}).set_index(["objective_id", "date"])
    assert found.loc[("o1", date(2026, 6, 26)), "amount"] == 5  # down is right here
    assert found.loc[("o1", date(2026, 8, 28)), "amount"] == -2
    assert pd.isna(found.loc[("o2", date(2026, 6, 26)), "amount"])  # nobody knows where it began
    assert found.loc[("o2", date(2026, 8, 28)), "amount"] == 3
    assert found.loc[("o1", date(2026, 6, 26)), "what"] == "Changeover: 29"


def test_an_action_that_was_done_moves_its_objective_on(plan: Plan) -> None:
    found = events({"H": plan})
    done = found[found["what"].str.startswith("done")]
    assert done[["client_id", "objective_id", "date", "what"]].to_numpy().tolist() == [
        ["H", "o1", date(2026, 4, 22), "done: Film ten changeovers"]
    ]


def test_what_was_dropped_serves_nobody(plan: Plan) -> None:
    assert "o3" not in set(objectives({"H": plan})["objective_id"])
    assert "o3" not in set(events({"H": plan})["objective_id"])


def test_open_actions_of_ours_that_have_a_day(plan: Plan) -> None:
    found = actions({"H": plan, "J": plan})
    assert found["action_id"].tolist() == ["H a2", "H a6", "J a2", "J a6"]
    assert found.iloc[0].tolist() == ["H a2", "H", date(2026, 9, 30), "Fit the tooling", "o1", "Tom", 1.5]
    assert found["what"].tolist()[1] == "a6"  # an action without words goes by its id
    assert pd.isna(found["hours"][1])


def test_nothing_in_nothing() -> None:
    log = pd.DataFrame(columns=["activity_id", "client_id", "date"])
    assert judge(log, objectives({}), events({}), date(2026, 9, 15)).empty
    assert actions({}).empty


def test_judging_takes_them_as_they_are(plan: Plan) -> None:
    rows = [
        ("x", "H", date(2026, 4, 10), 60.0, "Filming the changeovers [o1]"),
        ("y", "J", date(2026, 4, 10), 30.0, "Lunch"),
    ]
    log = pd.DataFrame(rows, columns=["activity_id", "client_id", "date", "minutes", "subject"])
    found = judge(log, objectives({"H": plan}), events({"H": plan}), date(2026, 9, 15))
    assert found["objective_id"].tolist() == ["o1", None]
    assert found.loc["x", "days"] == 12
    assert found.loc["x", "smart_minutes"] > 0
