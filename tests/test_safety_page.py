"""The limits that docs/safety.md names are those that hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from clientplan.plan import nodes, parsing
from clientplan.render import attached, attached_child, fetcher, limits, logo, logo_child, pack_files, pictures, sandbox

TEXT = (Path(__file__).parents[1] / "docs" / "safety.md").read_text(encoding="utf-8")
ROWS = dict(line.strip("| ").split(" | ") for line in TEXT.splitlines() if line.startswith("| ") and " | " in line)

PLAN = f"{parsing.MAX_BYTES // 10**6} MB, {nodes.MAX_DEPTH} levels, {nodes.MAX_NODES:,} values"


@pytest.mark.parametrize(
    ("of", "most"),
    [
        (
            "a pack that isn't ours, for one print",
            f"{limits.SECONDS} s, {limits.MEMORY // 10**9} GB of memory, {sandbox.MOST_MARKUP:,} characters of markup",
        ),
        ("its pages", "10"),
        ("its files", f"{pack_files.MOST_FILES}, {pack_files.MOST_IN_ALL // 10**6} MB in all"),
        ("one template or style", f"{pack_files.MOST_CODE:,} bytes"),
        ("one picture or font", f"{pack_files.MOST_ASSET // 10**6} MB"),
        ("a picture, in pixels", f"{pictures.MOST_PIXELS // 10**6} megapixels"),
        ("a picture inside a template (`data:`), PNG or JPEG", f"{fetcher.MOST_DATA:,} characters"),
        ("a logo's file", f"{logo.LARGEST // 10**6} MB"),
        ("a PDF that a plan is taken out of", f"{attached.LARGEST // 10**6} MB, {attached_child._MOST} attachments"),
        ("a plan's file", f"{PLAN}, 4,000 characters a text"),
    ],
)
def test_a_limit_is_the_one_that_holds(of: str, most: str) -> None:
    assert ROWS[of] == most


def test_the_size_of_a_logo() -> None:
    assert f"{logo_child.WIDEST} × {logo_child.TALLEST} pixels at most" in TEXT
