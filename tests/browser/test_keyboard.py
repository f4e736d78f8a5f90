"""A form by keyboard alone, and what JupyterLab makes of keys that are pressed in it."""

from __future__ import annotations

from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from tests.browser.lab import SHOWN, choose, code_cells, kernel_known, open_path
from tests.browser.stage import Kernel, Stage, saved

from clientplan.forms.actions import ActionsForm
from clientplan.forms.desk import Desk
from clientplan.forms.frame import FrameForm
from clientplan.forms.objectives import ObjectivesForm
from clientplan.forms.preview import Dock
from clientplan.forms.stops import StopsForm
from clientplan.workspace import Workspace

ACTIVE = """() => {
    const { activeElement: el } = document, row = el.closest('.cp-row')
    const rows = [...document.querySelectorAll('.cp-row')]
    return [row ? rows.indexOf(row) : -1, el.dataset.name ?? el.textContent]
}"""
IN_ORDER = """() => {
    const boxes = [...document.querySelectorAll('.cp-panel :is(input, select, textarea, button, a[href], summary)')]
    const spots = boxes.filter(el => el.checkVisibility() && !el.disabled).map(el => [el, el.getBoundingClientRect()])
    return spots.slice(1).filter(([, now], at) => {
        const [, before] = spots[at]
        const above = now.bottom <= before.top + 1, left = now.right <= before.left + 1
        return above || (left && now.top < before.bottom - 1)
    }).map(([el]) => el.outerHTML.slice(0, 150))
}"""
COVERED = """() => {
    const el = document.activeElement, bar = document.querySelector('aside.cp-dock')
    if (bar.contains(el)) return ''
    const [a, b] = [el, bar].map(one => one.getBoundingClientRect())
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom ? el.outerHTML : ''
}"""
RING = """() => {
    const look = getComputedStyle(document.activeElement)
    const seen = look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2
    return seen ? '' : document.activeElement.outerHTML.slice(0, 200)
}"""


@pytest.fixture
def own(sample_workspace: Workspace) -> Desk:
    return Desk(sample_workspace)


def active(stage: Stage) -> tuple[int, str]:
    """The row that has the focus, and the name of its field."""
    at, name = stage.tab.evaluate(ACTIVE)
    return at, name


def press(stage: Stage, *keys: str) -> None:
    for key in keys:
        stage.tab.keyboard.press(key)
        stage.pump()


@pytest.mark.parametrize("form", [FrameForm, ObjectivesForm, ActionsForm, StopsForm])
def test_the_order_of_tab_is_the_order_that_is_seen(stage: Stage, own: Desk, form: Any) -> None:
    stage.show(Kernel(form(own)))
    assert stage.tab.locator("[tabindex]:not([tabindex='0'])").count() == 0
    assert stage.tab.evaluate(IN_ORDER) == []


def test_the_focus_is_seen_on_everything(stage: Stage, own: Desk) -> None:
    stage.show(Kernel(ActionsForm(own)))
    for _ in range(14):
        stage.tab.keyboard.press("Tab")
        assert stage.tab.evaluate(RING) == ""
    stage.tab.get_by_role("button", name="Add action").focus()
    assert stage.tab.evaluate(RING) == ""


def test_enter_goes_down_and_adds_at_the_end(stage: Stage, own: Desk) -> None:
    stage.show(Kernel(StopsForm(own)))
    last = len(saved(own).stops) - 1
    stage.box("Why it can go").focus()
    press(stage, "Enter")
    assert active(stage) == (1, "why")
    press(stage, "Shift+Enter")
    assert active(stage) == (0, "why")
    press(stage, *["Enter"] * (last + 1))
    assert active(stage) == (last + 1, "what")
    press(stage, "Control+Enter")
    assert active(stage) == (last + 2, "what")


def test_enter_in_an_area_is_a_new_line(stage: Stage, own: Desk) -> None:
    stage.show(Kernel(FrameForm(own)))
    area = stage.tab.locator("textarea")
    if area.count():
        area.first.press("Enter")
        assert "\n" in area.first.input_value()


def test_a_row_moves_with_the_focus_in_it(stage: Stage, own: Desk) -> None:
    stage.show(Kernel(StopsForm(own)))
    first, second, *rest = saved(own).stops
    stage.box("Why it can go").focus()
    press(stage, "End")
    stage.tab.keyboard.type("!")
    press(stage, "Alt+ArrowDown")
    assert active(stage) == (1, "why")
    assert [stop.what for stop in saved(own).stops] == [second.what, first.what, *(stop.what for stop in rest)]
    assert saved(own).stops[1].why == f"{first.why}!"
    press(stage, "Alt+ArrowUp", "Alt+ArrowUp")
    assert active(stage) == (0, "why")
    assert saved(own).stops[1:] == (second, *rest)


def test_after_a_removal_the_next_row_has_the_focus_and_it_can_be_put_back(stage: Stage, own: Desk) -> None:
    stage.show(Kernel(StopsForm(own)))
    before = saved(own).stops
    stage.tab.get_by_role("button", name="Remove").first.focus()
    press(stage, "Enter")
    assert active(stage) == (0, "what")
    assert saved(own).stops == before[1:]
    press(stage, "Shift+Tab")
    while active(stage)[1].startswith("Remove"):
        press(stage, "Shift+Tab")
    assert active(stage) == (-1, "Put it back")
    press(stage, "Enter")
    assert active(stage) == (0, "what")
    assert saved(own).stops == before


