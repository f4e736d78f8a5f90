"""`clientplan app` as it is started in a terminal, with no settings from outside; Ctrl+C ends it."""

from __future__ import annotations

import importlib.util
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

import psutil
import pytest
from tests.browser.lab import PATIENCE

from clientplan.workspace import ENVIRONMENT, Workspace

needs_app = [
    pytest.mark.skipif(importlib.util.find_spec("voila") is None, reason="the extra app isn't installed"),
    pytest.mark.skipif(os.name == "nt", reason="Ctrl+C is sent in another way there"),
]
COMMAND = "from clientplan.cli import main\nmain()"


class Server(NamedTuple):
    process: subprocess.Popen[str]
    address: str  # with its key

    @property
    def bare(self) -> str:
        return self.address.partition("/?")[0]

    def page(self, name: str) -> str:
        """The address of a step, with the key."""
        return f"{self.bare}/voila/render/{name}.ipynb?{self.address.partition('?')[2]}"

    def kernels(self) -> int:
        return sum(map(_is_kernel, psutil.Process(self.process.pid).children()))


@contextmanager
def serving(workspace: Workspace, folder: Path, port: int, code: str = COMMAND) -> Iterator[Server]:
    own = {name: str(folder / name.lower()) for name in ("JUPYTER_CONFIG_DIR", "IPYTHONDIR")}
    environment = {name: value for name, value in os.environ.items() if name != ENVIRONMENT} | own
    log = folder / "app.log"
    with log.open("w") as err:
        process = subprocess.Popen(
            [sys.executable, "-c", code, "app", "--no-browser", f"--port={port}"],
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


@contextmanager
def tab(browser: Any) -> Iterator[Any]:
    """A window with cookies of its own."""
    context = browser.new_context(viewport={"width": 1280, "height": 1000})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    yield page
    context.close()


def saved(page: Any, label: str, text: str) -> None:
    page.get_by_label(label).fill(text)
    page.keyboard.press("Tab")
    page.get_by_role("status").filter(has_text="Saved ").wait_for()


def _is_kernel(process: psutil.Process) -> bool:
    with suppress(psutil.NoSuchProcess):  # it may just be ending
        return "ipykernel" in " ".join(process.cmdline())
    return False
