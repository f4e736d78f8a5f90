"""Tidy tables in a folder: CSV in UTF-8, ISO dates, decimal points, a gap where nothing is known."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd

from clientplan.errors import SourceUnreadable
from clientplan.insight.tables import formulas
from clientplan.insight.tables.columns import KINDS, Kind
from clientplan.insight.tables.needed import lacking, missing_tables
from clientplan.insight.tables.pieces import Pieces

Read = tuple[Mapping[str, Any], Callable[[pd.DataFrame], Any], Callable[[], None]]
LARGE = 64_000_000  # bytes: beyond it pandas reads a file piece by piece
ROWS = 250_000  # of a piece

_MEND = "Collect your exports again: clientplan collect"


def by_pandas(folder: Path, names: tuple[str, ...]) -> Read:
    """DataFrames, or pieces of them where the file is large."""
    found = _paths(folder, names)

    def opened(path: Path) -> Any:
        pieces = Pieces(partial(_pieces, path))
        columns = tuple(_header(path))
        return pieces if path.stat().st_size > LARGE else pd.concat(pieces.read(columns), ignore_index=True)

    return {name: opened(path) for name, path in found.items()}, _as_it_is, _nothing


def by_polars(folder: Path, names: tuple[str, ...]) -> Read:
    """Lazy frames."""
    import polars as pl

    types = {Kind.NUMBER: pl.Float64()}

    def opened(path: Path) -> Any:
        columns = _kinds(path)
        schema = {name: types.get(kind, pl.String()) for name, kind in columns.items()}
        frame = pl.scan_csv(path, schema=schema)
        days = [pl.col(name).str.to_datetime("%Y-%m-%d", time_unit="us") for name in _days(columns)]
        return formulas.taken_off(frame.with_columns(days), _names(columns)).to_native()

    def bring(frame: pd.DataFrame) -> Any:
        return pl.LazyFrame({name: _for_polars(frame[name]) for name in frame.columns})

    return {name: opened(path) for name, path in _paths(folder, names).items()}, bring, _nothing


def by_duckdb(folder: Path, names: tuple[str, ...]) -> Read:
    """Relations of a connection of their own."""
    import duckdb

    found = _paths(folder, names)
    connection = duckdb.connect()
    types = {Kind.NUMBER: "DOUBLE", Kind.DAY: "DATE"}

    def opened(path: Path) -> Any:
        columns = _kinds(path)
        relation = connection.read_csv(
            str(path),
            header=True,
            delimiter=",",
            quotechar='"',
            escapechar='"',
            date_format="%Y-%m-%d",
            columns={name: types.get(kind, "VARCHAR") for name, kind in columns.items()},
        )
        return formulas.taken_off(relation, _names(columns)).to_native()

    return {name: opened(path) for name, path in found.items()}, connection.from_df, connection.close


def _pieces(path: Path, columns: tuple[str, ...]) -> Iterator[pd.DataFrame]:
    kinds = {name: kind for name, kind in _kinds(path).items() if name in columns}
    types = {name: "float64" if kind is Kind.NUMBER else "str" for name, kind in kinds.items()}
    try:
        with pd.read_csv(
            path,
            usecols=list(types),
            dtype=types,
            keep_default_na=False,
            na_values=[""],
            chunksize=ROWS,
            encoding="utf-8",
        ) as pieces:
            for piece in pieces:
                days = {
                    name: pd.to_datetime(piece[name], format="%Y-%m-%d").astype("datetime64[us]")
                    for name in _days(kinds)
                }
                yield formulas.taken_off(piece.assign(**days), _names(kinds)).collect().to_native()
    except ValueError as error:
        raise SourceUnreadable(f"{path} isn't as it was written ({str(error).splitlines()[0]}). {_MEND}") from error


def _paths(folder: Path, names: tuple[str, ...]) -> dict[str, Path]:
    """The files by the names of their tables; all that is wrong with them is told at once."""
    found = {name: folder / f"{name}.csv" for name in names}
    absent = [name for name, path in found.items() if not path.is_file()]
    problems = [missing_tables([f"{name}.csv" for name in absent], folder)] if absent else []
    problems += [told for name, path in found.items() if name not in absent if (told := lacking(name, _header(path)))]
    if problems:
        raise SourceUnreadable("\n".join([*problems, f"{_MEND} FILE…" if absent else _MEND]))
    return found


def _header(path: Path) -> list[str]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return next(csv.reader(file), [])
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SourceUnreadable(f"{path} can't be read ({error}). {_MEND}") from error


def _kinds(path: Path) -> dict[str, Kind]:
    return {name: KINDS.get(name, Kind.NAME) for name in _header(path)}


def _names(kinds: Mapping[str, Kind]) -> list[str]:
    return [name for name, kind in kinds.items() if kind is Kind.NAME]


def _days(kinds: Mapping[str, Kind]) -> list[str]:
    return [name for name, kind in kinds.items() if kind is Kind.DAY]


def _for_polars(values: pd.Series[Any]) -> Any:
    """Without pyarrow, which Polars takes for pandas' text."""
    if pd.api.types.is_numeric_dtype(values.dtype) or pd.api.types.is_datetime64_any_dtype(values.dtype):
        return values.to_numpy()
    return [None if missing else value for value, missing in zip(values, values.isna(), strict=True)]


def _as_it_is(frame: pd.DataFrame) -> pd.DataFrame:
    return frame


def _nothing() -> None:
    """Files that are read to their end need no closing."""
