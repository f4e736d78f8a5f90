from __future__ import annotations

import re
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_each_table_of_the_benchmarks_has_its_place() -> None:
    text = (DOCS / "performance.md").read_text(encoding="utf-8")
    begun = re.findall(r"<!-- (\w+) -->", text)
    assert begun == ["machine", "warm", "cold", "preview", "batch", "memory", "fit"]
    assert re.findall(r"<!-- end of (\w+) -->", text) == begun
