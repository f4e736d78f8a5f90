"""What an earlier page left in the browser: it comes back, or is asked about, and nothing is decided unasked."""

from __future__ import annotations

from typing import Any

import pytest
from tests.browser.stage import GAIN, Kernel, Stage, saved, type_in

from clientplan.forms.actions import ActionsForm
from clientplan.forms.desk import Desk
from clientplan.forms.proposition import PropositionForm
from clientplan.forms.stops import StopsForm
from clientplan.plan.objective import Objective


def test_a_row_that_was_never_saved_comes_back_in_its_order(stage: Stage, desk: Desk) -> None:
    stage.show(Kernel(ActionsForm(desk)))
    rows = stage.tab.locator(".cp-row").count()
    for at in range(2):
        stage.tab.get_by_role("button", name="Add action").click()
        stage.pump()
        type_in(stage, "Action", f"New action {at}", rows + at)
        stage.wait()
        stage.tab.evaluate("window.sent.splice(0)")  # the kernel is dead by now
    stage.reload()
    stage.show(Kernel(ActionsForm(Desk(desk.workspace))))
    stage.wait()
    stage.pump()
    assert [action.what for action in saved(desk).actions[rows:]] == ["New action 0", "New action 1"]
    assert stage.drafts() == {}


def test_a_row_without_what_it_needs_comes_back_too(stage: Stage, desk: Desk) -> None:
    kernel = Kernel(StopsForm(desk))
    stage.show(kernel)
    rows = stage.tab.locator(".cp-row").count()
    stage.tab.get_by_role("button", name="Add stop").click()
    stage.pump()
    type_in(stage, "Why it can go", "Nobody reads it", rows)
    stage.wait()
    stage.pump()
    assert len(saved(desk).stops) == rows
    stage.reload()
    stage.show(Kernel(StopsForm(Desk(desk.workspace))))
    assert stage.box("Why it can go", rows).input_value() == "Nobody reads it"


def test_what_the_plan_refuses_is_kept_over_a_reload_and_the_end_of_the_kernel(stage: Stage, desk: Desk) -> None:
    kernel = Kernel(ActionsForm(desk))
    stage.show(kernel)
    hours = saved(desk).actions[0].hours
    type_in(stage, "Hours (ours alone)", "12,5")
    stage.wait()
    stage.pump()
    place = f"actions/{saved(desk).actions[0].id}/hours"
    assert stage.drafts() == {place: "12,5"}
    stage.reload()
    stage.show(kernel)
    assert stage.box("Hours (ours alone)").input_value() == "12,5"
    assert stage.drafts() == {place: "12,5"}
    stage.reload()
    stage.show(Kernel(ActionsForm(Desk(desk.workspace))))
    stage.wait()
    stage.pump()
    assert stage.box("Hours (ours alone)").input_value() == "12,5"
    assert stage.box("Hours (ours alone)").get_attribute("aria-invalid") == "true"
    assert saved(desk).actions[0].hours == hours
    type_in(stage, "Hours (ours alone)", "12")
    stage.wait()
    stage.pump()
    assert stage.drafts() == {}


def test_what_a_person_removed_does_not_come_back(stage: Stage, desk: Desk) -> None:
    stage.show(Kernel(ActionsForm(desk)))
    rows = stage.tab.locator(".cp-row").count()
    stage.tab.get_by_role("button", name="Add action").click()
    stage.pump()
    type_in(stage, "Action", "A mistake", rows)
    type_in(stage, "Hours (ours alone)", "12,5", rows)
    stage.tab.get_by_role("button", name="Remove a").nth(rows).click()
    stage.pump()
    assert stage.drafts() == {}
    stage.reload()
    stage.show(Kernel(ActionsForm(Desk(desk.workspace))))
    assert stage.tab.locator(".cp-row").count() == rows


@pytest.mark.parametrize("answer", ["Put it back", "Keep what the plan says"])
def test_a_draft_on_a_plan_that_says_something_else_by_now_asks(stage: Stage, desk: Desk, answer: str) -> None:
    stage.show(Kernel(PropositionForm(desk)))
    type_in(stage, GAIN, "Typed here")
    other = PropositionForm(Desk(desk.workspace))
    other.answers.boxes["they_gain"].widget.value = "Saved there"
    stage.reload()
    stage.show(Kernel(PropositionForm(Desk(desk.workspace))))
    stage.wait()
    stage.pump()
    assert stage.box(GAIN).input_value() == "Saved there"
    assert saved(desk).value_proposition.they_gain == "Saved there"
    assert "“Typed here”" in stage.tab.locator(".cp-said").filter(has_text="not saved").inner_text()
    stage.tab.get_by_role("button", name=answer).click()
    stage.pump()
    assert saved(desk).value_proposition.they_gain == ("Typed here" if answer == "Put it back" else "Saved there")
    assert stage.drafts() == {}
    assert stage.tab.evaluate("document.activeElement.tagName") == "TEXTAREA"


