"""The button of a fix: one save, one way back, and nothing done over somebody else's change."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from clientplan.checks import Edit, Fix
from clientplan.forms.actions import ActionsForm
from clientplan.forms.desk import Desk
from clientplan.forms.proposition import PropositionForm
from clientplan.plan.plan import Plan

Filed = Callable[[Desk], Plan]
Say = Callable[..., None]
WRITE = Fix("write o1", (Edit(("actions", 5, "objective"), "o1"),), safe=True)


def test_a_click_mends_in_one_save_and_another_takes_it_back(desk: Desk, filed: Filed, say: Say) -> None:
    say(("actions", 5, "objective"), fix=WRITE)
    form, before = ActionsForm(desk), filed(desk)
    row = form.actions.rows[5]
    (button,) = row.objective.remarks.buttons
    assert before.actions[5].objective != "o1"
    assert button.description == "Mend: write o1"
    assert button in row.objective.view.children
    saves: list[Plan] = []
    assert desk.document is not None
    desk.document.observe(lambda: saves.append(filed(desk)))
    button.click()
    assert [plan.actions[5].objective for plan in saves] == ["o1"]
    assert form.status.words == "Mended: write o1"
    assert form.actions.rows[5] is row  # rows stay the same widgets
    assert row.objective.value == "o1"
    form.status.button.click()
    assert filed(desk) == before
    assert row.objective.value == before.actions[5].objective


def test_what_was_mended_is_not_taken_back_over_a_later_change(desk: Desk, filed: Filed, say: Say) -> None:
    say(("actions", 5, "objective"), fix=WRITE)
    form = ActionsForm(desk)
    form.actions.rows[5].objective.remarks.buttons[0].click()
    assert desk.document is not None
    desk.document.edit(actions=filed(desk).actions[:6])
    form.status.button.click()
    assert "changed since" in form.status.words
    assert filed(desk).actions[5].objective == "o1"


def test_a_fix_that_the_plan_refuses_changes_nothing(desk: Desk, filed: Filed, say: Say) -> None:
    say(("actions",), fix=Fix("write it", (Edit(("actions", 99, "owner"), "Ines"),)))
    form, before = ActionsForm(desk), filed(desk)
    (button,) = form._below.buttons
    button.click()
    assert "can't be mended by a click" in form.status.words
    assert filed(desk) == before


def test_a_fix_over_somebody_elses_change_is_refused_with_the_way_to_their_version(
    desk: Desk, filed: Filed, say: Say
) -> None:
    say(("actions", 5, "objective"), fix=WRITE)
    form, theirs = ActionsForm(desk), ActionsForm(Desk(desk.workspace))
    theirs.actions.rows[0].part.boxes["what"].widget.value = "Theirs"
    form.actions.rows[5].objective.remarks.buttons[0].click()
    assert "changed by somebody else" in form.status.words
    assert filed(desk).actions[5].objective != "o1"
    form.status.button.click()
    assert form.actions.rows[0].part.boxes["what"].value == "Theirs"


def test_nothing_is_mended_in_a_form_that_was_not_begun(fresh_desk: Desk, say: Say) -> None:
    say(("value_proposition",), fix=Fix("write it", (Edit(("value_proposition", "goal"), "More"),)))
    form = PropositionForm(fresh_desk)
    assert form._below.buttons == []
    form.answers.boxes["goal"].widget.value = "Deliver in full"
    assert len(form._below.buttons) == 1


def test_what_could_not_be_saved_is_saved_before_anything_is_mended(
    desk: Desk, filed: Filed, say: Say, full_disk: pytest.MonkeyPatch
) -> None:
    say(("actions", 5, "objective"), fix=WRITE)
    form = ActionsForm(desk)
    (button,) = form.actions.rows[5].objective.remarks.buttons
    form.actions.rows[0].part.boxes["what"].widget.value = "Explain both stops"
    button.click()
    assert form.status.words == "Not saved: the disk is full"
    assert form.status.button.description == "Try again"
    assert form.status.button in form.status.view.children
    full_disk.undo()
    button.click()
    assert (filed(desk).actions[0].what, form.status.words) == ("Explain both stops", "Saved 15:02")
    assert filed(desk).actions[5].objective != "o1"
    button.click()
    assert filed(desk).actions[5].objective == "o1"
    assert filed(desk).actions[0].what == "Explain both stops"
