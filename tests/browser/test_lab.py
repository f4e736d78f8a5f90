"""The guided notebooks as a person meets them: JupyterLab in Chromium."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from clientplan.forms.current import choose
from clientplan.plan.action import Action
from clientplan.plan.plan import Client
from clientplan.workspace import ENVIRONMENT, Workspace

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright isn't installed")

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium isn't installed"),
]
QUIET = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
ALL_RUN = """() => {
    const cells = document.querySelectorAll('.jp-CodeCell').length
    return cells > 2 && document.querySelectorAll('.cp-panel').length === cells - 1  // the first one shows nothing
}"""
PATIENCE = 60_000  # milliseconds; a kernel on a busy machine takes its time to start


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return Workspace.create(tmp_path_factory.mktemp("lab") / "workspace", sample=True)


@pytest.fixture(scope="module")
def lab(workspace: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a JupyterLab on the workspace, with no settings from outside."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {name: str(tmp_path_factory.mktemp(name.lower())) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR")}
    own |= {"IPYTHONDIR": str(tmp_path_factory.mktemp("ipython"))}
    environment = {name: value for name, value in os.environ.items() if name != ENVIRONMENT} | own
    command = [
        *(sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}"),
        *("--IdentityProvider.token=", "--LabApp.news_url=", f"--ServerApp.root_dir={workspace.folder}"),
    ]
    log = tmp_path_factory.mktemp("log") / "lab.log"
    with log.open("w") as out:
        server = subprocess.Popen(command, env=environment, stdout=out, stderr=out, start_new_session=True)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(f"{address}/api/status", server, log)
        yield address
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(30)


def _wait(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310 - our own server
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"JupyterLab didn't start:\n{log.read_text()}")


@pytest.fixture
def page(lab: str) -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        tab = browser.new_page(viewport={"width": 1280, "height": 1000}, base_url=lab)
        tab.set_default_timeout(PATIENCE)
        yield tab
        browser.close()


def run_all(page: Any, name: str) -> None:
    """Opens a notebook in a Lab of its own, and chooses Run > Run All Cells."""
    page.goto(f"/lab/workspaces/{name}/tree/notebooks/{name}.ipynb?reset")
    page.locator(".jp-Toolbar-kernelName", has_text="Python 3").wait_for()
    page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").wait_for()
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    page.locator(".cp-panel, .jp-Dialog").first.wait_for()
    if page.locator(".jp-Dialog").is_visible():  # Lab asks for the kernel when it is a moment too slow to know it
        page.locator(".jp-Dialog .jp-mod-accept").click()
    page.wait_for_function(ALL_RUN)


def eventually(page: Any, condition: Callable[[], bool]) -> None:
    """What the browser sends takes a moment to be on the disk."""
    end = time.monotonic() + PATIENCE / 1000
    while not condition() and time.monotonic() < end:
        page.wait_for_timeout(50)
    assert condition()


def test_what_is_typed_is_in_the_plan_and_on_the_page(page: Any, workspace: Workspace) -> None:
    name = workspace.store.names()[0]

    def first_action() -> Action:
        return workspace.store.load(name).plan.actions[0]

    hours = first_action().hours
    run_all(page, "03_purpose")
    page.get_by_label("How do they gain?").fill("No second December like the last")
    page.keyboard.press("Tab")
    page.get_by_role("status").filter(has_text="Saved ").wait_for()
    assert workspace.store.load(name).plan.value_proposition.they_gain == "No second December like the last"

    run_all(page, "04_objectives")
    page.get_by_label("Hours (ours alone)").first.fill("12,5")
    page.keyboard.press("Tab")
    page.get_by_text("has a comma").wait_for()
    page.get_by_label("Action", exact=True).first.fill("Explain both stops <b>in writing</b>")
    page.keyboard.press("Tab")
    eventually(page, lambda: first_action().what == "Explain both stops <b>in writing</b>")
    assert first_action().hours == hours
    page.get_by_role("status").filter(has_text="all but what is marked").wait_for()

    run_all(page, "05_plan")
    page.get_by_alt_text("Page 1 of").wait_for()
    assert (workspace.output / f"{name}.pdf").read_bytes().startswith(b"%PDF-")
    page.get_by_label("Edition").select_option("Internal")
    page.get_by_role("button", name="Print").click()
    page.get_by_role("status").filter(has_text=f"output/{name}-internal.pdf").wait_for()
    assert (workspace.output / f"{name}-internal.pdf").is_file()


def test_every_box_has_a_label_that_belongs_to_it(page: Any) -> None:
    run_all(page, "00_start")
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
    run_all(page, "00_start")
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
