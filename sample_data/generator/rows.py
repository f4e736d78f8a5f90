"""Rows to CSV files, the same bytes on every system."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path

Cell = str | int | date | Decimal
Row = list[Cell]


def write_csv(
    path: Path, rows: Iterable[Row], *, end: str, delimiter: str = ",", quote_all: bool = False, encoding: str = "utf-8"
) -> None:
    text = io.StringIO(newline="")
    quoting = csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL
    csv.writer(text, delimiter=delimiter, quoting=quoting, lineterminator=end).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
