"""How right the links of activities to objectives are, on logs whose truth is known, beside simpler ways.

Prints for each style of log the precision and recall of the links that the log doesn't name itself, and how far the
share of undifferentiated time is from the truth (points); then what 100,000 activities take.

    python benchmarks/activity.py [SEED …]
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from statistics import mean
from time import process_time

from clientplan.insight.activity import judge
from method.machine import described
from method.table import table
from planted import STYLES, Planted
from planted.log import AS_OF
from planted.measure import Measured, measured
from planted.rivals import any_word, cosine, explicit_only, only_one_open, undifferentiated

SEEDS = (11, 12, 13)  # the weights were looked at with 1 and 2
MANY = 100_000


def ours(made: Planted) -> tuple[list[str | None], float]:
    found = judge(made.activities, made.objectives, made.events, AS_OF)
    minutes = found[["smart_minutes", "linked_minutes", "undifferentiated_minutes"]].sum()
    return found["objective_id"].tolist(), float(minutes["undifferentiated_minutes"] / minutes.sum())


def rival(links: Callable[[Planted], list[str | None]]) -> Callable[[Planted], tuple[list[str | None], float]]:
    def run(made: Planted) -> tuple[list[str | None], float]:
        found = links(made)
        return found, undifferentiated(made, found)

    return run


WAYS = {
    "what the log names": rival(explicit_only),
    "the one open objective": rival(only_one_open),
    "any word in common": rival(any_word),
    "TF-IDF cosine": rival(cosine),
    "ours": ours,
}


def main() -> None:
    seeds = [int(seed) for seed in sys.argv[1:]] or SEEDS
    print(described(), "\n")
    logs = {style: [make(seed) for seed in seeds] for style, make in STYLES.items()}
    for style, several in logs.items():
        rows = [_row(name, [_measured(way, made) for made in several]) for name, way in WAYS.items()]
        count = sum(len(made.truth) for made in several)
        true = mean(100 * made.undifferentiated for made in several)
        print(f"{style}: {count:,} activities, {true:.0f} % of the time undifferentiated\n")
        columns = [style, "precision", "recall", "all precision", "all recall", "share off by", "worst"]
        print(table(columns, rows), "\n")
    made = STYLES["years"](1, clients=MANY // 80)
    begin = process_time()
    judge(made.activities, made.objectives, made.events, AS_OF)
    spent = process_time() - begin
    print(
        f"{len(made.activities):,} activities against {len(made.objectives):,} objectives: {spent:.1f} s of processor."
    )


def _measured(way: Callable[[Planted], tuple[list[str | None], float]], made: Planted) -> Measured:
    links, share = way(made)
    return measured(made.truth, made.activities["objective_id"], links, share, made.undifferentiated)


def _row(name: str, found: list[Measured]) -> list[str]:
    rates = [
        mean(one.rule_precision for one in found),
        mean(one.rule_recall for one in found),
        mean(one.precision for one in found),
        mean(one.recall for one in found),
    ]
    errors = [one.share_error for one in found]
    return [name, *(f"{rate:.3f}" for rate in rates), f"{mean(errors):+.1f}", f"{max(errors, key=abs):+.1f}"]


if __name__ == "__main__":
    main()
