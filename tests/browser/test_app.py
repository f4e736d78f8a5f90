"""The notebooks as pages without code, in Chromium: `clientplan app`."""

from __future__ import annotations

import importlib.util
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import psutil
import pytest

from clientplan.workspace import ENVIRONMENT, Workspace

pytestmark = [
    pytest.mark.skipif(importlib.util.find_spec("voila") is None, reason="the extra app isn't installed"),
    pytest.mark.skipif(os.name == "nt", reason="Ctrl+C is sent in another way there"),
]
PATIENCE = 60_000  # milliseconds; a kernel on a busy machine takes its time to start
SOON = """
from clientplan.cli import main, voila_app
voila_app._SETTINGS["MappingKernelManager"] |= {"cull_idle_timeout": 2, "cull_interval": 1}
main()
"""  # a kernel that nobody is connected to isn't kept for ten minutes


class Server(NamedTuple):
    process: subprocess.Popen[str]
    address: str  # with its key

    @property
    def bare(self) -> str:
        return self.address.partition("/?")[0]

    def kernels(self) -> int:
        return sum(map(_is_kernel, psutil.Process(self.process.pid).children()))


def _is_kernel(process: psutil.Process) -> bool:
    with suppress(psutil.NoSuchProcess):  # it may just be ending
        return "ipykernel" in " ".join(process.cmdline())
    return False


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return Workspace.create(tmp_path_factory.mktemp("app") / "workspace", sample=True)


@pytest.fixture(scope="module")
def server(workspace: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The command as it is started in a terminal, with no settings from outside; Ctrl+C ends it."""
    own = {name: str(tmp_path_factory.mktemp(name.lower())) for name in ("JUPYTER_CONFIG_DIR", "IPYTHONDIR")}
    environment = {name: value for name, value in os.environ.items() if name != ENVIRONMENT} | own
    log = tmp_path_factory.mktemp("log") / "app.log"
    with log.open("w") as err:
        process = subprocess.Popen(
            [sys.executable, "-c", SOON, "app", "--no-browser", "--port=18866"],
            cwd=workspace.folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=err,
            text=True,
        )
    assert process.stdout is not None
    with process, process.stdout:
        said = process.stdout.readline()  # an empty line where it stopped
        found = re.search(r"http://\S+", said)
        try:
            assert found, log.read_text()
            yield Server(process, found[0])
        finally:
            process.send_signal(signal.SIGINT)
            assert process.wait(30) == 0
            assert "Traceback" not in log.read_text()


@pytest.fixture
def page(server: Server, browser: Any) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 1280, "height": 1000})  # with cookies of its own
    tab = context.new_page()
    tab.set_default_timeout(PATIENCE)
    yield tab
    context.close()


@pytest.fixture
def asked(page: Any) -> list[str]:
    """Every address that the page asked for."""
    addresses: list[str] = []
    page.on("request", lambda request: addresses.append(request.url))
    page.on("websocket", lambda socket: addresses.append(socket.url))
    return addresses


def eventually(page: Any, condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE / 1000
    while not condition() and time.monotonic() < end:
        page.wait_for_timeout(50)
    assert condition()


def saved(page: Any, label: str, text: str) -> None:
    page.get_by_label(label).fill(text)
    page.keyboard.press("Tab")
    page.get_by_role("status").filter(has_text="Saved ").wait_for()


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
    page.wait_for_timeout(5_000)  # more than twice the time after which an idle one is ended
    eventually(page, lambda: server.kernels() == 1)
    saved(page, "Relationship manager", "Ada Lindqvist")
    page.goto("about:blank")
    assert server.kernels() == 1
    eventually(page, lambda: server.kernels() == 0)


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
    key = server.address.partition("?")[2]
    answer = page.request.get(
        f"{server.bare}/voila/render/00_start.ipynb?{key}", headers={"Host": "plans.example"}, fail_on_status_code=False
    )
    assert answer.status == 403


def test_no_file_of_the_folder_is_served(page: Any, server: Server, workspace: Workspace) -> None:
    Path(workspace.folder / "notebooks" / "note.png").write_bytes(b"a")
    key = server.address.partition("?")[2]
    for name in ("00_start.ipynb", "note.png", "../clientplan.toml"):
        answer = page.request.get(f"{server.bare}/voila/files/{name}?{key}", fail_on_status_code=False)
        assert answer.status in {403, 404}, name
