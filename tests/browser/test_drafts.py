"""What is typed is never lost: between a panel and Chromium, with each message handed over when the test wants."""

from __future__ import annotations

from typing import Any

import pytest
from tests.browser.stage import GAIN, QUIET, Kernel, Stage, saved, type_in

from clientplan.forms.desk import Desk
from clientplan.forms.intent import IntentForm
from clientplan.forms.proposition import PropositionForm

FORBIDDEN = """
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }
"""
NO_STORAGE = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
)


def test_it_is_sent_after_a_moment_and_kept_until_it_is_on_the_disk(stage: Stage, desk: Desk) -> None:
    stage.show(Kernel(PropositionForm(desk)))
    type_in(stage, GAIN, "No second December")
    assert stage.drafts() == {"value_proposition/they_gain": "No second December"}
    stage.wait(QUIET - 1)
    assert stage.reach_kernel() == 0
    stage.wait(1)
    assert stage.reach_kernel() == 1
    assert saved(desk).value_proposition.they_gain == "No second December"
    assert stage.drafts() != {}
    stage.pump()
    assert stage.drafts() == {}
    assert stage.tab.locator(".cp-view").get_attribute("data-state") == ""


def test_a_kernel_that_dies_in_mid_sentence_loses_no_character(stage: Stage, desk: Desk) -> None:
    stage.show(Kernel(PropositionForm(desk)))
    type_in(stage, GAIN, "No second December, and no th")
    stage.reload()
    stage.show(Kernel(PropositionForm(Desk(desk.workspace))))
    assert stage.box(GAIN).input_value() == "No second December, and no th"
    assert stage.tab.get_by_text("Restored").is_visible()
    assert saved(desk).value_proposition.they_gain == "No second December, and no th"
    assert stage.drafts() == {}


def test_without_an_answer_it_says_so_and_asks_again(stage: Stage, desk: Desk) -> None:
    kernel = Kernel(PropositionForm(desk))
    stage.show(kernel)
    type_in(stage, GAIN, "No second December")
    stage.wait()
    stage.tab.evaluate("window.sent.splice(0)")  # never arrives
    stage.wait(4000)
    assert stage.tab.get_by_text("Not saved, kept in this browser").is_visible()
    stage.wait(2000)
    stage.pump()
    assert saved(desk).value_proposition.they_gain == "No second December"
    assert stage.tab.get_by_text("Not saved").count() == 0
    assert stage.drafts() == {}


def test_an_answer_that_comes_late_belongs_to_what_it_answers(stage: Stage, desk: Desk) -> None:
    stage.show(Kernel(PropositionForm(desk)))
    type_in(stage, GAIN, "First")
    stage.wait()
    stage.reach_kernel()
    type_in(stage, GAIN, "Second")
    stage.reach_page()
    assert stage.box(GAIN).input_value() == "Second"
    assert stage.drafts() == {"value_proposition/they_gain": "Second"}
    stage.wait()
    stage.pump()
    assert saved(desk).value_proposition.they_gain == "Second"
    assert stage.drafts() == {}


def test_two_windows_see_each_others_changes_and_lose_nothing(stage: Stage, context: Any, desk: Desk) -> None:
    kernel = Kernel(PropositionForm(desk))
    stage.show(kernel)
    other = Stage(context)
    other.show(kernel)
    stage.pump()
    type_in(other, "How do we gain?", "A longer contract")
    other.wait()
    type_in(stage, GAIN, "Being ty")
    other.pump()
    stage.reach_page()
    assert stage.box("How do we gain?").input_value() == "A longer contract"
    assert stage.box(GAIN).input_value() == "Being ty"

    type_in(other, GAIN, "Theirs")
    other.wait()
    other.pump()
    stage.reach_page()
    assert stage.box(GAIN).input_value() == "Being ty"
    stage.wait()
    stage.pump()
    assert saved(desk).value_proposition.they_gain == "Being ty"
    assert "“Theirs”" in stage.tab.locator(".cp-said").filter(has_text="another window").inner_text()
    stage.tab.get_by_role("button", name="Take theirs").click()
    stage.pump()
    assert saved(desk).value_proposition.they_gain == "Theirs"
    other.pump()
    assert other.box(GAIN).input_value() == "Theirs"


def test_two_notebooks_that_change_one_field_show_it_and_lose_neither(stage: Stage, context: Any, desk: Desk) -> None:
    mine, theirs = Kernel(IntentForm(desk)), Kernel(IntentForm(Desk(desk.workspace)))
    stage.show(mine)
    other = Stage(context)
    other.show(theirs)
    stage.tab.locator("textarea").first.fill("Mine")
    stage.wait()
    other.tab.locator("textarea").first.fill("Theirs")
    other.wait()
    other.pump()
    stage.pump()
    assert stage.tab.get_by_role("button", name="Open their version").is_visible()
    assert list(stage.drafts().values()) == ["Mine"]
    stage.tab.get_by_role("button", name="Open their version").click()
    stage.pump()
    assert stage.tab.locator("textarea").first.input_value() == "Theirs"
    assert "“Mine”" in stage.tab.locator(".cp-said").filter(has_text="not saved").inner_text()
    stage.tab.get_by_role("button", name="Put it back").click()
    stage.pump()
    assert stage.tab.locator("textarea").first.input_value() == "Mine"
    assert stage.drafts() == {}


@pytest.mark.parametrize("trouble", [FORBIDDEN, NO_STORAGE])
def test_a_browser_that_keeps_nothing_still_saves_and_does_not_claim_to_keep(
    context: Any, desk: Desk, trouble: str
) -> None:
    context.add_init_script(trouble)
    stage = Stage(context)
    thrown: list[Any] = []
    stage.tab.on("pageerror", lambda error: thrown.append(error))  # noqa: PLW0108 - it marks what it is given
    stage.show(Kernel(PropositionForm(desk)))
    type_in(stage, GAIN, "Typed all the same")
    stage.wait()
    stage.pump()
    assert saved(desk).value_proposition.they_gain == "Typed all the same"
    type_in(stage, GAIN, "And not saved")
    stage.wait()
    stage.wait(4000)
    assert stage.tab.get_by_text("Not saved, and this browser keeps nothing").is_visible()
    assert thrown == []


def test_what_is_typed_for_one_plan_is_never_kept_for_another(stage: Stage, desk: Desk) -> None:
    kernel = Kernel(PropositionForm(desk))
    stage.show(kernel)
    type_in(stage, GAIN, "Only about the first client")
    first, second = desk.workspace.store.names()[:2]
    desk.choose(second)  # in another window
    stage.reach_page()
    stage.wait()
    stage.pump()
    kept = stage.tab.evaluate("Object.keys(localStorage)")
    assert [key for key in kept if f":{first}:" not in key] == []
    assert len(kept) == 1
    desk.choose(first)
    stage.pump()
    stage.wait()
    stage.pump()
    assert saved(desk).value_proposition.they_gain == "Only about the first client"
