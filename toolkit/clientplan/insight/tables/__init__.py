"""The heavy steps over rows, written once: they leave tables small enough for numpy.

Each step takes a table of any engine (pandas, Polars, a DuckDB relation, an Ibis table of a database) and runs where
the rows are. `collected` hands the result over as a pandas DataFrame, with the same whole numbers on every engine.
"""

from clientplan.insight.tables.collecting import collected
from clientplan.insight.tables.columns import between
from clientplan.insight.tables.effort import effort
from clientplan.insight.tables.engines import Engine, Opened, open_tables
from clientplan.insight.tables.in_force import in_force
from clientplan.insight.tables.monthly import monthly
from clientplan.insight.tables.order_days import order_days
from clientplan.insight.tables.pieces import Pieces
from clientplan.insight.tables.rates import rates

__all__ = [
    "Engine",
    "Opened",
    "Pieces",
    "between",
    "collected",
    "effort",
    "in_force",
    "monthly",
    "open_tables",
    "order_days",
    "rates",
]
