"""How near a phased plan comes to the year that follows it, on real books.

Each year of each book is phased by what was known when it began. Printed is the mean gap, in hundredths of the year's
result, between the plan to date and the result to date at the ends of the first eleven months, had the year's amount
been planned exactly: what is left is the phasing alone. Only clients with a full year before are counted.

    python benchmarks/phasing.py FOLDER

The folder holds a Parquet file a book, with the columns client_id, date and amount.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

import numpy as np
import pandas as pd

from clientplan.insight.attainment.history import history
from clientplan.insight.attainment.seasonality import seasonality
from method.table import table

WAYS = ("even months", "all clients alike", "own years alone", "own years, shrunk")
FEWEST = 20  # clients in a year


def gaps(revenue: pd.DataFrame, first: pd.Period) -> np.ndarray | None:
    """The gap of each way (4,) for the year from its first month on; None where too few clients have a year before."""
    past, year = history(revenue, first), history(revenue, first + 12)
    season = seasonality(revenue, first)
    keys = season.own.index
    result = pd.DataFrame(year.shares[0], index=year.index).reindex(keys).fillna(0.0).to_numpy()
    there = result.sum(axis=1) > 0
    if there.sum() < FEWEST:
        return None
    at = past.index.get_indexer(keys)
    weights = past.weights[:, at]
    shares = past.shares[:, at]
    own = (shares * weights[..., None]).sum(axis=0) / weights.sum(axis=0)[:, None]
    alike = (shares * weights[..., None]).sum(axis=(0, 1)) / weights.sum()
    told = [np.full_like(own, 1 / 12), np.tile(alike, (len(own), 1)), own, season.own.to_numpy()]
    order = [(first.month - 1 + ahead) % 12 for ahead in range(12)]
    missed = [np.cumsum(one[there][:, order] - result[there][:, order], axis=1)[:, :11] for one in told]
    return np.array([100 * np.abs(one).mean() for one in missed])


def book(path: Path) -> tuple[int, np.ndarray]:
    """How many years were phased, and the mean gap of each way over them."""
    revenue = pd.read_parquet(path).assign(currency="")
    revenue["date"] = pd.to_datetime(revenue["date"])
    begun, ended = (pd.Period(day, freq="M") for day in (revenue["date"].min(), revenue["date"].max()))
    years = pd.period_range(begun + 13, ended - 12, freq="M")[::12]
    found = [gap for gap in (gaps(revenue, first) for first in years) if gap is not None]
    return len(found), np.mean(found, axis=0) if found else np.full(len(WAYS), np.nan)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    folder = parser.parse_args().folder
    if folder is None:
        print("Nothing is measured without a folder of books: Parquet files with client_id, date, amount.")
        return
    rows, all_gaps = [], defaultdict(list)
    for path in sorted(folder.glob("*.parquet")):
        years, missed = book(path)
        if not years:
            print(f"{path.name}: no year follows another with {FEWEST} clients.")
            continue
        for way, gap in zip(WAYS, missed, strict=True):
            all_gaps[way].append(gap)
        rows.append([f"{path.stem} ({years} years)", *(f"{gap:.2f}" for gap in missed)])
    if not rows:
        return
    mean = {way: float(np.mean(gap)) for way, gap in all_gaps.items()}
    rows.append(["mean of the books", *(f"{mean[way]:.2f}" for way in WAYS)])
    rows.append(["against ours", *(f"{mean[way] / mean[WAYS[-1]]:.3f}" for way in WAYS)])
    print(table(["gap, hundredths of a year", *WAYS], rows))


if __name__ == "__main__":
    main()
