"""Exports written by the tests themselves, read as a user's would be."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
import xlsxwriter

from clientplan.collect.grid import Texts
from clientplan.collect.read import Collected, read
from clientplan.collect.tables import TEXT_DTYPE

TODAY = date(2026, 9, 15)

Export = Callable[..., Path]
Collect = Callable[..., Collected]
Workbook = Callable[..., Path]


@pytest.fixture(scope="session")
def texts() -> Callable[..., Texts]:
    """A column with these cells; `exact`: a workbook knows them to be numbers."""

    def column(*cells: str, exact: bool = False) -> Texts:
        return Texts("Amount", pd.Series(list(cells), dtype=TEXT_DTYPE), np.full(len(cells), exact))

    return column


@pytest.fixture(scope="session")
def plain() -> Callable[[pd.Series], list[Any]]:
    """The values as a list: missing ones as None, days as ISO text."""

    def values(series: pd.Series) -> list[Any]:
        return [
            None if pd.isna(one) else one.date().isoformat() if isinstance(one, pd.Timestamp) else one for one in series
        ]

    return values


@pytest.fixture
def export(tmp_path: Path) -> Export:
    def write(name: str, text: str | bytes, encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode(encoding) if isinstance(text, str) else text)
        return path

    return write


@pytest.fixture
def collect(export: Export) -> Collect:
    """Writes each text under its name, and reads them all in this order."""

    def collected(files: dict[str, str | bytes], **options: Any) -> Collected:
        return read([export(name, text) for name, text in files.items()], **{"today": TODAY, **options})

    return collected


@pytest.fixture
def workbook(tmp_path: Path) -> Workbook:
    """An XLSX file with these sheets, each a list of rows; dates become Excel's own."""

    def write(name: str, sheets: dict[str, list[list[Any]]], hidden: tuple[str, ...] = ()) -> Path:
        path = tmp_path / name
        with xlsxwriter.Workbook(path, {"default_date_format": "dd.mm.yyyy"}) as book:
            for title, rows in sheets.items():
                sheet = book.add_worksheet(title)
                for number, row in enumerate(rows):
                    sheet.write_row(number, 0, row)
                if title in hidden:
                    sheet.hide()
        return path

    return write
