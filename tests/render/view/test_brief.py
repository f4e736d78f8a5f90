from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from clientplan.plan.action import Action
from clientplan.plan.objective import Objective
from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition
from clientplan.render.view.brief import actions_in_brief, objectives_in_brief, recovery
from clientplan.render.view.people import people, people_in_brief
from clientplan.render.view.shown import texts
from clientplan.render.view.voice import Voice

VOICE = Voice.of("en-GB", date(2026, 9, 15))


def with_objectives(plan: Plan, *fields: dict[str, Any]) -> Plan:
    return plan.replace(objectives=tuple(Objective.model_validate(one) for one in fields))


def test_an_objective_in_brief_is_told_without_id_level_and_note(full: Plan) -> None:
    goals = objectives_in_brief(full, VOICE)
    assert [goal.id for goal in goals] == ["o1", "o2", "o3", "o4", "o5"]
    told = {text for _, text in texts(goals)}
    assert told.isdisjoint({"o2", "Performance", "service", "Winter slots are still open."})
    assert told >= {"No ship waits for coating.", "Hours waiting, a ship", "58", "8\u00a0h", "29.5\u00a0h", "At risk"}


def test_only_open_actions_by_their_day(full: Plan) -> None:
    tasks = actions_in_brief(full, VOICE)
    assert [(task.id, task.state) for task in tasks] == [
        ("a4", "overdue"),
        ("a5", "open"),
        ("a6", "open"),
        ("a7", "open"),
        ("a8", "open"),
    ]
    assert (tasks[0].due, tasks[0].owner, tasks[0].side, tasks[0].status) == (
        "11\u00a0Sept\u00a02026",
        "Ines Caldeira",
        None,
        "Overdue",
    )
    assert tasks[2].side == "client"
    assert [task.internal for task in tasks] == [False, False, False, True, False]


def test_an_action_without_words_says_so(small_plan: Plan) -> None:
    (task,) = actions_in_brief(small_plan.replace(actions=(Action(id="a1"),)), VOICE)
    assert (task.what, task.written, task.due, task.owner) == ("Not written yet", False, None, None)


def test_what_was_broken_comes_before_what_pays(small_plan: Plan) -> None:
    plan = with_objectives(
        small_plan,
        {"id": "money", "area": "financial"},
        {"id": "under-money", "area": "service", "serves": "money"},
        {"id": "repair", "area": "client result"},
        {"id": "under-repair", "area": "financial", "serves": "repair"},
        {"id": "open"},
    )
    found = recovery(plan, Edition.INTERNAL, VOICE)
    assert found is not None
    assert [goal.id for goal in found.goals] == ["repair", "under-repair", "open", "money", "under-money"]
    assert [goal.depth for goal in found.goals] == [0, 1, 0, 0, 1]


@pytest.mark.parametrize(
    ("edition", "title"), [(Edition.INTERNAL, "The way back: recovery first"), (Edition.CLIENT, "What we put right")]
)
def test_the_way_back_has_another_name_for_the_client(full: Plan, edition: Edition, title: str) -> None:
    found = recovery(full, edition, VOICE)
    assert found is not None
    assert found.title == title
    assert recovery(full.replace(objectives=()), edition, VOICE) is None


def test_people_in_brief_are_told_without_what_only_we_know(full: Plan) -> None:
    found = people_in_brief(full, VOICE)
    assert [(one.name, one.role, one.contact) for one in found][2] == ("Jonas Vik", "Purchasing", "Ines Caldeira")
    assert not any(one.ours for one in found)
    assert any(one.ours for one in people(full, VOICE))
