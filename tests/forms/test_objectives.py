"""The forms of the step Objectives: objectives, actions, stops."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from clientplan.forms.actions import ActionsForm
from clientplan.forms.desk import Desk
from clientplan.forms.objectives import ObjectivesForm
from clientplan.forms.stops import StopsForm
from clientplan.plan.action import Action, Stop
from clientplan.plan.objective import Measure, Objective
from clientplan.plan.plan import Plan
from clientplan.plan.review import Review, Verdict
from clientplan.plan.words import ActionStatus, Area, Level, Side

Filed = Callable[[Desk], Plan]


def test_an_objective_typed_field_by_field(fresh_desk: Desk, filed: Filed) -> None:
    form = ObjectivesForm(fresh_desk)
    form.objectives.add_button.click()
    assert filed(fresh_desk).objectives == ()
    row = form.objectives.rows[0]
    row.part.boxes["words"].widget.value = "Stops fall to one hour a month"
    row.part.boxes["level"].widget.value = Level.OUTCOME
    row.part.boxes["area"].widget.value = Area.CLIENT_RESULT
    for name, typed in {"name": "Stops", "unit": "h", "baseline": "10.4", "target": "1"}.items():
        row.measure.boxes[name].widget.value = typed
    row.measure.boxes["due"].widget.value = date(2026, 12, 31)
    assert filed(fresh_desk).objectives == (
        Objective(
            id="o1",
            words="Stops fall to one hour a month",
            level="outcome",
            area="client result",
            measure=Measure(name="Stops", unit="h", baseline=Decimal("10.4"), target=1, due=date(2026, 12, 31)),
        ),
    )


def test_a_measure_that_is_emptied_again_is_no_measure(fresh_desk: Desk, filed: Filed) -> None:
    form = ObjectivesForm(fresh_desk)
    form.objectives.add_button.click()
    name = form.objectives.rows[0].measure.boxes["name"].widget
    name.value = "Stops"
    name.value = ""
    assert filed(fresh_desk).objectives == (Objective(id="o1"),)


def test_a_wrong_number_stays_in_the_box_and_the_rest_is_saved(desk: Desk, filed: Filed) -> None:
    form = ObjectivesForm(desk)
    row = form.objectives.rows[0]
    before = filed(desk).objectives[0].measure
    row.measure.boxes["target"].widget.value = "1.000"
    row.part.boxes["words"].widget.value = "Fewer stops"
    assert filed(desk).objectives[0].words == "Fewer stops"
    assert filed(desk).objectives[0].measure == before
    assert row.measure.boxes["target"].widget.value == "1.000"
    assert "can be read in two ways" in row.measure.boxes["target"].remarks.words
    assert form.status.words.endswith("all but what is marked")


def test_readings_and_notes_without_a_box_are_kept(desk: Desk, filed: Filed) -> None:
    before = filed(desk).objectives[0]
    assert before.measure.readings
    ObjectivesForm(desk).objectives.rows[0].measure.boxes["unit"].widget.value = "hours"
    assert filed(desk).objectives[0] == before.replace(measure=before.measure.replace(unit="hours"))


def test_pickers_offer_the_other_objectives_as_they_are_now(desk: Desk) -> None:
    form = ObjectivesForm(desk)
    second = form.objectives.rows[1].serves.widget
    assert "o2" not in [value for _, value in second.options]
    assert second.value == "o1"
    form.objectives.rows[0].part.boxes["words"].widget.value = "Fewer stops"
    assert second.chosen == "o1 Fewer stops"


def test_what_served_a_removed_objective_says_so_and_is_whole_again_when_it_is_put_back(
    desk: Desk, filed: Filed
) -> None:
    form, before = ObjectivesForm(desk), filed(desk)
    form.objectives.rows[0].remove_button.click()
    assert form.objectives.rows[0].serves.widget.chosen == "o1 (isn't there any more)"
    assert filed(desk).objectives == before.objectives[1:]
    form.objectives.undo_button.click()
    assert filed(desk) == before
    assert form.objectives.rows[1].serves.widget.chosen.startswith("o1 Line 5")


def test_a_new_objective_does_not_inherit_what_speaks_of_a_removed_one(fresh_desk: Desk, filed: Filed) -> None:
    assert fresh_desk.document is not None
    fresh_desk.document.edit(
        actions=(Action(id="a1", objective="o4"),),
        reviews=(Review(when="2026-06-01", verdicts=(Verdict(objective="o6", status="reached"),)),),
    )
    form = ObjectivesForm(fresh_desk)
    form.objectives.add_button.click()
    form.objectives.rows[0].part.boxes["words"].widget.value = "New"
    assert [objective.id for objective in filed(fresh_desk).objectives] == ["o7"]


def test_an_action_typed_field_by_field(fresh_desk: Desk, filed: Filed) -> None:
    assert fresh_desk.document is not None
    fresh_desk.document.edit(objectives=(Objective(id="o1", words="Fewer stops"),))
    form = ActionsForm(fresh_desk)
    form.actions.add_button.click()
    boxes = form.actions.rows[0].part.boxes
    boxes["what"].widget.value = "Replace the seal jaws"
    boxes["objective"].widget.value = "o1"
    boxes["owner"].widget.value = "Yann Le Guellec"
    boxes["side"].widget.value = Side.CLIENT
    boxes["due"].widget.value = date(2026, 10, 1)
    boxes["hours"].widget.value = "7.5"
    boxes["status"].widget.value = ActionStatus.DOING
    assert filed(fresh_desk).actions == (
        Action(
            id="a1",
            what="Replace the seal jaws",
            objective="o1",
            owner="Yann Le Guellec",
            side="client",
            due=date(2026, 10, 1),
            hours=Decimal("7.5"),
            status="doing",
        ),
    )


def test_actions_see_a_new_objective_of_the_same_notebook(fresh_desk: Desk) -> None:
    objectives, actions = ObjectivesForm(fresh_desk), ActionsForm(fresh_desk)
    objectives.objectives.add_button.click()
    objectives.objectives.rows[0].part.boxes["words"].widget.value = "Fewer stops"
    actions.actions.add_button.click()
    actions.actions.rows[0].part.boxes["what"].widget.value = "Replace the jaws"
    assert ("o1 Fewer stops", "o1") in actions.actions.rows[0].objective.widget.options


def test_a_new_action_can_be_linked_before_anything_else_is_typed(desk: Desk, filed: Filed) -> None:
    form = ActionsForm(desk)
    form.actions.add_button.click()
    form.actions.rows[-1].objective.widget.value = "o2"
    assert filed(desk).actions[-1].objective == "o2"


def test_stops_free_hours(fresh_desk: Desk, filed: Filed) -> None:
    form = StopsForm(fresh_desk)
    form.stops.add_button.click()
    boxes = form.stops.rows[0].part.boxes
    boxes["frees"].widget.value = "5"
    assert filed(fresh_desk).stops == ()
    assert "missing" in boxes["what"].remarks.words
    boxes["what"].widget.value = "The weekly report"
    assert filed(fresh_desk).stops == (Stop(what="The weekly report", frees=5),)
