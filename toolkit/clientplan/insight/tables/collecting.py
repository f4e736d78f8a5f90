"""The result of a step as a pandas DataFrame: the engine does its work here and nowhere before."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from typing import Any

import narwhals.stable.v2 as nw
import pandas as pd

from clientplan.errors import SourceUnreadable

_DTYPES = {"int64": "int64", "double": "float64", "timestamp[us]": "datetime64[us]"}  # of Arrow
_FAULTS = {
    "duckdb": ("ConversionException", "InvalidInputException", "IOException"),
    "polars.exceptions": ("ComputeError", "InvalidOperationError"),
    "psycopg": ("DataError", "OperationalError"),
}


def collected(table: Any) -> pd.DataFrame:
    """Runs what was asked for and fetches it, the same from every engine.

    Args:
        table: the lazy frame that a step gave, or a native table.

    Returns:
        Text as `str`, days as `datetime64[us]`, whole numbers as `int64`; sorted by the columns that aren't numbers, a
        gap last. Nothing of it needs pyarrow where the rows are in pandas, Polars or DuckDB.

    Raises:
        SourceUnreadable: a row holds what its column can't, or the database gave up.
    """
    frame = nw.from_native(table).lazy()
    schema = frame.collect_schema()
    try:
        columns = {name: _plain(values) for name, values in fetched(frame).items()}
    except _faults_of_rows() as error:
        said = "; ".join(line.strip() for line in str(error).splitlines()[:3])
        raise SourceUnreadable(
            f"A table isn't as it was written ({said}). Collect your exports again: clientplan collect. Where it is a "
            "table of a database, change the row, or leave it out of the view"
        ) from error
    keys = [name for name, dtype in schema.items() if not dtype.is_numeric()]
    found = pd.DataFrame(columns)
    return found.sort_values(keys, ignore_index=True) if keys else found


def _faults_of_rows() -> tuple[type[Exception], ...]:
    """What the engines that are loaded raise over rows and connections; over a wrong question they raise others."""
    return tuple(
        getattr(sys.modules[module], name)
        for module, names in _FAULTS.items()
        if module in sys.modules
        for name in names
    )


def fetched(frame: nw.LazyFrame[Any]) -> dict[str, Any]:
    """The columns by name, as pandas or numpy takes them."""
    if frame.implementation.is_polars():
        # As the rows go by: otherwise Polars holds a join with all its rows before it filters them.
        found = frame.to_native().collect(engine="streaming")
        return {column.name: column.to_numpy() if column.dtype.is_numeric() else _values(column) for column in found}
    if frame.implementation.is_ibis():
        # By Arrow, which comes with Ibis: its own way to pandas asks pandas for an option that warns.
        arrow = frame.to_native().to_pyarrow()
        types = {name: _DTYPES.get(str(arrow.schema.field(name).type), "str") for name in arrow.column_names}
        return {name: pd.Series(arrow[name].to_pylist(), dtype=dtype) for name, dtype in types.items()}
    in_pandas = frame.collect() if frame.implementation.is_pandas() else frame.collect(backend="pandas")
    native: pd.DataFrame = in_pandas.to_native()
    return {name: native[name].reset_index(drop=True) for name in native.columns}


def _values(column: Any) -> Any:
    """A column of Polars that holds text or days; its own way to pandas, the quicker one, needs pyarrow."""
    if column.dtype.is_temporal():
        return column.cast(_microseconds()).to_numpy()
    return column.to_pandas() if find_spec("pyarrow") else pd.Series(column.to_numpy(), dtype="str")


def _microseconds() -> Any:
    import polars as pl  # it is there: the column is one of Polars

    return pl.Datetime("us")


def _plain(values: Any) -> pd.Series[Any]:
    column = pd.Series(values)
    if pd.api.types.is_integer_dtype(column.dtype):
        return column.astype("int64")
    if pd.api.types.is_datetime64_any_dtype(column.dtype):
        return column.astype("datetime64[us]")
    if pd.api.types.is_numeric_dtype(column.dtype):
        return column
    return column.astype("str")
