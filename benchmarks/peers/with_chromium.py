"""Headless Chromium on the naive page: its command line, and one open browser that is asked over CDP."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from peers import naive
from peers.case import Case
from peers.command import Command

NAME = "Chromium"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-extensions")


def available() -> str | None:
    """Why it can't be measured; None when it can."""
    if program() is None:
        return "no Chromium in the PATH"
    return None if find_spec("playwright") else "playwright isn't installed"


@contextmanager
def warm(case: Case) -> Iterator[Callable[[], bytes]]:
    """The page is loaded anew for each print, as another plan's would be."""
    from playwright.sync_api import sync_playwright

    address = _page(case).as_uri()
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=program(), args=list(_FLAGS[1:])) as browser,
        browser.new_page() as page,
    ):

        def work() -> bytes:
            page.goto(address)
            page.evaluate("document.fonts.ready")
            return page.pdf(prefer_css_page_size=True, print_background=True)

        yield work


def processor() -> float:
    """Seconds of our process and of all that stand below it: the browser's processes, and Playwright's driver.

    What a process took that has ended meanwhile isn't in it; with one open page none is expected to.
    """
    import psutil

    here = psutil.Process()
    total = 0.0
    for process in (here, *here.children(recursive=True)):
        try:
            times = process.cpu_times()
        except psutil.NoSuchProcess:
            continue
        total += times.user + times.system
    return total


def cold(case: Case) -> Command:
    pdf = case.folder / "chromium.pdf"
    profile = case.folder / "chromium"  # its own: one that is open elsewhere would take the page over
    line = (
        *_FLAGS,
        f"--user-data-dir={profile}",
        "--no-pdf-header-footer",
        f"--print-to-pdf={pdf}",
        _page(case).as_uri(),
    )
    return Command((str(program()), *line), pdf)


def program() -> str | None:
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


def _page(case: Case) -> Path:
    """The naive page with its style sheet in it."""
    html = naive.html(case.content).replace("</head>", f"<style>{naive.style(case.content)}</style>\n</head>")
    return case.file("chromium.html", html)
