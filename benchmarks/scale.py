"""The heavy steps over ten million activities of 10,000 clients with 60,000 objectives, each way in its own process.

Reads the rows (Parquet), adds them up by client and kind and by client and month, joins them to the objectives in
force, and takes the rates of 3 and 12 months. Ours is compared with what one would write by hand for the same engine;
all must come to the same whole numbers, and all hand them over as pandas DataFrames.

    python benchmarks/scale.py [--rows 10000000] [--rounds 1] [--write]
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from method.machine import described
from method.process import run
from method.table import put, table
from peers.command import Command
from rows.child import NAMES
from rows.made import CLIENTS, OBJECTIVES, made

ROWS = 10_000_000
MOST = {"pandas": 1.15, "polars": 1.15, "duckdb": 1.3}  # times the work by hand
HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "engines.md"
LIBRARIES = ("narwhals", "pandas", "polars", "duckdb", "pyarrow")


@dataclass(frozen=True)
class Run:
    work: float  # CPU s, without loading libraries
    whole: float  # CPU s of the process
    memory: float  # MB, the most that it held
    digest: str


def one(name: str, folder: Path) -> Run:
    report = folder / "report.json"
    run(Command((sys.executable, "-m", "rows.child", name, str(folder), str(report)), pdf=None, folder=HERE))
    found = json.loads(report.read_text(encoding="utf-8"))
    return Run(found["all"] - found["loading"], found["all"], found["memory"], found["digest"])


def rows(runs: dict[str, list[Run]]) -> list[tuple[str, ...]]:
    lines = []
    for name, found in runs.items():
        engine = name.partition(", ")[2]
        work = median(each.work for each in found)
        by_hand = median(each.work for each in runs[f"by hand, {engine}"])
        ratio = work / by_hand
        allowed = f"{MOST[engine]:.2f}" if name.startswith("ours") else ""
        memory, whole = max(each.memory for each in found), median(each.whole for each in found)
        lines.append((name, f"{work:.2f}", f"{ratio:.2f}", allowed, f"{whole:.2f}", f"{memory:,.0f}"))
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=ROWS, help="activities")
    parser.add_argument(
        "--rounds", type=int, default=1, help="times that each way is gone, in turns; of those the median"
    )
    parser.add_argument("--write", action="store_true", help="puts the table on the page docs/engines.md too")
    chosen = parser.parse_args()
    machine = described(LIBRARIES)
    print(f"{machine}\n")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        clients = min(CLIENTS, max(1, chosen.rows // 100))
        made(folder, chosen.rows, clients)
        runs: dict[str, list[Run]] = {name: [] for name in NAMES}
        for _ in range(chosen.rounds):
            for name, found in runs.items():
                found.append(one(name, folder))
    if len({each.digest for found in runs.values() for each in found}) > 1:
        raise SystemExit("Not all came to the same numbers: nothing to compare.")
    size = f"{chosen.rows:,} activities, {clients:,} clients, {clients * OBJECTIVES:,} objectives"
    columns = ("", "work, CPU s", "by hand = 1", "at most", "process, CPU s", "most, MB")
    found = f"{size}; of {chosen.rounds} rounds the median.\n\n{table(columns, rows(runs))}"
    print(f"{found}\n\nAll came to the same whole numbers. Load at the end {os.getloadavg()[0]:.1f}.")
    if chosen.write:
        put(PAGE, "scale", f"{machine}\n\n{found}")


if __name__ == "__main__":
    main()
