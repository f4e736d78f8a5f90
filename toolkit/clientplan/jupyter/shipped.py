"""The code that may run by itself: that of the notebooks we ship, cell by cell."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from clientplan import paths


@cache
def sources() -> frozenset[str]:
    """The source of every code cell of every shipped notebook, to the letter."""
    return frozenset(source for path in sorted(paths.notebooks().glob("*.ipynb")) for source in _sources_in(path))


def _sources_in(path: Path) -> Iterator[str]:
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            yield source(cell)


def source(cell: dict[str, Any]) -> str:
    """The format allows a string or a list of lines."""
    return "".join(cell.get("source") or "")
