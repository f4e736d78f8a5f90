"""Prints the same two pages with ours and with other tools, in turn, and compares what they take.

naive WeasyPrint is 1: one HTML with grid, fonts and style sheet anew for each document. Ratios are medians of the
ratios of each round. docs/performance.md says how to read the tables, and what isn't fair in them.

    python benchmarks/page.py                                  everything; takes an hour or so
    python benchmarks/page.py --only warm --quick              three rounds of one part
    python benchmarks/page.py --write docs/performance.md      and puts the tables into that page
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from method import batch, cold, resident, samples, warm
from method.alike import Alike
from method.asked import arguments
from method.machine import described
from method.table import put, remarked, table
from method.turns import Rounds, middle, ratio
from peers import naive, ours
from peers.every import Peer, peers

ROUNDS, QUICK = 15, 3
TIMES = ("processor, s", "ratio", "wall, s", "ratio")
_NONE = "–"


@dataclass(frozen=True)
class Run:
    folder: Path
    rounds: int
    quick: bool

    @property
    def few(self) -> int:
        """Rounds of what takes minutes."""
        return 1 if self.quick else min(self.rounds, QUICK)


def main() -> None:
    asked = arguments("Compares what printing two pages takes.", PARTS, ROUNDS, QUICK)
    print(f"{described()}\n")
    with tempfile.TemporaryDirectory() as folder:
        for name in asked.only or PARTS:
            part = PARTS[name](Run(Path(folder), QUICK if asked.quick else asked.rounds, asked.quick))
            print(f"## {name}\n\n{part}\n", flush=True)
            if asked.write:
                put(asked.write, name, part)
    if asked.write:
        put(asked.write, "machine", described())


def warm_part(run: Run) -> str:
    """In one process, after the first print."""
    case = samples.one_layout(run.folder)
    able, unable = _able("warm")
    taken, seen = warm.measure(case, able, run.rounds)
    columns = ("warm", *TIMES, "pages", "words found")
    rows = [[name, *_times(taken, name), *_seen(seen[name])] for name in taken]
    rows += _whole(run)
    about = f"{len(case.plan.objectives)} objectives, {len(case.plan.actions)} actions; medians of {run.rounds} rounds."
    return remarked(table(columns, rows), [f"{case.edition.value} edition, {about}", *unable, *_missing(seen)])


def _whole(run: Run) -> list[list[str]]:
    """The sample plan as it stands, where ours takes more than one layout for it; against naive on the same."""
    whole = samples.sample(run.folder)
    if (layouts := samples.layouts(whole)) == 1:
        return []
    taken, seen = warm.measure(whole, [cast("Peer", naive), cast("Peer", ours)], run.rounds)
    said = {naive.NAME: "the whole plan", ours.NAME: f"the whole plan, {layouts} layouts"}
    return [[f"{name}, {said[name]}", *_times(taken, name), *_seen(seen[name])] for name in taken]


def cold_part(run: Run) -> str:
    """Each as a process of its own."""
    case = samples.one_layout(run.folder)
    able, unable = _able("cold")
    taken, seen, failed = cold.measure(case, able, run.rounds)
    columns = ("cold", *TIMES, "memory, MB", "pages", "words found")
    rows = [[name, *_times(taken, name), f"{middle(taken[name], 'memory'):.0f}", *_seen(seen[name])] for name in taken]
    failures = [f"{name}: {said}" for name, said in failed.items()]
    return remarked(table(columns, rows), [f"Medians of {run.rounds} rounds.", *unable, *failures, *_missing(seen)])


def batch_part(run: Run) -> str:
    """A hundred plans, one after the other or two at a time."""
    taken = batch.measure(run.folder, run.few)
    columns = (f"{batch.PLANS} plans", "wall, s", "times naive's pace", "times our pace", "processor, s", "memory, MB")
    rows = [
        [
            name,
            f"{middle(spent, 'wall'):.1f}",
            f"{ratio(taken[naive.NAME], spent, 'wall'):.2f}",
            f"{ratio(taken['ours, --jobs 1'], spent, 'wall'):.2f}",
            f"{middle(spent, 'cpu'):.1f}",
            f"{middle(spent, 'memory'):.0f}",
        ]
        for name, spent in taken.items()
    ]
    return remarked(table(columns, rows), [f"Medians of {run.few} rounds; memory is that of the largest process."])


def memory_part(run: Run) -> str:
    """A process that prints and prints."""
    last = resident.FIRST * 2 if run.quick else resident.LAST
    columns = ("resident, MB", f"after {resident.FIRST} prints", f"after {last}", "more")
    rows = []
    for who in ("naive", "ours"):
        before, after = resident.held(who, last)
        rows.append([who, f"{before:.1f}", f"{after:.1f}", f"{after - before:+.1f}"])
    return remarked(table(columns, rows), ["All sample plans in both editions, in turn."])


def preview_part(run: Run) -> str:
    """From an edit to the picture of the page that it changed."""
    case = samples.one_layout(run.folder)
    taken = warm.preview(case, run.rounds)
    rows = [[name, *_times(taken, name)] for name in taken]
    return remarked(table(("preview", *TIMES), rows), [f"Medians of {run.rounds} rounds."])


PARTS: dict[str, Callable[[Run], str]] = {
    "warm": warm_part,
    "cold": cold_part,
    "preview": preview_part,
    "batch": batch_part,
    "memory": memory_part,
}


def _able(way: str) -> tuple[list[Peer], list[str]]:
    """Who can be measured this way, and why the others can't."""
    able, unable = [], []
    for peer in peers():
        if not hasattr(peer, way):
            continue
        reason = peer.available()
        if reason is None:
            able.append(peer)
        else:
            unable.append(f"{peer.NAME}: not measured, {reason}.")
    return able, unable


def _times(taken: Rounds, name: str) -> Iterable[str]:
    for measure in ("cpu", "wall"):
        yield f"{middle(taken[name], measure):.3f}"
        yield f"{ratio(taken[name], taken[naive.NAME], measure):.2f}"


def _seen(found: Alike | None) -> tuple[str, str]:
    return (str(found.pages), f"{found.share:.1%}") if found else (_NONE, "its own page")


def _missing(seen: dict[str, Alike | None] | dict[str, Alike]) -> list[str]:
    """The words that a peer's page hasn't, where they are few enough to be told."""
    return [
        f"{name} has not: {', '.join(found.missing[:12])}." for name, found in seen.items() if found and found.missing
    ]


if __name__ == "__main__":
    main()
