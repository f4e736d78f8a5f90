"""Cells of a spreadsheet into the rows of a list, from the box in which they are pasted to the right and down."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from io import StringIO
from typing import Any

from clientplan.forms.row import Row

MOST = 200  # lines; a plan has no room for more


def cells(text: str) -> list[list[str]]:
    """What a spreadsheet puts on the clipboard: tabs between cells, and quotes round one with a line end in it."""
    return [line for line in csv.reader(StringIO(text.replace("\r\n", "\n")), delimiter="\t") if line]


def fill(
    rows: Sequence[Row[Any]], first: str, lines: Sequence[Sequence[str]], make: Callable[[], Row[Any]]
) -> list[str]:
    """Fills the boxes; a sentence for each cell that can't be meant for its box, which stays as it was.

    Args:
        rows: those that there are from the one with the focus on.
        first: the name of the box with the focus.
        lines: the cells.
        make: the row for a line that has none yet.
    """
    wrong = []
    for at, line in enumerate(lines[:MOST]):
        row = rows[at] if at < len(rows) else make()
        boxes = row.visits.boxes
        begin = next((place for place, box in enumerate(boxes) if box.widget.get("name") == first), 0)
        for box, cell in zip(boxes[begin:], line, strict=False):
            try:
                box.widget.paste(cell)
            except ValueError as error:
                wrong.append(f"{row.name or row.words}, {box.label}: {error}")
        if len(line) > len(boxes) - begin:
            wrong.append(f"{row.name or row.words}: {len(line)} cells, and boxes for {len(boxes) - begin}")
    if len(lines) > MOST:
        wrong.append(f"{len(lines)} lines are more than a plan holds. The first {MOST} are taken")
    return wrong
