"""A hundred plans: our command with one and with two processes, and naive WeasyPrint one by one in one process."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from method import samples
from method.clock import Spent
from method.process import run
from method.turns import Rounds
from peers import naive, ours
from peers.case import Case
from peers.command import Command

PLANS = 100


def measure(folder: Path, rounds: int) -> Rounds:
    """In turn. No round beforehand: what a first print costs is a hundredth of this."""
    cases = [_case(number, folder) for number in range(PLANS)]
    ways: dict[str, Callable[[], Spent]] = {
        naive.NAME: partial(run, _naive(cases)),
        "ours, --jobs 1": partial(run, _ours(cases, 1)),
        "ours, --jobs 2": partial(run, _ours(cases, 2)),
    }
    taken: Rounds = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            taken[name].append(way())
    return taken


def _case(number: int, folder: Path) -> Case:
    """One of the sample's plans under a name of its own, so that no two pages are the same."""
    names, plans = zip(*samples.plans().items(), strict=True)
    at = number % len(plans)
    client = plans[at].client
    plan = plans[at].replace(client=client.replace(name=f"{client.name} {number}", id=f"{client.id}-{number}"))
    return Case(f"{names[at]}-{number:03}", plan, samples.EDITION, samples.settings(), folder)


def _naive(cases: list[Case]) -> Command:
    pairs = []
    for case in cases:
        page = case.file(f"{case.name}.html", naive.html(case.content))
        case.file(f"{case.name}.css", naive.style(case.content))
        pairs += [str(page), str(page.with_suffix(".pdf"))]
    return Command((sys.executable, "-m", "peers.naive", *pairs), Path(pairs[-1]))


def _ours(cases: list[Case], jobs: int) -> Command:
    first, *_, last = [ours.cold(case) for case in cases]
    line = (first.line[0], "build", *(case.name for case in cases), *first.line[3:], "--jobs", str(jobs))
    return Command(line, last.pdf, first.folder)