def test_an_open_question_is_not_typed_over(stage: Stage, desk: Desk) -> None:
    stage.show(Kernel(PropositionForm(desk)))
    type_in(stage, GAIN, "Typed here")
    PropositionForm(Desk(desk.workspace)).answers.boxes["they_gain"].widget.value = "Saved there"
    for more in ("And more", "And still more"):
        stage.reload()
        stage.show(Kernel(PropositionForm(Desk(desk.workspace))))
        type_in(stage, GAIN, more)
        stage.wait()
        stage.pump()
        assert saved(desk).value_proposition.they_gain == more
        assert "“Typed here”" in stage.tab.locator(".cp-said").filter(has_text="not saved").inner_text()
    stage.tab.get_by_role("button", name="Put it back").click()
    stage.pump()
    assert saved(desk).value_proposition.they_gain == "Typed here"
    assert stage.drafts() == {}


def test_a_page_that_is_left_with_an_open_question_and_unsaved_text_brings_both_back(stage: Stage, desk: Desk) -> None:
    stage.show(Kernel(PropositionForm(desk)))
    type_in(stage, GAIN, "Typed here")
    PropositionForm(Desk(desk.workspace)).answers.boxes["they_gain"].widget.value = "Saved there"
    stage.reload()
    stage.show(Kernel(PropositionForm(Desk(desk.workspace))))
    type_in(stage, GAIN, "And mo")
    stage.reload()
    stage.show(Kernel(PropositionForm(Desk(desk.workspace))))
    stage.pump()
    assert saved(desk).value_proposition.they_gain == "And mo"
    stage.tab.get_by_role("button", name="Put it back").click()
    stage.pump()
    assert saved(desk).value_proposition.they_gain == "Typed here"
    assert stage.drafts() == {}


def test_a_page_that_shows_an_old_plan_judges_no_draft(stage: Stage, context: Any, desk: Desk) -> None:
    kernel = Kernel(PropositionForm(desk))
    old = saved(desk).value_proposition.they_gain
    stage.show(kernel)
    type_in(stage, GAIN, "Typed here")
    other = Stage(context)
    other.show(kernel, answered=False)  # draws the plan as it was at first
    type_in(other, GAIN, "Typed there")
    other.wait()
    other.reach_kernel()
    stage.reload()
    stage.show(kernel, answered=False)
    assert stage.box(GAIN).input_value() == old
    stage.pump()
    assert stage.box(GAIN).input_value() == "Typed there"
    assert saved(desk).value_proposition.they_gain == "Typed there"


def test_what_is_typed_before_the_kernel_answers_loses_neither_it_nor_the_draft(stage: Stage, desk: Desk) -> None:
    kernel = Kernel(PropositionForm(desk))
    stage.show(kernel)
    type_in(stage, GAIN, "The draft")
    stage.reload()
    kernel.panel.answers.boxes["we_gain"].widget.value = "So that the tree is an old one"
    stage.show(kernel, answered=False)
    type_in(stage, GAIN, "Too fast")
    stage.pump()
    assert stage.box(GAIN).input_value() == "Too fast"
    assert stage.box("How do we gain?").input_value() == "So that the tree is an old one"
    assert stage.tab.evaluate("document.activeElement.value") == "Too fast"
    assert "“The draft”" in stage.tab.locator(".cp-said").filter(has_text="not saved").inner_text()
    stage.wait()
    stage.pump()
    assert saved(desk).value_proposition.they_gain == "Too fast"
    stage.tab.get_by_role("button", name="Put it back").click()
    stage.pump()
    assert saved(desk).value_proposition.they_gain == "The draft"


def test_what_was_typed_a_moment_ago_is_no_draft_of_an_earlier_page(stage: Stage, desk: Desk) -> None:
    stage.show(Kernel(PropositionForm(desk)), answered=False)
    stage.box(GAIN).fill("")
    stage.box(GAIN).press_sequentially("Typed at once")
    stage.pump()
    assert stage.tab.get_by_role("button", name="Put it back").count() == 0
    stage.wait()
    stage.pump()
    assert saved(desk).value_proposition.they_gain == "Typed at once"
    assert stage.drafts() == {}


def test_a_choice_comes_back_by_what_it_is_and_not_by_its_place(stage: Stage, desk: Desk) -> None:
    """Another objective came before it meanwhile, and its own was said in other words."""
    assert desk.document is not None
    stage.show(Kernel(ActionsForm(desk)))
    stage.box("For objective").select_option("o3")
    stage.reload()
    first, *others = desk.document.plan.objectives
    desk.document.edit(
        objectives=(first, Objective(id="o9", words="New"), *(one.replace(words="New") for one in others))
    )
    stage.show(Kernel(ActionsForm(Desk(desk.workspace))))
    assert stage.box("For objective").input_value() == "o3"
    assert saved(desk).actions[0].objective == "o3"


def test_a_choice_that_is_not_offered_any_more_is_said(stage: Stage, desk: Desk) -> None:
    assert desk.document is not None
    before = saved(desk).actions[0].objective
    stage.show(Kernel(ActionsForm(desk)))
    stage.box("For objective").select_option("o3")
    stage.reload()
    desk.document.edit(objectives=tuple(one for one in desk.document.plan.objectives if one.id != "o3"))
    stage.show(Kernel(ActionsForm(Desk(desk.workspace))))
    assert stage.tab.get_by_text("“o3” was chosen here and not saved").first.is_visible()
    assert saved(desk).actions[0].objective == before
