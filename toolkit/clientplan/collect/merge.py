"""The rows of several files in one table, each record once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from clientplan.collect.batch import Batch
from clientplan.collect.crm_id import space_of, standard
from clientplan.collect.overlap import overlaps
from clientplan.collect.report import counted
from clientplan.collect.tables import TABLES, TEXT_DTYPE, empty, shaped

_FILE, _KEY, _NTH = "·file", "·key", "·nth"  # no header is read into columns of these names


def merged(table: str, batches: Sequence[Batch]) -> tuple[pd.DataFrame, list[str]]:
    """All rows of a table, and what was found twice.

    A record with an id: the later file has the last word (January's export, then the whole year's). A row without
    one is left out only where another file holds the very same row; within one file equal rows are different facts.
    """
    of_table = [batch for batch in batches if batch.table == table]
    if not of_table:
        return empty(table), []
    frames = [batch.frame.copy() for batch in of_table]
    for number, (frame, batch) in enumerate(zip(frames, of_table, strict=True)):
        frame[_FILE], frame[_KEY] = number, _keys(batch)
    rows = pd.concat(frames, ignore_index=True)
    again = rows[_KEY].notna() & rows.duplicated(_KEY, keep="last")
    facts = _without_id(rows, table)
    same = facts.duplicated().reindex(rows.index, fill_value=False)
    label = TABLES[table].label
    files = rows[_FILE].map(dict(enumerate(batch.grid.file for batch in of_table)))
    differing = facts[~facts.duplicated(keep=False)]
    return shaped(table, rows[~(again | same)]), [
        *_notes(rows, again, same, label),
        *overlaps(differing, files[differing.index], label),
    ]


def _keys(batch: Batch) -> pd.Series[str]:
    """The records' ids, told apart by the system that gave them."""
    column = TABLES[batch.table].key
    if column not in batch.frame:
        return pd.Series(np.nan, index=batch.frame.index, dtype=TEXT_DTYPE)

    def key(identifier: str) -> str:
        return f"{space_of(identifier, batch.recognised.shape)}:{standard(identifier)}"

    return batch.frame[column].map(key, na_action="ignore").astype(TEXT_DTYPE)


def _without_id(rows: pd.DataFrame, table: str) -> pd.DataFrame:
    """The values of rows without an id, each with its place among its equals of one file.

    What is a duplicate here stands in two files: the second of two equal rows only where the other has a second too.
    """
    columns = list(TABLES[table].columns)
    facts = shaped(table, rows)[columns].assign(**{_FILE: rows[_FILE]})
    loose = facts[rows[_KEY].isna()]
    nth = loose.groupby([*columns, _FILE], dropna=False, sort=False).cumcount()
    return loose[columns].assign(**{_NTH: nth})


def _notes(rows: pd.DataFrame, again: pd.Series[bool], same: pd.Series[bool], label: str) -> Iterator[str]:
    last = rows.drop_duplicates(_KEY, keep="last").set_index(_KEY)[_FILE]
    later = again & (rows[_FILE] != rows[_KEY].map(last))
    replaced, repeated, equal = int(later.sum()), int((again & ~later).sum()), int(same.sum())
    if replaced:
        yield f"{counted(replaced, 'row')} of {label} came again in a later file: the later one counts"
    if repeated:
        yield f"{counted(repeated, 'row')} of {label} came again in the same file with the same id: the last one counts"
    if equal:
        yield f"{counted(equal, 'row')} of {label} came in two files, equal in every value: counted once"
