"""The rows of one sheet on their way to a tidy table, and what was taken out of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Self

import numpy as np
import pandas as pd

from clientplan.collect.grid import Bools, Grid
from clientplan.collect.recognise import Recognised
from clientplan.collect.report import FileReport, Quarantined
from clientplan.collect.tables import TEXT_DTYPE

LINE = "line"  # a column of the frame: the line in the original; gone once the rows are tidy


@dataclass(frozen=True)
class Fault:
    """Why some rows can't be kept."""

    bad: Bools
    column: str  # as the sheet calls it
    shown: pd.Series[Any]  # the column's texts, or the days that were read from them
    reason: str

    @classmethod
    def where(cls, bad: pd.Series[bool], column: str, shown: pd.Series[Any], reason: str) -> Self:
        return cls(bad.to_numpy(dtype=bool), column, shown, reason)


@dataclass(frozen=True)
class Batch:
    grid: Grid
    recognised: Recognised
    frame: pd.DataFrame
    set_aside: tuple[Quarantined, ...] = ()
    notes: tuple[str, ...] = ()
    decimal: str | None = None
    dates: str | None = None

    @property
    def table(self) -> str:
        return self.recognised.table

    @property
    def naming(self) -> str:
        """The column that holds the client's name."""
        return "name" if self.table == "clients" else "client"

    def text(self, column: str) -> pd.Series[str]:
        """A column of text; all missing where the sheet has none."""
        if column in self.frame:
            return self.frame[column]
        return pd.Series(np.nan, index=self.frame.index, dtype=TEXT_DTYPE)

    def header_of(self, *columns: str) -> str:
        """What the sheet itself calls the first of these columns that it has."""
        found = (self.recognised.places.get(column) for column in columns)
        return next((places[0].header.written for places in found if places), columns[0])

    def without(self, faults: Iterable[Fault]) -> Self:
        """A batch that lacks the rows with a fault; each fault is told, also where a row has several."""
        found = [fault for fault in faults if fault.bad.any()]
        if not found:
            return self
        lines = self.frame[LINE].to_numpy()
        out = [
            Quarantined(
                self.grid.file,
                self.grid.sheet,
                int(lines[row]),
                fault.column,
                _shown(fault.shown.iloc[row]),
                fault.reason,
            )
            for fault in found
            for row in np.flatnonzero(fault.bad)
        ]
        kept = ~np.logical_or.reduce([fault.bad for fault in found])
        return replace(self, frame=self.frame[kept].reset_index(drop=True), set_aside=(*self.set_aside, *out))

    def having(self, **columns: pd.Series[Any]) -> Self:
        return replace(self, frame=self.frame.assign(**columns))

    def noting(self, *notes: str) -> Self:
        return replace(self, notes=(*self.notes, *notes))

    def report(self) -> FileReport:
        found = self.recognised
        return FileReport(
            file=self.grid.file,
            sheet=self.grid.sheet,
            table=self.table,
            recognised=found.label,
            header_line=found.line,
            rows_read=len(self.frame),
            rows_set_aside=len({one.line for one in self.set_aside}),
            columns_used={place.header.written: column for column, places in found.places.items() for place in places},
            columns_unused=found.unused,
            encoding=self.grid.encoding,
            delimiter=self.grid.delimiter,
            decimal=self.decimal,
            dates=self.dates,
            notes=list(self.notes),
        )


def _shown(value: object) -> str:
    if isinstance(value, pd.Timestamp):
        return f"{value:%Y-%m-%d}"
    return value if isinstance(value, str) else ""
