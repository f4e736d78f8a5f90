"""Fills in the forms in a browser, and the same fields as stock ipywidgets, in turn: how long does a person wait?

Stock ipywidgets is 1, and for the whole notebook an empty one. Ratios are medians of the ratios of each round.

    python benchmarks/forms.py                                  everything; takes some minutes
    python benchmarks/forms.py --only typing --quick            three rounds of one part
    python benchmarks/forms.py --write docs/performance.md      and puts the tables into that page
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

from clientplan.workspace import Workspace
from guided import case, measure
from guided.lab import Lab, lab
from guided.sides import BOXES, Side, sides
from method.asked import arguments
from method.machine import described
from method.table import put, remarked, table

ROUNDS, QUICK = 20, 3
_PACKAGES = ("jupyterlab", "ipywidgets", "anywidget", "playwright")
_USABLE = "document.querySelectorAll('.cp-view :is(input, select)').length >= 7"
_RAN = "document.querySelector('.jp-OutputArea-output')?.innerText.trim() === '2'"


def main() -> None:
    asked = arguments("Compares what filling in a form takes.", PARTS, ROUNDS, QUICK)
    rounds = QUICK if asked.quick else asked.rounds
    print(f"{described(_PACKAGES)}\n")
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace.create(Path(folder).resolve() / "workspace")
        known = sides(workspace)
        with lab(workspace.folder) as opened:
            for name in asked.only or PARTS:
                part = PARTS[name](opened, known, rounds)
                print(f"## {name}\n\n{part}\n", flush=True)
                if asked.write:
                    put(asked.write, f"forms-{name}", part)
    if asked.write:
        put(asked.write, "forms-machine", described(_PACKAGES))


def typing_part(opened: Lab, known: list[Side], rounds: int) -> str:
    """From a key to the word that it is saved."""
    taken = measure.typing(opened, known, rounds)
    rows = []
    for side in known:
        middle, worst = _middle_and_worst(taken[side.name])
        rows.append([side.name, f"{side.quiet:.0f}", f"{middle:.0f}", f"{worst:.0f}"])
    about = (
        f"{case.ACTIONS} actions; {measure.KEYS} keys in a row, {rounds} times. Ours runs every check before it says "
        "that it is saved; stock ipywidgets saves after each key and checks nothing."
    )
    return remarked(table(("typing", "quiet, ms", "beyond it: p50, ms", "p95, ms"), rows), [about])


def opening_part(opened: Lab, known: list[Side], rounds: int) -> str:
    """From running a cell to the last box."""
    taken = measure.opening(opened, known, rounds)
    about = f"{case.OBJECTIVES} objectives and {case.ACTIONS} actions, {BOXES} boxes each; medians of {rounds} rounds."
    return remarked(_compared("opening a plan", taken, "stock ipywidgets"), [about])


def notebook_part(opened: Lab, _known: list[Side], rounds: int) -> str:
    """From the address to a form that can be filled in."""
    opened.write("empty.ipynb", "1+1")
    ready = {"ours": ("notebooks/00_start.ipynb", _USABLE), "an empty notebook": ("empty.ipynb", _RAN)}
    taken = measure.notebooks(opened, ready, rounds)
    about = (
        f"00_start against a notebook with the cell 1+1, each with a kernel that starts; medians of {rounds} rounds."
    )
    return remarked(_compared("opening a notebook", taken, "an empty notebook"), [about])


PARTS: dict[str, Callable[[Lab, list[Side], int], str]] = {
    "typing": typing_part,
    "opening": opening_part,
    "notebook": notebook_part,
}


def _compared(title: str, taken: measure.Taken, peer: str) -> str:
    rows = []
    for name, spent in taken.items():
        ratio = median(one / other for one, other in zip(spent, taken[peer], strict=True))
        rows.append([name, f"{median(spent):.0f}", f"{ratio:.2f}"])
    return table((title, "wall, ms", "ratio"), rows)


def _middle_and_worst(taken: list[float]) -> tuple[float, float]:
    """p50 and p95."""
    return median(taken), quantiles(taken, n=20, method="inclusive")[-1]


if __name__ == "__main__":
    main()
