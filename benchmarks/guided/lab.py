"""A JupyterLab of its own on a folder, with a browser in front of it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nbformat

BENCHMARKS = Path(__file__).parents[1]
PATIENCE = 120_000  # ms
_QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
_RUN = """async () => {
    await window.jupyterapp.restored
    const panel = window.jupyterapp.shell.currentWidget
    await panel.context.ready
    await panel.sessionContext.ready
    await window.jupyterapp.commands.execute('notebook:run-all-cells')
}"""


class Lab:
    def __init__(self, address: str, browser: Any, folder: Path) -> None:
        self.address, self.folder = address, folder
        self._browser = browser

    @contextmanager
    def notebook(self, name: str) -> Iterator[Any]:
        """A tab of its own on a notebook of the folder that nobody has open; its kernel ends with it."""
        tab = self._browser.new_page(viewport={"width": 1280, "height": 1000})
        tab.set_default_timeout(PATIENCE)
        try:
            tab.goto(f"{self.address}/lab/workspaces/{time.time_ns()}/tree/{name}?reset")
            tab.wait_for_function("() => window.jupyterapp?.shell.currentWidget?.sessionContext")
            yield tab
        finally:
            tab.close()
            self._end_kernels()

    def run(self, tab: Any) -> None:
        tab.evaluate(_RUN)

    def write(self, name: str, *cells: str) -> str:
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
        notebook.metadata = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
        nbformat.write(notebook, self.folder / name)
        return name

    def _end_kernels(self) -> None:
        for session in json.loads(self._ask("GET", "sessions")):
            self._ask("DELETE", f"sessions/{session['id']}")

    def _ask(self, method: str, what: str) -> bytes:
        request = urllib.request.Request(f"{self.address}/api/{what}", method=method)  # noqa: S310 - our own server
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 - as above
            return bytes(answer.read())


@contextmanager
def lab(folder: Path) -> Iterator[Lab]:
    from playwright.sync_api import sync_playwright

    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    own = {name: str(folder / f".{name}") for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")}
    _without_extension(Path(own["JUPYTER_CONFIG_DIR"]))
    path = os.pathsep.join(filter(None, [str(BENCHMARKS), os.environ.get("PYTHONPATH")]))
    command = [
        *(sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}"),
        *("--IdentityProvider.token=", "--ServerApp.disable_check_xsrf=True", "--LabApp.news_url="),
        *("--LabApp.expose_app_in_browser=True", "--ServerApp.log_level=CRITICAL", f"--ServerApp.root_dir={folder}"),
    ]
    environment = os.environ | own | {"PYTHONPATH": path}
    server = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        _wait(f"http://127.0.0.1:{port}/api/status", server)
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=chromium(), args=list(_QUIET))
            yield Lab(f"http://127.0.0.1:{port}", browser, folder)
            browser.close()
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(30)


def _without_extension(config: Path) -> None:
    """It would run our notebooks by itself; here both sides are run by the same command."""
    page = config / "labconfig" / "page_config.json"
    page.parent.mkdir(parents=True)
    page.write_text(json.dumps({"disabledExtensions": {"clientplan": True}}), encoding="utf-8")


def chromium() -> str | None:
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def _wait(address: str, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310 - our own server
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
        else:
            return
    raise SystemExit("JupyterLab didn't start")
