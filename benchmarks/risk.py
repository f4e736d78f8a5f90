"""Which method tells best who erodes next: ours and its peers on a folder of order books, in one run.

The books are Parquet files with `client_id`, `date` and `amount`, three years long at least. Each book is looked
at from up to ten days, nine months apart; a figure is the mean over looks, then over books. Ours is scored twice: with
the prior fitted anew on the other books of the folder, which is what a stranger's book may expect, and as it ships.

    pip install scikit-learn lifetimes
    python benchmarks/risk.py FOLDER

With `--fit` it prints the prior fitted on all books of the folder, as it stands in the package.
"""

from __future__ import annotations

import argparse
import warnings
from collections import defaultdict
from pathlib import Path

import numpy as np
import pandas as pd

from clientplan.insight.order_book import day_number, read
from clientplan.insight.risk.assess import assess
from clientplan.insight.risk.look import Look
from clientplan.insight.risk.prior import PRIOR, Prior
from erosion.methods import PEERS, precedents
from erosion.prior import fitted, tables
from erosion.protocol import TARGETS, Case, Result, calibration_error, cases, scored
from method.machine import described
from method.table import table

FEWEST_LOOKS = 3  # with fewer, hardly any look has a past to learn from
PACKAGES = ("numpy", "pandas", "scikit-learn", "lifetimes")


def anew(looks: list[Case], priors: dict[str, Prior]) -> Result:
    """Ours, each book with the prior of the others."""
    per_book = [
        scored(precedents(prior), [case for case in looks if case.book == name]) for name, prior in priors.items()
    ]
    auc = {target: float(np.mean([result.auc[target] for result in per_book])) for target in TARGETS}
    books = {name: result.mean for name, result in zip(priors, per_book, strict=True)}
    tops, times = [result.top_tenth for result in per_book], [result.milliseconds for result in per_book]
    return Result(auc, books, float(np.mean(tops)), float(np.mean(times)))


def claims(looks: list[Case], priors: dict[str, Prior]) -> dict[str, float]:
    """The calibration error of the chances that are claimed, by book and over all, on looks after those learnt from."""
    found = defaultdict(list)
    for case in looks:
        book, look = read(case.known, case.cutoff), Look(day_number(case.cutoff))
        assessed = assess(book, look, priors[case.book])
        if not assessed.precedents.enough:
            continue
        counts, happened = case.targets["erosion50"]
        chance = pd.Series(assessed.risk, index=book.clients).reindex(counts.index)[counts]
        for name in (case.book, "all"):
            found[name].append((chance.to_numpy(), happened[counts].to_numpy()))
    return {
        name: calibration_error(*(np.concatenate(part) for part in zip(*parts, strict=True)))
        for name, parts in found.items()
    }


def line(name: str, result: Result, books: list[str]) -> list[str]:
    figures = [result.mean, *(result.auc[target] for target in TARGETS), *(result.books[book] for book in books)]
    return [name, *(f"{figure:.3f}" for figure in figures), f"{result.top_tenth:.3f}", f"{result.milliseconds:.4f}"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--fit", action="store_true", help="print the prior fitted on all books that can be judged")
    asked = parser.parse_args()
    if asked.folder is None:
        print("Nothing is measured without a folder of books: Parquet files with client_id, date, amount.")
        return
    orders = {path.stem: pd.read_parquet(path) for path in sorted(asked.folder.glob("*.parquet"))}
    looks = {name: cases(name, book) for name, book in orders.items()}
    books = [name for name in orders if len(looks[name]) >= FEWEST_LOOKS]
    for name in sorted(set(orders) - set(books)):
        print(f"{name} is left out: looks that it is long enough for: {len(looks[name])} of {FEWEST_LOOKS}.")
    if not books:
        parser.error(f"{asked.folder}: no book to judge. Give Parquet files with client_id, date, amount.")
    known = {name: tables(orders[name]) for name in books}
    if asked.fit:
        prior = fitted(list(known.values()))
        print(f"level {prior.level:.3f}")
        for name, figures in prior.signals.items():
            print(f'"{name}": ({", ".join(f"{figure:.3f}" for figure in figures)}),')
        return
    others = {name: [known[other] for other in books if other != name] for name in books}
    anew_by_book = {name: fitted(rest) if rest else PRIOR for name, rest in others.items()}
    every = [case for name in books for case in looks[name]]
    rows = [
        line("precedents, prior of the other books", anew(every, anew_by_book), books),
        line("precedents, as shipped", scored(precedents(), every), books),
    ]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # peers warn of their own libraries
        rows += [line(name, scored(scorer, every), books) for name, scorer in PEERS.items()]
    print(described(PACKAGES))
    could = sum(int(case.targets["erosion50"][0].sum()) for case in every)
    print(f"{len(every)} looks, {could:,} times a client could erode.")
    print(table(["method", "mean AUC", *TARGETS, *books, "top tenth", "ms a client"], rows))
    for kind, priors in (("prior of the other books", anew_by_book), ("as shipped", dict.fromkeys(books, PRIOR))):
        errors = ", ".join(f"{name} {error:.3f}" for name, error in claims(every, priors).items())
        print(f"Calibration error, {kind}: {errors}.")


if __name__ == "__main__":
    main()
