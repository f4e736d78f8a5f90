"""Files in, tidy tables and a report out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

import pandas as pd

from clientplan.collect.batch import Batch
from clientplan.collect.clients import match
from clientplan.collect.combine import combined
from clientplan.collect.grid import Grid
from clientplan.collect.merge import merged
from clientplan.collect.recognise import nothing_for_us, recognise
from clientplan.collect.report import Report
from clientplan.collect.sanity import checked, last_day
from clientplan.collect.source import open_source
from clientplan.collect.tables import TABLES
from clientplan.collect.typed import Options, typed
from clientplan.collect.won_deals import with_won_deals
from clientplan.errors import SourceUnreadable


@dataclass(frozen=True)
class Collected:
    tables: Mapping[str, pd.DataFrame]  # by the names in tables.TABLES
    report: Report


def read(
    paths: Iterable[Path | str],
    *,
    currency: str | None = None,
    decimal: Literal[",", "."] | None = None,
    dates: Literal["dmy", "mdy"] | None = None,
    today: date | None = None,
) -> Collected:
    """The tidy tables of all these exports; of a record that comes twice, the later file's counts.

    `currency` stands for amounts that name none, `decimal` and `dates` where a file can be read in two ways.
    Files that can't be read are in the report's failures, rows that can't in its set_aside; the others are read.

    Raises:
        SourceUnreadable: nothing could be read at all; with a sentence for each file.
    """
    options = Options(today or date.today(), currency, decimal, dates)
    batches, failures, notes = _batches([Path(path) for path in paths], options)
    if not batches:
        raise SourceUnreadable("\n".join(failures) or "No files to read. Name at least one export (CSV or XLSX)")
    found = match(batches, currency)
    tables = {"clients": found.clients}
    notes += found.notes
    for table in TABLES:
        if table != "clients":
            tables[table], twice = merged(table, found.batches)
            notes += twice
    tables["revenue"], won = with_won_deals(tables["revenue"], tables["opportunities"], last_day(options.today))
    report = Report(
        files=[batch.report() for batch in found.batches],
        failures=failures,
        notes=[*notes, *won],
        set_aside=sorted(row for batch in found.batches for row in batch.set_aside),
        rows={table: len(frame) for table, frame in tables.items()},
    )
    return Collected(tables, report)


def _batches(paths: list[Path], options: Options) -> tuple[list[Batch], list[str], list[str]]:
    """What can be read; a sentence for each file that can't, and one for each sheet that holds nothing for us."""
    batches: list[Batch] = []
    failures: list[str] = []
    notes: list[str] = []
    for path, name in zip(paths, _names(paths), strict=True):
        try:
            read_sheets, left = _sheets(open_source(path, name), options, failures)
        except SourceUnreadable as error:
            failures.append(str(error))
        else:
            batches += read_sheets
            (notes if read_sheets else failures).extend(left)
    return batches, failures, notes


def _sheets(grids: list[Grid], options: Options, failures: list[str]) -> tuple[list[Batch], list[str]]:
    """The sheets of one file that hold a table, and sentences about those that don't."""
    batches: list[Batch] = []
    left: list[str] = []
    for grid in grids:
        try:
            found = recognise(grid)
            if found:
                batches.append(checked(combined(typed(grid, found, options)), options.today))
            else:
                left.append(nothing_for_us(grid))
        except SourceUnreadable as error:
            failures.append(str(error))
    return batches, left


def _names(paths: list[Path]) -> list[str]:
    """What messages call each file: its name, with the folder where two have the same."""
    times = Counter(path.name for path in paths)
    return [path.name if times[path.name] == 1 else f"{path.parent.name}/{path.name}" for path in paths]
