"""What fitting a plan to its pages costs, against a single layout: the sample plans, and overlong ones made of them.

Layouts are counted from outside. The fit reaches from the beginning of the first layout to the end of the last, so it
holds what is judged and made anew between them.

    python benchmarks/fit.py
    python benchmarks/fit.py --write docs/performance.md      and puts the table into that page
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from statistics import mean, median

from clientplan.errors import DoesNotFit
from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition
from clientplan.render.pack import Pack, load
from clientplan.render.printing import print_plan
from method.layouts import counted
from method.machine import described
from method.overlong import VARIANTS
from method.samples import plans, settings
from method.table import put, table

COLUMNS = ("plans", "printed", "refused", "layouts, mean", "most", "fit, s", "times one layout", "at most")


@dataclass(frozen=True)
class Fitted:
    refused: bool
    layouts: int
    fit: float  # s of the processor
    first: float

    @property
    def times(self) -> float:
        return self.fit / self.first


def fitted(plan: Plan, pack: Pack, edition: Edition, paper: str) -> Fitted:
    refused = False
    with counted() as made:
        try:
            print_plan(plan, pack=pack, edition=edition, paper=paper, today=settings().today)
        except DoesNotFit:  # any other refusal is a mistake of ours, and ends the run
            refused = True
    first, last = made[0], made[-1]
    return Fitted(refused, len(made), last.ended - first.began, first.ended - first.began)


def measured(pack: Pack, papers: Sequence[str]) -> dict[str, list[Fitted]]:
    """Each variant of each sample plan, in both editions, on each paper."""
    ways = list(product(plans().values(), Edition, papers))
    for plan, edition, paper in ways[:1]:
        fitted(plan, pack, edition, paper)  # style sheets and fonts are loaded once
    return {
        name: [fitted(change(plan), pack, edition, paper) for plan, edition, paper in ways]
        for name, change in VARIANTS.items()
    }


def row(name: str, found: Iterable[Fitted]) -> list[str]:
    found = list(found)
    refused = sum(one.refused for one in found)
    return [
        f"{name} ({len(found)})",
        str(len(found) - refused),
        str(refused),
        f"{mean(one.layouts for one in found):.2f}",
        str(max(one.layouts for one in found)),
        f"{median(one.fit for one in found):.3f}",
        f"{median(one.times for one in found):.2f}",
        f"{max(one.times for one in found):.2f}",
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description="The cost of fitting a plan to its pages.")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="put the table between the marks of a page")
    parser.add_argument("--quick", action="store_true", help="on the first paper only")
    asked = parser.parse_args()
    pack = load("two-page")
    found = measured(pack, pack.settings.paper[:1] if asked.quick else pack.settings.paper)
    everyone = [one for variant in found.values() for one in variant]
    drawn = table(COLUMNS, [*(row(name, variant) for name, variant in found.items()), row("**all**", everyone)])
    print(f"{described()}\n\n{drawn}")
    if asked.write:
        put(asked.write, "fit", drawn)


if __name__ == "__main__":
    main()
