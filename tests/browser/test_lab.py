"""The guided notebooks as a person meets them: JupyterLab in Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests.browser.lab import eventually, open_notebook

from clientplan.forms.current import choose
from clientplan.plan.action import Action
from clientplan.plan.plan import Client
from clientplan.workspace import Workspace


def test_what_is_typed_is_in_the_plan_and_on_the_page(page: Any, workspace: Workspace) -> None:
    name = workspace.store.names()[0]

    def first_action() -> Action:
        return workspace.store.load(name).plan.actions[0]

    hours = first_action().hours
    open_notebook(page, "03_purpose")
    page.get_by_label("How do they gain?").fill("No second December like the last")
    page.keyboard.press("Tab")
    page.get_by_role("status").filter(has_text="Saved ").wait_for()
    assert workspace.store.load(name).plan.value_proposition.they_gain == "No second December like the last"

    open_notebook(page, "04_objectives")
    page.get_by_label("Hours (ours alone)").first.fill("12,5")
    page.keyboard.press("Tab")
    page.get_by_text("has a comma").wait_for()
    page.get_by_label("Action", exact=True).first.fill("Explain both stops <b>in writing</b>")
    page.keyboard.press("Tab")
    eventually(page, lambda: first_action().what == "Explain both stops <b>in writing</b>")
    assert first_action().hours == hours
    page.get_by_role("status").filter(has_text="all but what is marked").wait_for()

    open_notebook(page, "05_plan")
    page.get_by_alt_text("Page 1 of").wait_for()
    assert (workspace.output / f"{name}.pdf").read_bytes().startswith(b"%PDF-")
    page.get_by_label("Edition").select_option("Internal")
    page.get_by_role("button", name="Print").click()
    page.get_by_role("status").filter(has_text=f"output/{name}-internal.pdf").wait_for()
    assert (workspace.output / f"{name}-internal.pdf").is_file()


def test_every_box_has_a_label_that_belongs_to_it(page: Any) -> None:
    open_notebook(page, "00_start")
    unlabelled = page.evaluate(
        """() => [...document.querySelectorAll('.cp-panel :is(input, select, textarea)')]
                 .filter(box => !box.labels?.length || !box.labels[0].innerText.trim()).map(box => box.outerHTML)"""
    )
    assert unlabelled == []
    assert page.locator(".cp-panel input").count() >= 7


@pytest.fixture
def fresh_plan(workspace: Workspace) -> Iterator[str]:
    """A plan that was only just begun lies open."""
    first = workspace.store.names()[0]
    name = workspace.new_plan(Client(name="Harrow Foods")).name
    choose(workspace, name)
    yield name
    choose(workspace, first)
    workspace.store.path(name).unlink()


def test_a_finding_stands_under_its_field_once_that_was_visited(
    page: Any, workspace: Workspace, fresh_plan: str
) -> None:
    open_notebook(page, "00_start")
    page.get_by_text("Still open here:").wait_for()
    assert page.locator(".cp-remark").count() == 0

    manager = page.get_by_label("Relationship manager")
    manager.fill("Key account team")
    page.keyboard.press("Tab")
    sentence = page.locator(".cp-box", has=manager).locator(".cp-remark")
    sentence.wait_for()
    assert sentence.inner_text().startswith("To mend: “Key account team” isn't a person.")
    box, under = manager.bounding_box(), sentence.bounding_box()
    assert box["y"] + box["height"] <= under["y"] < box["y"] + box["height"] + 12
    assert abs(box["x"] - under["x"]) < 3
    assert under["width"] <= box["width"] + 1
    assert page.locator(".cp-remark").count() == 1  # and nothing under the field that has the focus now
    assert page.evaluate("document.activeElement.type") == "date"

    manager.fill("Ruth Adeyemi")
    page.keyboard.press("Tab")
    sentence.wait_for(state="detached")
    assert workspace.store.load(fresh_plan).plan.manager == "Ruth Adeyemi"
