"""Every panel of every notebook, held to axe-core; on a dark notebook, on a small screen and in large print too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from tests.browser.axe import TALL, violations
from tests.browser.lab import SHOWN, Lab, open_notebook

from clientplan import paths

NAMES = sorted(path.stem for path in paths.notebooks().glob("*.ipynb"))
THEMES = "settings/@jupyterlab/apputils-extension/themes.jupyterlab-settings"
DARK = "getComputedStyle(document.querySelector('.jp-Notebook')).backgroundColor === 'rgb(17, 17, 17)'"
OUTSIDE = f"""() => {{
    const edge = document.querySelector('{SHOWN} .jp-WindowedPanel-outer').getBoundingClientRect().right
    return [...document.querySelectorAll('{SHOWN} .cp-view *')]
        .filter(el => el.checkVisibility() && el.getBoundingClientRect().width && !el.closest('svg, .cp-wide'))
        .filter(el => el.getBoundingClientRect().right > edge + 1).map(el => el.outerHTML.slice(0, 200))
}}"""
SCROLLS_SIDEWAYS = f"""() => [...document.querySelectorAll('{SHOWN} .cp-view, {SHOWN} .cp-view *')]
    .filter(el => el.checkVisibility() && el.clientWidth && !el.closest('input, select, svg, .cp-wide'))
    .filter(el => el.scrollWidth > el.clientWidth + 1 && getComputedStyle(el).display !== 'inline')
    .map(el => el.outerHTML.slice(0, 200))"""
OVERLAPPING = f"""() => {{
    const seen = [...document.querySelectorAll('{SHOWN} .cp-view :is(input, select, textarea, button, label)')]
        .filter(el => el.checkVisibility() && !el.closest('.cp-status, .cp-upload'))
        .map(el => [el, el.getBoundingClientRect()])
    const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1
    return seen.flatMap(([one, a], at) => seen.slice(at + 1).filter(([, b]) => over(a, b))
        .map(([other]) => one.outerHTML.slice(0, 120) + ' over ' + other.outerHTML.slice(0, 120)))
}}"""


@pytest.fixture
def dark(page: Any, lab: Lab) -> Iterator[Callable[[], None]]:
    """Has Lab change its colours, as from its menu; the next tab is a light one again."""

    def change() -> None:
        page.get_by_role("menuitem", name="Settings", exact=True).click()
        page.locator(".lm-Menu-itemLabel", has_text="Theme").first.hover()
        page.locator(".lm-Menu-itemLabel", has_text="JupyterLab Dark").first.click()
        page.locator("body[data-jp-theme-light=false]").wait_for()
        page.wait_for_function(DARK)
        page.locator("#jupyterlab-splash, .lm-Menu").last.wait_for(state="detached")  # it lies over all meanwhile

    yield change
    (lab.folder / THEMES).unlink(missing_ok=True)


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_can_be_read_by_everybody(page: Any, dark: Callable[[], None], name: str) -> None:
    open_notebook(page, name)
    for width, height in ((1280, 800), (640, 500)):  # a laptop, and the same in letters of twice the size
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(200)
        assert page.locator(".jp-FileBrowser").is_visible()
        assert page.evaluate(OUTSIDE) == []
        assert page.evaluate(SCROLLS_SIDEWAYS) == []
        assert page.evaluate(OVERLAPPING) == []
    page.set_viewport_size({"width": 1280, "height": TALL})
    assert violations(page) == []
    dark()
    assert violations(page) == []


def test_axe_would_find_what_cannot_be_read_or_has_no_name(page: Any) -> None:
    open_notebook(page, "00_start")
    page.add_style_tag(content=".cp-panel.cp-panel { --cp-ink: #ddd }")
    page.evaluate("document.querySelectorAll('.cp-panel .cp-field label').forEach(label => label.remove())")
    found = " ".join(violations(page))
    assert "color-contrast" in found
    assert "label" in found
