"""The notebooks as pages without code, in Chromium: `clientplan app`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from tests.browser.app import Server, needs_app, saved, serving, tab
from tests.browser.axe import TALL, violations

from clientplan.workspace import Workspace

pytestmark = needs_app
ALL_STAND = """() => {
    const shown = [...document.querySelectorAll('.jp-OutputArea-output')]
    return shown.length > 0 && shown.every(one => one.querySelector('.cp-panel'))
}"""
RIGHT = "all => all.map(one => one.getBoundingClientRect().right)"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return Workspace.create(tmp_path_factory.mktemp("app") / "workspace", sample=True)


@pytest.fixture(scope="module")
def server(workspace: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(workspace, tmp_path_factory.mktemp("jupyter"), 18866) as running:
        yield running


@pytest.fixture
def page(server: Server, browser: Any) -> Iterator[Any]:
    with tab(browser) as page:
        yield page


@pytest.fixture
def asked(page: Any) -> list[str]:
    """Every address that the page asked for."""
    addresses: list[str] = []
    page.on("request", lambda request: addresses.append(request.url))
    page.on("websocket", lambda socket: addresses.append(socket.url))
    return addresses


def test_a_plan_is_written_without_a_line_of_code_and_nothing_is_asked_of_others(
    page: Any, asked: list[str], server: Server, workspace: Workspace
) -> None:
    name = workspace.store.names()[0]
    page.goto(server.address)
    saved(page, "Relationship manager", "Ada Lindqvist")
    assert workspace.store.load(name).plan.manager == "Ada Lindqvist"
    assert page.url == f"{server.bare}/voila/render/00_start.ipynb"  # without the key
    assert page.title() == "Start: one client, one page"
    assert "open_desk" not in page.content()

    page.get_by_role("link", name="Purpose").last.click()
    saved(page, "How do they gain?", "No second December like the last")
    assert page.url.endswith("/03_purpose.ipynb")
    assert workspace.store.load(name).plan.value_proposition.they_gain == "No second December like the last"

    page.go_back()
    saved(page, "Relationship manager", "Ruth Adeyemi")  # the page has a kernel again

    page.get_by_role("link", name="Plan", exact=True).last.click()
    page.get_by_alt_text("Page 1 of").wait_for()
    page.goto(f"{server.bare}/voila/render/none.ipynb")
    page.get_by_role("heading", name="There is no such page").wait_for()
    page.context.clear_cookies()
    page.goto(f"{server.bare}/voila/render/00_start.ipynb")  # whoever has no key is asked for it
    assert "/login" in page.url

    outside = [address for address in asked if urlsplit(address).netloc != urlsplit(server.address).netloc]
    assert [address for address in outside if not address.startswith(("data:", "blob:"))] == []
    assert len(asked) > 100


@pytest.mark.parametrize("width", [1280, 1440, 1920])
def test_the_page_lies_beside_the_form(page: Any, server: Server, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(server.page("04_objectives"))
    page.get_by_alt_text("Page 1 of 2, as it stands now").wait_for()
    seen = page.locator(".cp-dock").bounding_box()
    forms = page.locator(".cp-panel:not(.cp-dock)").evaluate_all(RIGHT)
    assert max(forms) <= seen["x"]
    assert seen["x"] + seen["width"] <= width


def test_the_plan_is_downloaded(page: Any, server: Server) -> None:
    page.goto(server.address)
    page.get_by_role("link", name="Plan", exact=True).last.click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download the PDF").click()
    assert waiting.value.suggested_filename.endswith(".pdf")
    assert Path(waiting.value.path()).read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("name", ["00_start", "04_objectives", "05_plan"])
def test_a_page_can_be_read_by_everybody(page: Any, server: Server, name: str) -> None:
    page.set_viewport_size({"width": 1280, "height": TALL})
    page.goto(server.page(name))
    page.wait_for_function(ALL_STAND)
    assert violations(page) == []


@pytest.mark.parametrize(
    ("file", "wrong", "sentence"),
    [
        ("clientplan.toml", "colour = 1\n", "clientplan.toml"),
        # what an installation from which something is missing looks like
        ("notebooks/00_start.ipynb", "from clientplan import nothing", "isn't your doing"),
    ],
)
def test_what_went_wrong_is_a_sentence(
    page: Any, server: Server, workspace: Workspace, file: str, wrong: str, sentence: str
) -> None:
    path = workspace.folder / file
    before = path.read_text(encoding="utf-8")
    path.write_text(before.replace("from clientplan import forms", wrong) if path.suffix == ".ipynb" else wrong)
    try:
        page.goto(server.address)
        alert = page.get_by_role("alert")
        alert.wait_for()
    finally:
        path.write_text(before, encoding="utf-8")
    assert sentence in alert.inner_text()
    assert "Traceback" not in page.content()
    assert "Error" not in page.inner_text("body")


def test_a_name_that_somebody_gives_to_this_machine_opens_nothing(page: Any, server: Server) -> None:
    answer = page.request.get(server.page("00_start"), headers={"Host": "plans.example"}, fail_on_status_code=False)
    assert answer.status == 403


def test_no_file_of_the_folder_is_served(page: Any, server: Server, workspace: Workspace) -> None:
    Path(workspace.folder / "notebooks" / "note.png").write_bytes(b"a")
    key = server.address.partition("?")[2]
    for name in ("00_start.ipynb", "note.png", "../clientplan.toml"):
        answer = page.request.get(f"{server.bare}/voila/files/{name}?{key}", fail_on_status_code=False)
        assert answer.status in {403, 404}, name
