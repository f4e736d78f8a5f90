"""One way through the rows, in a process of its own: what it took, and a digest of what came out.

python -m rows.child "ours, polars" FOLDER report.json
"""

from __future__ import annotations

import hashlib
import json
import resource
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

Way = Callable[[Path], dict[str, Any]]
_MODULES = {"pandas": "read_parquet", "polars": "scan_parquet", "duckdb": "read_parquet"}
NAMES = tuple(f"{whose}, {engine}" for engine in _MODULES for whose in ("by hand", "ours"))


def way(name: str) -> Way:
    """With everything imported that it needs."""
    whose, engine = name.split(", ")
    import_module("pandas")  # which each hands its results over in
    if whose == "by hand":
        found: Way = import_module(f"rows.by_{engine}").through
        return found
    ours = import_module("rows.ours")
    read = getattr(import_module(engine), _MODULES[engine])
    return lambda folder: ours.through(read, folder)


def digest(tables: dict[str, Any]) -> str:
    """Of the keys and whole numbers, whatever the order of rows and the dtype of text."""
    found = hashlib.sha256()
    for name, table in sorted(tables.items()):
        lines = sorted(map(repr, table.astype(str).itertuples(index=False, name=None)))
        found.update("\n".join([name, *table.columns, *lines]).encode())
    return found.hexdigest()


def main() -> None:
    name, folder, report = sys.argv[1:]
    through = way(name)
    loaded = resource.getrusage(resource.RUSAGE_SELF)
    tables = through(Path(folder))
    used = resource.getrusage(resource.RUSAGE_SELF)
    kilo = 1024 if sys.platform == "linux" else 1  # macOS counts bytes
    found = {
        "all": used.ru_utime + used.ru_stime,
        "loading": loaded.ru_utime + loaded.ru_stime,
        "memory": used.ru_maxrss * kilo / 1e6,
        "digest": digest(tables),
    }
    Path(report).write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main()
