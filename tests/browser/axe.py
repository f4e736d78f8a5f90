"""What axe-core finds in our panels."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

TALL = 9000  # pixels: it measures only what is seen
# Lab's body has no height: without one axe takes all in it for hidden, and finds nothing whatever the colours are.
HEIGHT = "html, body { height: 100vh }"


def violations(page: Any) -> list[str]:
    """What it finds in the page that is open; that it did measure colours is asserted."""
    axe = pytest.importorskip("axe_playwright_python.base", reason="axe-core isn't installed")
    page.add_style_tag(content=HEIGHT)
    page.evaluate(Path(axe.AXE_FILE_PATH).read_text(encoding="utf-8"))
    found = page.evaluate("axe.run({include: ['.cp-panel']}, {resultTypes: ['violations', 'passes']})")
    contrast = [node for rule in found["passes"] if rule["id"] == "color-contrast" for node in rule["nodes"]]
    measured = [node for node in contrast if (node["any"][0]["data"] or {}).get("contrastRatio")]
    assert len(measured) >= page.locator(".cp-panel").count()
    return [
        f"{rule['impact']} {rule['id']}: {node['html'][:200]} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
