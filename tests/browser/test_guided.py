"""A guided notebook in JupyterLab: it opens as a page, not as a program."""

from __future__ import annotations

from typing import Any

import pytest
from tests.browser.lab import SHOWN, Lab, choose, code_cells, open_notebook

from clientplan.jupyter.places import START

TOP = f"document.querySelector('{SHOWN} .jp-WindowedPanel-outer, {SHOWN} .jp-Notebook').scrollTop"


def test_it_runs_by_itself_without_a_question_and_from_the_top(page: Any) -> None:
    open_notebook(page, "04_objectives")
    assert page.locator(".jp-Dialog").count() == 0
    assert page.evaluate(TOP) == 0
    assert page.get_by_role("heading", name="Objectives").first.is_visible()


def test_it_runs_once(page: Any) -> None:
    open_notebook(page, "00_start")
    once = counts(page)
    assert once == list(range(once[0], once[0] + len(code_cells(page))))
    choose(page, "File", "New View for Notebook")
    page.wait_for_function(f"document.querySelectorAll('{SHOWN}').length === 2")
    page.wait_for_function(
        f"[...document.querySelectorAll('{SHOWN}')].every(panel => panel.querySelector('.cp-panel'))"
    )
    page.wait_for_timeout(1000)
    assert counts(page) == once


def test_code_is_hidden_until_it_is_asked_for(page: Any) -> None:
    open_notebook(page, "00_start")
    code = page.locator(f"{SHOWN} .jp-CodeCell .cm-editor:visible")
    toolbar = page.get_by_role("toolbar", name="main area toolbar")
    insert = toolbar.get_by_role("button", name="Insert a cell below")
    assert code.count() == 0
    page.get_by_role("button", name="Show code").click()
    code.first.wait_for()
    assert code.count() == len(code_cells(page))
    assert insert.is_visible()
    page.get_by_role("button", name="Hide code").click()
    code.first.wait_for(state="hidden")
    assert code.count() == 0
    assert insert.is_hidden()
    choose(page, "View", "Activate Command Palette")
    page.locator(".lm-CommandPalette-input").fill("show code")
    page.keyboard.press("Enter")
    code.first.wait_for()


@pytest.mark.parametrize("place", [".jp-Cell", ".cp-panel select"])
def test_what_is_typed_outside_a_box_changes_no_cell(page: Any, place: str) -> None:
    open_notebook(page, "00_start")
    before = page.locator(f"{SHOWN} .jp-Cell").count()
    page.locator(f"{SHOWN} {place}").first.focus()
    for key in ("a", "b", "m", "x", "Alt+Enter", "Enter", "z"):
        page.keyboard.press(key)
        assert page.locator(f"{SHOWN} .jp-Cell").count() == before
    page.locator(f"{SHOWN} .jp-MarkdownCell").first.dblclick()
    assert page.locator(f"{SHOWN} .jp-MarkdownCell:not(.jp-mod-rendered)").count() == 0
    page.get_by_role("button", name="Show code").click()
    page.locator(f"{SHOWN} .jp-Cell").first.focus()
    page.keyboard.press("b")
    page.wait_for_function(f"document.querySelectorAll('{SHOWN} .jp-Cell').length === {before + 1}")


def test_there_is_nothing_to_save_until_somebody_writes_into_it(page: Any) -> None:
    open_notebook(page, "05_plan")
    dirty = page.locator(".lm-TabBar-tab.jp-mod-current.jp-mod-dirty")
    page.wait_for_timeout(500)
    assert dirty.count() == 0
    page.get_by_role("button", name="Show code").click()
    page.locator(f"{SHOWN} .jp-MarkdownCell").first.dblclick()
    page.locator(f"{SHOWN} .jp-MarkdownCell .cm-content").first.fill("My own words")
    dirty.wait_for()


def test_the_launcher_leads_to_the_first_notebook(page: Any) -> None:
    page.goto("/lab/workspaces/launcher?reset")
    page.locator(".jp-LauncherCard", has_text="Client Plan: start here").click()
    page.locator(f"{SHOWN} .cp-panel").first.wait_for()
    assert page.locator(".lm-TabBar-tab.jp-mod-current", has_text=START.split("/")[-1]).count() == 1


def test_neither_news_nor_updates_are_asked_for(page: Any, lab: Lab) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_notebook(page, "00_start")
    page.wait_for_timeout(500)
    assert page.locator(".Toastify__toast").count() == 0
    assert [address for address in asked if "news" in address or "update" in address] == []
    assert [address for address in asked if not address.startswith(lab.address) and "://" in address[:8]] == []
    tracker = lab.ask("settings/@jupyterlab/notebook-extension:tracker", "lab/api")
    assert tracker["schema"]["properties"]["windowingMode"]["default"] == "none"


def counts(page: Any) -> list[int]:
    texts = page.locator(SHOWN).first.locator(".jp-CodeCell .jp-InputPrompt").all_text_contents()
    return [int(text.strip("[]:")) for text in texts]
