"""Where the rows are: tidy tables in a folder, or tables of the same names in a database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self

import pandas as pd

from clientplan.errors import Missing
from clientplan.insight.tables import databases, files

NAMES = ("revenue", "activities")


class Engine(StrEnum):
    """What does the work over rows; the value is the word of the command line and of the extra."""

    PANDAS = "pandas"
    POLARS = "polars"
    DUCKDB = "duckdb"
    IBIS = "ibis"


@dataclass(frozen=True)
class Opened(AbstractContextManager["Opened"]):
    """Tables by name, each as its engine has it; closed at the end of a `with`."""

    engine: Engine
    tables: Mapping[str, Any]
    bring: Callable[[pd.DataFrame], Any]  # a small table of ours, such as objectives, to where the rows are
    close: Callable[[], None]

    def __getitem__(self, name: str) -> Any:
        return self.tables[name]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_tables(source: Path | str, engine: Engine | str = Engine.PANDAS, names: Iterable[str] = NAMES) -> Opened:
    """The tables that the steps work on, not read yet.

    Args:
        source: a folder with the tidy tables as `<name>.csv`; for `duckdb` also a database file that DuckDB wrote; for
            `ibis` the address of a database, such as `postgresql://me@host/crm`.
        engine: pandas reads large files piece by piece.
        names: the tables that are needed: `revenue`, `activities`.

    Raises:
        Missing: the engine isn't installed; says the line that mends it.
        SourceUnreadable: the folder, file or database isn't there, or lacks tables or columns; says all of them.
    """
    engine, wanted = Engine(engine), tuple(names)
    require(engine)
    if engine is Engine.IBIS:
        return _opened(engine, *databases.by_ibis(str(source), wanted))
    if engine is Engine.DUCKDB:
        path = Path(source)
        connected = databases.by_duckdb if path.is_file() else files.by_duckdb
        return _opened(engine, *connected(path, wanted))
    read = files.by_polars if engine is Engine.POLARS else files.by_pandas
    return _opened(engine, *read(Path(source), wanted))


def require(engine: Engine) -> None:
    """Refuses an engine that isn't installed.

    Raises:
        Missing: with the line that installs it.
    """
    if find_spec(engine.value) is None:
        raise Missing(f'{_TITLES[engine]} isn\'t installed. Install it: pip install "clientplan[{engine}]"')


_TITLES = MappingProxyType(
    {Engine.PANDAS: "pandas", Engine.POLARS: "Polars", Engine.DUCKDB: "DuckDB", Engine.IBIS: "Ibis"}
)


def _opened(
    engine: Engine, tables: Mapping[str, Any], bring: Callable[[pd.DataFrame], Any], close: Callable[[], None]
) -> Opened:
    return Opened(engine, MappingProxyType(dict(tables)), bring, close)
