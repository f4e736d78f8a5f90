"""What docs/history.md promises is what holds."""

from __future__ import annotations

from pathlib import Path

from clientplan.export.exporting import Format
from clientplan.plan.promotion import Place
from clientplan.store import history, thinning

TEXT = (Path(__file__).parents[2] / "docs" / "history.md").read_text(encoding="utf-8")


def test_the_numbers_are_those_of_the_code() -> None:
    assert f"the newest {thinning.ALL} |" in TEXT
    assert f"at most {history.LARGEST // 10**6} MB" in TEXT
    assert f"plans/{history.FOLDER}/" in TEXT


def test_every_place_and_every_format_is_named() -> None:
    for place in Place:
        assert f"| {place} |" in TEXT
    for kind in Format:
        assert f"--to {kind}" in TEXT
