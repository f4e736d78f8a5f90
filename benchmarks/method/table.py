"""Tables in Markdown, as they stand in the terminal and on the page of the documentation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path


def table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The first column is words, the others are figures."""
    widths = [max(len(row[at]) for row in (columns, *rows)) for at in range(len(columns))]

    def line(cells: Sequence[str]) -> str:
        figures = (cell.rjust(width) for cell, width in zip(cells[1:], widths[1:], strict=True))
        padded = [cells[0].ljust(widths[0]), *figures]
        return f"| {' | '.join(padded)} |"

    rule = "|".join(["-" * (widths[0] + 2), *("-" * (width + 1) + ":" for width in widths[1:])])
    return "\n".join([line(columns), f"|{rule}|", *map(line, rows)])


def remarked(drawn: str, remarks: list[str]) -> str:
    """A table with remarks under it."""
    return "\n".join([drawn, "", *(f"- {remark}" for remark in remarks)])


def put(page: Path, name: str, text: str) -> None:
    """Between the two marks of this name on a page; what stood there is gone."""
    marked = re.compile(rf"(<!-- {name} -->\n).*?(\n<!-- end of {name} -->)", re.DOTALL)
    before = page.read_text(encoding="utf-8")
    if not marked.search(before):
        raise LookupError(f"{page} has no place for {name}")
    page.write_text(marked.sub(lambda found: f"{found[1]}\n{text}\n{found[2]}", before), encoding="utf-8")
