"""A sheet as it was read, before anything is believed about it: cells, and the line each row came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from clientplan.collect import escaping
from clientplan.collect.tables import TEXT_DTYPE

Cell = str | float  # a number only where a workbook says that the cell is one
Bools = npt.NDArray[np.bool_]


class Row(NamedTuple):
    line: int  # in a file: the line it begins on; in a workbook: the row
    cells: list[Cell]

    def filled(self) -> int:
        return sum(1 for cell in self.cells if not is_blank(cell))


@dataclass(frozen=True)
class Flaw:
    """A line that could not even be cut into cells."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True)
class Grid:
    """One sheet of a workbook, or the only one of a text file."""

    file: str
    rows: list[Row]
    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    flaws: list[Flaw] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def place(self) -> str:
        return self.file if self.sheet is None else f"{self.file}[{self.sheet}]"


@dataclass(frozen=True)
class Texts:
    """A column as text, "" where the cell is empty; `exact` marks what a workbook knows to be a number."""

    header: str
    text: pd.Series[str]
    exact: Bools


def is_blank(cell: Cell) -> bool:
    return isinstance(cell, str) and not cell.strip()


def column(rows: list[Row], position: int, header: str) -> Texts:
    cells = [row.cells[position] if position < len(row.cells) else "" for row in rows]
    exact = np.fromiter((not isinstance(cell, str) for cell in cells), dtype=bool, count=len(cells))
    text = [cell if isinstance(cell, str) else plain(cell) for cell in cells]
    return Texts(header, pd.Series([escaping.taken_off(cell).strip() for cell in text], dtype=TEXT_DTYPE), exact)


def plain(number: float) -> str:
    """A workbook's number as text, so that an id of digits stays one: 1042, not 1042.0 or 1e+20."""
    whole = float(number).is_integer()
    return f"{number:.0f}" if whole else repr(float(number))
