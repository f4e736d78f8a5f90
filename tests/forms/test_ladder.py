"""Objectives as a tree: each under the one that it serves, with its actions and what is missing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from clientplan.forms.desk import Desk
from clientplan.forms.ladder import rungs
from clientplan.forms.objectives import ObjectivesForm
from clientplan.plan.action import Action
from clientplan.plan.objective import Objective
from clientplan.plan.plan import Plan
from clientplan.plan.words import ActionStatus, Level

OUTCOME = Objective(id="o1", words="Film is ours again", level=Level.OUTCOME)
PERFORMANCE = Objective(id="o2", words="Quote in a day", level=Level.PERFORMANCE, serves="o1")
PROCESS = Objective(id="o3", words="A price list each Monday", level=Level.PROCESS, serves="o2")


@pytest.fixture
def plan(fresh_desk: Desk) -> Plan:
    assert fresh_desk.document is not None
    return fresh_desk.document.plan


def test_what_is_missing_is_asked_for_where_it_is_missing(plan: Plan) -> None:
    found = rungs(plan.replace(objectives=(OUTCOME, PERFORMANCE)))
    assert found["o1"].asks.startswith("No process goal under o1: what will you do")
    assert found["o1"].below is Level.PROCESS
    assert (found["o1"].depth, found["o2"].depth) == (0, 1)

    found = rungs(plan.replace(objectives=(OUTCOME, PERFORMANCE, PROCESS)))
    assert (found["o1"].asks, found["o2"].asks) == ("", "")
    assert (found["o3"].asks, found["o3"].below) == ("No open action for o3: who does what next, and by when?", None)

    done = Action(id="a1", what="Write the list", objective="o3", status=ActionStatus.DONE)
    found = rungs(plan.replace(objectives=(OUTCOME, PERFORMANCE, PROCESS), actions=(done,)))
    assert found["o3"].actions == ("a1 Write the list (done)",)
    assert found["o3"].asks.startswith("No open action")
    found = rungs(plan.replace(objectives=(PROCESS,), actions=(done.replace(status=ActionStatus.DOING),)))
    assert found["o3"].asks == ""


def test_nothing_is_asked_of_a_blank_one_or_of_a_circle(plan: Plan) -> None:
    assert rungs(plan.replace(objectives=(OUTCOME.replace(words=None),)))["o1"].asks == ""
    circle = (OUTCOME.replace(serves="o2"), PERFORMANCE)
    assert set(rungs(plan.replace(objectives=circle))) == {"o1", "o2"}


@pytest.fixture
def form(fresh_desk: Desk) -> ObjectivesForm:
    assert fresh_desk.document is not None
    fresh_desk.document.edit(objectives=(OUTCOME, Objective(id="o4", words="Another", level=Level.OUTCOME)))
    return ObjectivesForm(fresh_desk)


def test_a_process_goal_is_added_right_under_the_objective_that_lacks_it(
    form: ObjectivesForm, fresh_desk: Desk, filed: Callable[[Desk], Plan]
) -> None:
    first = form.objectives.rows[0]
    assert first.answer.description == "Add a process goal under o1"
    first.answer.click()
    assert [row.name for row in form.objectives.rows] == ["o1", "o5", "o4"]
    new = form.objectives.rows[1]
    new.part.boxes["words"].widget.value = "Ring each Monday"
    assert [(one.id, one.serves, one.level) for one in filed(fresh_desk).objectives] == [
        ("o1", None, Level.OUTCOME),
        ("o5", "o1", Level.PROCESS),
        ("o4", None, Level.OUTCOME),
    ]
    assert "cp-depth-1" in new.view.classes
    assert first.rung is not None
    assert first.rung.asks == ""
    assert new.answer.description == "Add an action under o5"


def test_an_objective_goes_to_where_it_serves_and_its_row_is_the_same(
    form: ObjectivesForm, fresh_desk: Desk, filed: Callable[[Desk], Plan]
) -> None:
    form.objectives.add_button.click()
    new = form.objectives.rows[-1]
    new.part.boxes["words"].widget.value = "Ring each Monday"
    new.serves.widget.value = "o1"
    assert [row.name for row in form.objectives.rows] == ["o1", "o5", "o4"]
    assert form.objectives.rows[1] is new
    assert [one.id for one in filed(fresh_desk).objectives] == ["o1", "o5", "o4"]


def test_an_action_is_begun_for_a_process_goal_and_taken_back(fresh_desk: Desk, filed: Callable[[Desk], Plan]) -> None:
    assert fresh_desk.document is not None
    fresh_desk.document.edit(objectives=(OUTCOME, PERFORMANCE, PROCESS), actions=(Action(id="a7", what="Ring"),))
    form = ObjectivesForm(fresh_desk)
    form.objectives.rows[2].answer.click()
    assert filed(fresh_desk).actions[-1] == Action(id="a8", objective="o3")
    assert form.status.words == "a8 is begun for o3. Fill it in under Actions"
    form.status.button.click()
    assert [action.id for action in filed(fresh_desk).actions] == ["a7"]


def test_a_row_that_is_blank_stays_where_it_is(form: ObjectivesForm) -> None:
    form.objectives.rows[0].answer.click()
    form.objectives.add_button.click()
    form.objectives.rows[2].part.boxes["words"].widget.value = "Another, in other words"
    assert [row.name for row in form.objectives.rows] == ["o1", "o5", "o4", "o6"]


def test_what_is_asked_stays_the_same_element_while_other_things_change(form: ObjectivesForm) -> None:
    """Else the button would lose the focus between Tab and Enter."""
    first = form.objectives.rows[0]
    before = [*first.view.within()]
    first.part.boxes["words"].widget.value = "Film is ours, and stays ours"
    assert [*first.view.within()] == before
