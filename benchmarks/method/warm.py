"""In a process that is running: one print after the other."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import ExitStack

from method.alike import Alike, alike
from method.clock import Spent, spent
from method.turns import Rounds, in_turn
from peers import naive, ours
from peers.case import Case
from peers.every import Peer


def measure(case: Case, peers: list[Peer], rounds: int) -> tuple[Rounds, dict[str, Alike]]:
    """What each took in each round, and how its page compares with ours."""
    ours = case.printed().pdf
    seen: dict[str, Alike] = {}
    with ExitStack() as open_until_the_end:
        ways: dict[str, Callable[[], Spent]] = {}
        for peer in peers:
            work = open_until_the_end.enter_context(peer.warm(case))
            seen[peer.NAME] = alike(ours, work())
            clock = getattr(peer, "processor", time.process_time)
            ways[peer.NAME] = lambda work=work, clock=clock: spent(work, clock)[0]
        return in_turn(ways, rounds), seen


def preview(case: Case, rounds: int) -> Rounds:
    """Our preview after an edit, beside a naive print."""
    with ours.preview(case) as edited, naive.warm(case) as naive_print:
        return in_turn(
            {naive.NAME: lambda: spent(naive_print)[0], "ours, preview": lambda: spent(edited)[0]},
            rounds,
        )
