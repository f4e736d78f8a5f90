"""A kernel that is killed while somebody writes: every character is there, in the box and in the plan."""

from __future__ import annotations

from typing import Any

from tests.browser.lab import Lab, all_stand, eventually, mark, open_notebook

from clientplan.workspace import Workspace

BOX = "How do they gain?"
BEFORE, AFTER = "No second December like the last, and no th", "ird either"


def test_what_was_typed_before_and_after_the_kernel_died_is_in_the_plan(
    page: Any, workspace: Workspace, lab: Lab
) -> None:
    name = workspace.store.names()[0]
    open_notebook(page, "03_purpose")
    mark(page)
    page.get_by_label(BOX).fill("")
    page.keyboard.type(BEFORE)
    lab.kill_kernel("03_purpose")
    page.keyboard.type(AFTER)
    all_stand(page)
    eventually(page, lambda: workspace.store.load(name).plan.value_proposition.they_gain == BEFORE + AFTER)
    assert page.get_by_label(BOX).input_value() == BEFORE + AFTER
    page.wait_for_function("!Object.keys(localStorage).some(key => key.startsWith('clientplan:'))")  # it was answered


def test_typed_while_there_was_no_kernel_and_the_page_was_left(page: Any, workspace: Workspace, lab: Lab) -> None:
    name = workspace.store.names()[0]
    open_notebook(page, "03_purpose")
    lab.stop()
    page.get_by_label(BOX).fill(AFTER)
    page.keyboard.press("Tab")
    page.get_by_text("Not saved, kept in this browser").first.wait_for()
    assert workspace.store.load(name).plan.value_proposition.they_gain != AFTER
    lab.start()
    page.reload()
    all_stand(page)
    eventually(page, lambda: workspace.store.load(name).plan.value_proposition.they_gain == AFTER)