def test_after_the_last_removal_the_focus_is_where_one_adds(stage: Stage, own: Desk) -> None:
    stage.show(Kernel(StopsForm(own)))
    for _ in saved(own).stops:
        stage.tab.get_by_role("button", name="Remove").first.focus()
        press(stage, "Space")
    assert active(stage) == (-1, "Add stop")


def test_a_sentence_under_a_field_leaves_the_focus_and_describes_the_field(stage: Stage, own: Desk) -> None:
    stage.show(Kernel(ActionsForm(own)))
    hours = stage.box("Hours (ours alone)")
    hours.focus()
    press(stage, "Control+A")
    stage.tab.keyboard.insert_text("12,5")
    stage.wait()
    stage.pump()
    assert active(stage) == (0, "hours")
    assert hours.input_value() == "12,5"
    assert hours.get_attribute("aria-invalid") == "true"
    said = stage.tab.locator(f"#{hours.get_attribute('aria-describedby')}")
    assert "comma" in said.inner_text()


def test_the_page_beside_the_form_folds_before_it_covers_the_focus(stage: Stage, own: Desk) -> None:
    form = ActionsForm(own)
    form.children = [*form.children, Dock()]
    form.draw()
    stage.tab.set_viewport_size({"width": 1000, "height": 700})
    stage.show(Kernel(form))
    stage.wait(600)
    aside, bar = stage.tab.locator("aside.cp-dock"), stage.tab.locator(".cp-dock-bar")
    assert aside.get_attribute("data-folded") == "true"
    assert bar.get_attribute("aria-expanded") == "false"
    for at in range(60):  # what lies at the bottom never covers what has the focus
        stage.tab.keyboard.press("Tab")
        covered = stage.tab.evaluate(COVERED)
        assert covered == "", at
    bar.focus()
    stage.tab.keyboard.press("Enter")
    assert aside.get_attribute("data-folded") == "false"
    stage.tab.add_style_tag(
        content=".cp-panel.cp-dock { max-width: none } .cp-dock-pages { width: 900px; height: 600px }"
    )
    stage.box("Due", 1).focus()
    stage.wait(20)
    assert stage.tab.evaluate(COVERED) == ""
    stage.tab.set_viewport_size({"width": 1700, "height": 700})
    assert aside.get_attribute("data-folded") == "true"  # as it was left


def test_rows_are_groups_with_names(stage: Stage, own: Desk) -> None:
    stage.show(Kernel(ActionsForm(own)))
    names = [action.id for action in saved(own).actions]
    assert [stage.tab.get_by_role("group", name=name, exact=True).count() for name in names] == [1] * len(names)


@pytest.fixture
def notebook(page: Any, workspace: Workspace) -> Any:
    """A notebook of somebody's own, with code in sight: nothing but our panel guards its cells."""
    form = "from clientplan import forms\ndesk = forms.open_desk()\nforms.ActionsForm(desk)"
    cells = [new_code_cell(form), new_markdown_cell("Mine"), new_code_cell("1 + 1")]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}}
    nbformat.write(new_notebook(cells=cells, metadata=kernel), workspace.folder / "notebooks" / "mine.ipynb")
    open_path(page, "notebooks/mine.ipynb")
    kernel_known(page)
    choose(page, "Run", "Run All Cells")
    page.locator(f"{SHOWN} .cp-panel").wait_for()
    page.get_by_text("2", exact=True).wait_for()
    return page


def test_keys_in_our_fields_are_no_commands_of_the_notebook(notebook: Any) -> None:
    cells = f"{SHOWN} .jp-Cell"
    before = [cell.inner_text() for cell in notebook.locator(f"{cells} .jp-InputArea").all()]
    panel = notebook.locator(f"{SHOWN} .cp-panel").element_handle()
    fields = ["input[type=text]", "input[type=date]", "input[type=checkbox]", "select", "button.cp-remove"]
    keys = ["d", "d", "x", "a", "b", "m", "y", "z", "c", "v", "Shift+M", "Alt+Enter", "Shift+Enter", "Escape", "Escape"]
    keys += ["d", "d", "ArrowDown", "ArrowUp", "Control+Shift+-", "Control+Backspace", "Shift+ArrowDown"]
    for field in fields:
        box = notebook.locator(f"{SHOWN} .cp-row").first.locator(field).first
        for key in keys:
            box.focus()
            notebook.keyboard.press(key)
            notebook.keyboard.press("Escape")
        notebook.wait_for_timeout(300)
        assert [cell.inner_text() for cell in notebook.locator(f"{cells} .jp-InputArea").all()] == before, field
        assert panel.evaluate("panel => panel.isConnected"), field
    assert len(code_cells(notebook)) == 2


def test_ctrl_z_takes_back_what_was_typed_and_no_cell(notebook: Any) -> None:
    first = notebook.get_by_label("Done when").first
    before = first.input_value()
    first.focus()
    notebook.keyboard.press("End")
    notebook.keyboard.type(" xyz")
    assert first.input_value() == f"{before} xyz"
    for _ in range(5):
        notebook.keyboard.press("Control+Z")
    assert first.input_value() == before
    assert notebook.locator(f"{SHOWN} .jp-Cell").count() == 3


def test_ctrl_s_still_saves_the_notebook(notebook: Any) -> None:
    dirty = notebook.locator(".lm-TabBar-tab.jp-mod-current.jp-mod-dirty")
    dirty.wait_for()
    notebook.get_by_label("Done when").first.focus()
    notebook.keyboard.press("Control+S")
    dirty.wait_for(state="detached")
