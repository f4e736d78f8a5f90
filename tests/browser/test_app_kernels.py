"""What becomes of the kernel of a page of `clientplan app` that is left, or that vanished."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.browser.app import Server, needs_app, saved, serving, tab
from tests.browser.lab import eventually

from clientplan.workspace import Workspace

pytestmark = needs_app
IDLE = 15  # seconds; a kernel that takes longer to start, or whose page takes longer to come, would be ended meanwhile
SOON = f"""
from clientplan.cli import main, voila_app
voila_app._SETTINGS["MappingKernelManager"] |= {{"cull_idle_timeout": {IDLE}, "cull_interval": 1}}
main()
"""  # a kernel that nobody is connected to isn't kept for ten minutes


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    workspace = Workspace.create(tmp_path_factory.mktemp("app") / "workspace", sample=True)
    with serving(workspace, tmp_path_factory.mktemp("jupyter"), 18966, SOON) as running:
        yield running


@pytest.fixture
def page(server: Server, browser: Any) -> Iterator[Any]:
    with tab(browser) as page:
        yield page


def test_a_page_that_is_left_takes_its_kernel_along(page: Any, server: Server) -> None:
    page.goto(server.address)
    page.get_by_label("Relationship manager").wait_for()
    eventually(page, lambda: server.kernels() == 1)  # those of pages that were open before are gone
    page.goto("about:blank")
    eventually(page, lambda: server.kernels() == 0)


def test_a_kernel_whose_page_vanished_is_found_and_one_with_a_page_is_kept(page: Any, server: Server) -> None:
    page.context.route("**/voila/api/shutdown/*", lambda route: route.abort())  # as from a browser that was killed
    page.goto(server.address)
    page.get_by_label("Relationship manager").wait_for()
    page.wait_for_timeout((IDLE + 4) * 1000)  # when an idle one would have been ended
    assert server.kernels() == 1
    saved(page, "Relationship manager", "Ada Lindqvist")
    page.goto("about:blank")
    assert server.kernels() == 1
    eventually(page, lambda: server.kernels() == 0)


def test_ended_while_a_page_is_loading_it_says_nothing(browser: Any, tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "workspace", sample=True)
    (tmp_path / "jupyter").mkdir()
    with tab(browser) as page, serving(workspace, tmp_path / "jupyter", 19066) as server:
        page.goto(server.page("04_objectives"), wait_until="commit")
        page.wait_for_timeout(400)  # its kernel is in the midst of a cell
