"""JupyterLab as `clientplan lab` starts it, and Chromium in front of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from tests.browser.lab import PATIENCE, TOKEN, Lab
from tests.browser.stage import Stage

from clientplan.forms.desk import Desk
from clientplan.workspace import Workspace

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
QUIET = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.skipif(CHROMIUM is None, reason="Chromium isn't installed"))
    yield  # now only those are left that were asked for
    items[:] = spread(items)


def spread(items: list[pytest.Item]) -> list[pytest.Item]:
    """Files in the browser evenly among the others: what mostly waits goes beside what computes, not all at once."""
    files = [list(group) for _, group in groupby(items, lambda item: item.path)]
    ours = [file for file in files if file[0].get_closest_marker("browser")]
    others = [file for file in files if file not in ours]
    step = len(others) * 4 // (len(ours) * 5 or 1)  # none among the last, or one process would be left with it
    for at, file in enumerate(ours):
        others.insert(at * (step + 1), file)
    return [item for file in others for item in file]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return Workspace.create(tmp_path_factory.mktemp("lab") / "workspace", sample=True)


@pytest.fixture(scope="module")
def lab(workspace: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    running = Lab(workspace, tmp_path_factory.mktemp("jupyter"))
    try:
        running.start()
        yield running
    finally:
        running.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright isn't installed")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield started
        started.close()


@pytest.fixture
def page(lab: Lab, browser: Any) -> Iterator[Any]:
    tab = browser.new_page(viewport={"width": 1280, "height": 1000}, base_url=lab.address)
    tab.set_default_timeout(PATIENCE)
    tab.goto(f"/api/status?token={TOKEN}")  # from now on a cookie lets it in
    yield tab
    tab.close()


@pytest.fixture
def context(browser: Any) -> Iterator[Any]:
    """Windows that share what a browser keeps."""
    opened = browser.new_context(viewport={"width": 1000, "height": 900})
    yield opened
    opened.close()


@pytest.fixture
def stage(context: Any) -> Stage:
    return Stage(context)


@pytest.fixture
def desk(sample_workspace: Workspace) -> Desk:
    """What the panels of a stage work on."""
    return Desk(sample_workspace)
