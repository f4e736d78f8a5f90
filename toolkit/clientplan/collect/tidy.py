"""The tidy tables at rest: CSV in UTF-8, ISO dates, decimal points; what is loaded equals what was written."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable
from functools import partial
from itertools import repeat
from pathlib import Path
from typing import Any, TextIO

import numpy as np
import pandas as pd

from clientplan.collect import escaping
from clientplan.collect.read import Collected
from clientplan.collect.report import Quarantined
from clientplan.collect.saving import save_all
from clientplan.collect.tables import DATE_DTYPE, NUMBER_DTYPE, SOURCE, TABLES, TEXT_DTYPE, Role, shaped
from clientplan.errors import SourceUnreadable

REPORT, SET_ASIDE = "report.json", "set_aside.csv"
_LINE_END = "\r\n"  # the one that has a cell with either half of it put in quotation marks


def write(collected: Collected, folder: Path | str) -> None:
    """Writes each table as `<name>.csv`, report.json and set_aside.csv; none is replaced before all are on the disk.

    Text that a spreadsheet would take for a formula gets a leading ', which `load` takes off again.

    Raises:
        StoreError: the folder can't be written.
    """
    writers: dict[str, Callable[[TextIO], None]] = {
        f"{name}.csv": partial(_write_table, table=name, frame=frame) for name, frame in collected.tables.items()
    }
    writers[SET_ASIDE] = partial(_write_set_aside, rows=collected.report.set_aside)
    writers[REPORT] = partial(json.dump, collected.report.to_dict(), ensure_ascii=False, indent=1)
    save_all(Path(folder), writers)


def load(folder: Path | str) -> dict[str, pd.DataFrame]:
    """The tables that `write` wrote, typed as they were.

    Raises:
        SourceUnreadable: they aren't there, or somebody changed them.
    """
    missing = [f"{name}.csv" for name in TABLES if not (Path(folder) / f"{name}.csv").is_file()]
    if missing:
        raise SourceUnreadable(
            f"{folder} has no {', '.join(missing)}. Collect your exports first: clientplan collect FILE…"
        )
    return {name: _load_table(Path(folder) / f"{name}.csv", name) for name in TABLES}


def _write_table(file: TextIO, table: str, frame: pd.DataFrame) -> None:
    columns = {**TABLES[table].columns, SOURCE: Role.TEXT}
    writer = csv.writer(file, lineterminator=_LINE_END)
    writer.writerow(columns)
    writer.writerows(zip(*(_as_text(frame[name], role) for name, role in columns.items()), strict=True))


def _as_text(values: pd.Series, role: Role) -> Iterable[str]:
    if role is Role.DATE:
        return np.where(values.isna(), "", np.datetime_as_string(values.to_numpy(DATE_DTYPE), unit="D"))
    if role.is_number:
        return ("" if np.isnan(value) else repr(value) for value in values.tolist())
    return map(escaping.put_on, values.fillna("").tolist())


def _write_set_aside(file: TextIO, rows: Iterable[Quarantined]) -> None:
    writer = csv.writer(file, lineterminator=_LINE_END)
    writer.writerow(["file", "sheet", "line", "column", "value", "reason"])
    for row in rows:
        texts = (row.file, row.sheet or "", str(row.line), row.column, row.value, row.reason)
        writer.writerow(map(escaping.put_on, texts))


def _load_table(path: Path, table: str) -> pd.DataFrame:
    columns = {**TABLES[table].columns, SOURCE: Role.TEXT}
    try:
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file, strict=True)
        cells = dict(zip(header, zip(*rows, strict=True) if rows else repeat(()), strict=bool(rows)))
        return shaped(table, pd.DataFrame({name: _typed(cells[name], role) for name, role in columns.items()}))
    except (ValueError, KeyError, csv.Error) as error:
        raise SourceUnreadable(
            f"{path} isn't as it was written ({error}). Collect your exports again: clientplan collect"
        ) from error


def _typed(texts: tuple[str, ...], role: Role) -> pd.Series[Any]:
    if role is Role.DATE:
        return pd.Series(np.array([text or "NaT" for text in texts], dtype=DATE_DTYPE))
    if role.is_number:
        return pd.Series([float(text) if text else np.nan for text in texts], dtype=NUMBER_DTYPE)
    return pd.Series([escaping.taken_off(text) or None for text in texts], dtype=TEXT_DTYPE)
