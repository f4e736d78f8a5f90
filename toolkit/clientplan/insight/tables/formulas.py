"""Text of a tidy table that a spreadsheet would take for a formula has a leading ' in the file, and none here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import narwhals.stable.v2 as nw

# What Python takes for white space, spelled out: DuckDB and Polars each mean something else by \s.
_SPACE = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_FORMULA = f"^'+[{_SPACE}]*[=+\\-@\t\r\\x00\uff1d\uff0b\uff0d\uff20]"


def taken_off(table: Any, columns: Iterable[str]) -> nw.LazyFrame[Any]:
    """The table of any engine with the mark taken off these columns of text."""
    frame: nw.LazyFrame[Any] = nw.from_native(table).lazy()
    return frame.with_columns(
        nw.when(nw.col(name).str.contains(_FORMULA)).then(nw.col(name).str.slice(1)).otherwise(nw.col(name)).alias(name)
        for name in columns
    )
