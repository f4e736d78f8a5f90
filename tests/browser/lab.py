"""JupyterLab as `clientplan lab` starts it, and what a person does in front of it."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from clientplan.workspace import ENVIRONMENT, Workspace

PATIENCE = 60_000  # milliseconds; a kernel on a busy machine takes its time to start
TOKEN = "browser-test"  # noqa: S105 - of a server that lives as long as a test
SHOWN = ".jp-NotebookPanel:not(.lm-mod-hidden)"
ALL_STAND = f"""() => {{
    const cells = [...document.querySelectorAll('{SHOWN} .jp-CodeCell')].slice(1)  // the first one shows nothing
    return cells.length > 1 && cells.every(cell => cell.querySelector('.cp-panel:not([data-old])'))
}}"""


class Lab:
    """`clientplan lab` in a workspace, with no settings from outside; stopped and started, it has the same address."""

    def __init__(self, workspace: Workspace, folder: Path) -> None:
        self.workspace = workspace
        self.folder = folder
        self.server: subprocess.Popen[bytes] | None = None
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://localhost:{self.port}"

    def start(self) -> None:
        own = {"JUPYTER_CONFIG_DIR": "config", "JUPYTER_RUNTIME_DIR": "runtime", "JUPYTER_DATA_DIR": "data"}
        own |= {"IPYTHONDIR": "ipython", "JUPYTERLAB_WORKSPACES_DIR": "layouts", "JUPYTERLAB_SETTINGS_DIR": "settings"}
        kept = {name: value for name, value in os.environ.items() if name != ENVIRONMENT}
        environment = kept | {name: str(self.folder / value) for name, value in own.items()} | {"JUPYTER_TOKEN": TOKEN}
        command = ["-c", "from clientplan.cli import main; main()", "lab", "--no-browser", f"--port={self.port}"]
        with self.log.open("a") as log:
            self.server = subprocess.Popen(
                [sys.executable, *command],
                cwd=self.workspace.folder,
                env=environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._wait(self.server)

    def stop(self) -> None:
        """With its kernels, as when somebody presses Ctrl+C."""
        if self.server is None:
            return
        processes = psutil.Process(self.server.pid).children(recursive=True)
        os.killpg(self.server.pid, signal.SIGTERM)
        self.server.wait(30)
        _, left = psutil.wait_procs(processes, 30)
        for process in left:
            process.kill()
        self.server = None

    def kill_kernel(self, name: str) -> None:
        """Kills -9 the kernel of a notebook."""
        [process] = self._kernel(name)
        process.kill()
        process.wait(30)

    def _kernel(self, name: str) -> list[psutil.Process]:
        """The process of a notebook's kernel, while it has one."""
        [kernel] = [
            session["kernel"]["id"] for session in self.ask("sessions") if session["path"].endswith(f"/{name}.ipynb")
        ]
        running = psutil.process_iter(["cmdline", "status"])
        return [
            process
            for process in running
            if any(f"kernel-{kernel}" in word for word in process.info["cmdline"] or ())
            and process.info["status"] != psutil.STATUS_ZOMBIE
        ]

    def ask(self, what: str, interface: str = "api") -> Any:
        """What an interface of the server says of something."""
        known = {"Authorization": f"token {TOKEN}"}
        request = urllib.request.Request(f"{self.address}/{interface}/{what}", headers=known)  # noqa: S310 - our own server
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
            return json.load(answer)

    @property
    def log(self) -> Path:
        return self.folder / "lab.log"

    def _wait(self, server: subprocess.Popen[bytes]) -> None:
        end = time.monotonic() + PATIENCE / 1000
        while time.monotonic() < end and server.poll() is None:
            try:
                urllib.request.urlopen(f"{self.address}/api", timeout=5).close()  # noqa: S310 - our own server
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                time.sleep(0.1)
            else:
                return
        pytest.fail(f"JupyterLab didn't start:\n{self.log.read_text()}")


def open_notebook(page: Any, name: str) -> None:
    """Opens a notebook in a layout of its own, and waits until it has run by itself and all its panels stand."""
    open_path(page, f"notebooks/{name}.ipynb")
    all_stand(page)


def open_path(page: Any, path: str) -> None:
    page.goto(f"/lab/workspaces/{Path(path).stem}/tree/{path}?reset")
    page.locator(SHOWN).wait_for()


def kernel_known(page: Any) -> None:
    """Lab shows an idle kernel a moment before it has one, and asks for a kernel when something is run by then."""
    page.locator(f"{SHOWN} .jp-Toolbar-kernelName", has_text="Python 3").wait_for()
    page.locator(f"{SHOWN} .jp-Notebook-ExecutionIndicator[data-status=idle]").wait_for()


def all_stand(page: Any) -> None:
    page.wait_for_function(ALL_STAND)


def mark(page: Any) -> None:
    """Marks the panels that stand, so that `all_stand` waits for others in their place."""
    page.evaluate("document.querySelectorAll('.cp-panel').forEach(panel => { panel.dataset.old = 'true' })")


def choose(page: Any, menu: str, item: str) -> None:
    """An item is known by the beginning of its name; behind it stands the key for it."""
    page.get_by_role("menuitem", name=menu, exact=True).click()
    page.locator(".lm-Menu-itemLabel", has_text=re.compile(f"^{re.escape(item)}")).click()


def code_cells(page: Any) -> list[Any]:
    found: list[Any] = page.locator(f"{SHOWN} .jp-CodeCell").all()
    return found


def eventually(page: Any, condition: Callable[[], bool]) -> None:
    """What the browser sends takes a moment to be on the disk."""
    end = time.monotonic() + PATIENCE / 1000
    while not condition() and time.monotonic() < end:
        page.wait_for_timeout(50)
    assert condition()
