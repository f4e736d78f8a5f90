"""`jupyter nbconvert --to webpdf`: a notebook whose one cell is the naive page, printed by Chromium."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from peers import naive, with_chromium
from peers.case import Case
from peers.command import Command

NAME = "nbconvert --to webpdf"
_BODY = re.compile(r"<body>\n(.*)</body>", re.DOTALL)
_LAUNCH = "from playwright.sync_api import sync_playwright as s\nwith s() as p: p.chromium.launch()"
_PLACE = re.compile(r"Executable doesn't exist at (\S+)")


def available() -> str | None:
    """Why it can't be measured; None when it can."""
    return with_chromium.available() if find_spec("nbconvert") else "nbconvert isn't installed"


def cold(case: Case) -> Command:
    """The notebook is converted as it stands, without being run."""
    style, page = naive.style(case.content), _BODY.search(naive.html(case.content))
    cell = {
        "cell_type": "markdown",
        "id": "page",
        "metadata": {},
        "source": f"<style>{style}</style>\n{page and page[1]}",
    }
    notebook = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    file = case.file("nbconvert.ipynb", json.dumps(notebook))
    jupyter = str(Path(sys.executable).parent / "jupyter")
    line = (jupyter, "nbconvert", "--to", "webpdf", "--disable-chromium-sandbox", str(file))
    return Command(
        line, file.with_suffix(".pdf"), case.folder, {"PLAYWRIGHT_BROWSERS_PATH": str(_browsers(case.folder))}
    )


def _browsers(folder: Path) -> Path:
    """Playwright looks for its own download only, and nbconvert can't tell it otherwise: a link stands in its place."""
    browsers = folder / "browsers"
    environment = {**os.environ, "PLAYWRIGHT_BROWSERS_PATH": str(browsers)}
    said = subprocess.run([sys.executable, "-c", _LAUNCH], env=environment, capture_output=True, text=True, check=False)
    if found := _PLACE.search(said.stderr):
        place = Path(found[1])
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(str(with_chromium.program()))
    return browsers
