"""Writes the pictures of docs/steps.md: each step in JupyterLab, as `clientplan lab` shows it. Needs a browser.

Run it after a change of what a step shows: start.py docs.
"""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path
from typing import Any

from PIL import Image

ROOT = Path(__file__).parents[1]
FOLDER = Path(__file__).with_name("steps")
SIZES = {1280: 900, 1920: 1080}  # pixels: a laptop, and a screen on a desk
COLOURS = 96
SETTLED = 3000  # milliseconds, in which the page beside the form is set


def main() -> None:
    sys.path.insert(0, str(ROOT))  # the tests know how to start Lab, and when a notebook has run
    from playwright.sync_api import sync_playwright
    from tests.browser.conftest import CHROMIUM, QUIET
    from tests.browser.lab import TOKEN, Lab

    from clientplan.workspace import Workspace

    if CHROMIUM is None:
        print("No pictures of the steps: Chromium isn't installed.")
        return
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        lab = Lab(Workspace.create(Path(folder) / "sample", sample=True), Path(folder))
        lab.start()
        try:
            browser = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET)
            for width, height in SIZES.items():
                page = browser.new_page(viewport={"width": width, "height": height}, base_url=lab.address)
                page.goto(f"/api/status?token={TOKEN}")
                for notebook in sorted((ROOT / "notebooks").glob("*.ipynb")):
                    _keep(page, notebook.stem, width)
            browser.close()
        finally:
            lab.stop()


def _keep(page: Any, name: str, width: int) -> None:
    from tests.browser.lab import PATIENCE, SHOWN, open_notebook

    page.set_default_timeout(PATIENCE)
    open_notebook(page, name)
    page.wait_for_timeout(SETTLED)
    if width == min(SIZES) and name != "00_start":  # what is filled in; the top of each is much the same
        page.locator(f"{SHOWN} h2").first.evaluate("heading => heading.scrollIntoView()")
        page.wait_for_timeout(SETTLED // 6)
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB").quantize(COLOURS)
    picture.save(FOLDER / f"{name}-{width}.png", optimize=True)


if __name__ == "__main__":
    main()
