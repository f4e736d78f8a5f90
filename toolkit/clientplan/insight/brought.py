"""A table of any engine as the pandas DataFrame that steps over few rows work on."""

from __future__ import annotations

from typing import Any

import pandas as pd


def brought(table: Any) -> pd.DataFrame:
    """A DataFrame of pandas as it is; any other table (Polars, DuckDB, Ibis, Arrow) is fetched, in its own order."""
    if isinstance(table, pd.DataFrame):
        return table
    import narwhals.stable.v2 as nw

    from clientplan.insight.tables.collecting import fetched

    return pd.DataFrame(fetched(nw.from_native(table).lazy()))
