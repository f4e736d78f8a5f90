"""Every panel of every notebook, held to axe-core; on a dark notebook, on a small screen and in large print too."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.browser.lab import PATIENCE, SHOWN, TOKEN, Lab, open_notebook

from clientplan.paths import NOTEBOOKS

axe = pytest.importorskip("axe_playwright_python.base", reason="axe-core isn't installed")

NAMES = sorted(path.stem for path in NOTEBOOKS.glob("*.ipynb"))
THEMES = "settings/@jupyterlab/apputils-extension/themes.jupyterlab-settings"
# Lab's body has no height: without one axe takes all in it for hidden, and finds nothing whatever the colours are.
HEIGHT = "html, body { height: 100vh }"
OUTSIDE = f"""() => {{
    const edge = document.querySelector('{SHOWN} .jp-WindowedPanel-outer').getBoundingClientRect().right
    return [...document.querySelectorAll('{SHOWN} .cp-view *')]
        .filter(el => el.checkVisibility() && el.getBoundingClientRect().width && !el.closest('svg'))
        .filter(el => el.getBoundingClientRect().right > edge + 1).map(el => el.outerHTML.slice(0, 200))
}}"""
SCROLLS_SIDEWAYS = f"""() => [...document.querySelectorAll('{SHOWN} .cp-view, {SHOWN} .cp-view *')]
    .filter(el => el.clientWidth && !el.matches('input, select, svg *') && el.scrollWidth > el.clientWidth + 1)
    .filter(el => getComputedStyle(el).display !== 'inline').map(el => el.outerHTML.slice(0, 200))"""
OVERLAPPING = f"""() => {{
    const seen = [...document.querySelectorAll('{SHOWN} .cp-view :is(input, select, textarea, button, label)')]
        .filter(el => el.checkVisibility() && !el.closest('.cp-status, .cp-upload'))
        .map(el => [el, el.getBoundingClientRect()])
    const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1
    return seen.flatMap(([one, a], at) => seen.slice(at + 1).filter(([, b]) => over(a, b))
        .map(([other]) => one.outerHTML.slice(0, 120) + ' over ' + other.outerHTML.slice(0, 120)))
}}"""


def violations(page: Any) -> list[str]:
    """What axe-core finds in our panels; that it did measure colours is asserted."""
    page.add_style_tag(content=HEIGHT)
    page.evaluate(Path(axe.AXE_FILE_PATH).read_text(encoding="utf-8"))
    found = page.evaluate("axe.run({include: ['.cp-panel']}, {resultTypes: ['violations', 'passes']})")
    contrast = [node for rule in found["passes"] if rule["id"] == "color-contrast" for node in rule["nodes"]]
    assert [node for node in contrast if (node["any"][0]["data"] or {}).get("contrastRatio")]
    return [
        f"{rule['impact']} {rule['id']}: {node['html'][:200]} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


@pytest.fixture
def theme(lab: Lab, request: pytest.FixtureRequest) -> Iterator[str]:
    """Lab in the colours that the test asks for."""
    setting = lab.folder / THEMES
    setting.parent.mkdir(parents=True, exist_ok=True)
    setting.write_text(json.dumps({"theme": f"JupyterLab {request.param}"}))
    yield request.param
    setting.unlink()


@pytest.fixture
def sized(lab: Lab, browser: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    """A tab with the width, height and magnification that the test asks for."""
    width, height, scale = request.param
    context = browser.new_context(
        viewport={"width": width, "height": height}, device_scale_factor=scale, base_url=lab.address
    )
    context.set_default_timeout(PATIENCE)
    tab = context.new_page()
    tab.goto(f"/api/status?token={TOKEN}")
    yield tab
    context.close()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("theme", ["Light", "Dark"], indirect=True)
def test_axe_finds_nothing_in_a_notebook(page: Any, theme: str, name: str) -> None:
    open_notebook(page, name)
    assert page.locator("body").get_attribute("data-jp-theme-light") == str(theme == "Light").lower()
    assert violations(page) == []


def test_axe_would_find_what_cannot_be_read_or_has_no_name(page: Any) -> None:
    open_notebook(page, "00_start")
    page.add_style_tag(content=".cp-panel { --cp-ink: #ddd }")
    page.evaluate("document.querySelector('.cp-panel .cp-field label').remove()")
    found = " ".join(violations(page))
    assert "color-contrast" in found
    assert "label" in found or "select-name" in found


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("sized", [(640, 500, 2), (1280, 800, 1)], indirect=True, ids=["zoomed", "laptop"])
def test_nothing_is_cut_or_lies_over_another(sized: Any, name: str) -> None:
    open_notebook(sized, name)
    assert sized.locator(".jp-FileBrowser").is_visible()
    assert sized.evaluate(OUTSIDE) == []
    assert sized.evaluate(SCROLLS_SIDEWAYS) == []
    assert sized.evaluate(OVERLAPPING) == []
