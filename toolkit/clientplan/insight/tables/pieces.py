"""Tables that pandas would have to hold as a whole, taken piece by piece: sums of sums are the same sums."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import narwhals.stable.v2 as nw
import pandas as pd

# Rows of a piece: a join with the six objectives that a client may have then holds a few million rows at once.
ROWS = 500_000
Reader = Callable[[tuple[str, ...]], Iterator[Any]]


@dataclass(frozen=True)
class Pieces:
    """A table in pieces, which are read anew for each step; one at least, be it without rows."""

    read: Reader  # hands out the pieces with these columns

    def of_each(self, change: Callable[[Any], Any]) -> Pieces:
        """The same table with something done to each piece. What is done sees the column `date` too."""

        def changed(columns: tuple[str, ...]) -> Iterator[Any]:
            return map(change, self.read(tuple(dict.fromkeys((*columns, "date")))))

        return Pieces(changed)


def sliced(table: Any, rows: int = ROWS) -> Any:
    """A large pandas DataFrame as pieces, since a join in pandas is held as a whole; anything else as it is."""
    frame = nw.from_native(table, pass_through=True)
    native = frame.to_native() if isinstance(frame, nw.DataFrame | nw.LazyFrame) else table
    if not isinstance(native, pd.DataFrame) or len(native) <= rows:
        return table

    def read(columns: tuple[str, ...]) -> Iterator[pd.DataFrame]:
        held = native[[column for column in columns if column in native]]
        return (held.iloc[at : at + rows] for at in range(0, len(held), rows))

    return Pieces(read)


def added_up(
    table: Any,
    columns: tuple[str, ...],
    part: Callable[[Any], nw.LazyFrame[Any]],
    keys: Sequence[str],
) -> nw.LazyFrame[Any]:
    """What `part` makes of a table; of a table in pieces, what it makes of each, added up.

    Args:
        table: native, of Narwhals, or in pieces.
        columns: those that `part` reads.
        part: gives whole numbers by `keys`, one row a combination.
        keys: the columns that are no sums.
    """
    if not isinstance(table, Pieces):
        return part(table)
    together = nw.concat([part(piece) for piece in table.read(columns)])
    sums = [column for column in together.collect_schema() if column not in keys]
    return together.group_by(*keys).agg(*(nw.col(column).sum() for column in sums))
