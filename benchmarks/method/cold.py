"""As a process of its own: from the command to the file."""

from __future__ import annotations

from collections.abc import Callable

from method.alike import Alike, alike
from method.clock import Spent
from method.process import Failed, run
from method.turns import Rounds, in_turn
from peers.case import Case
from peers.every import Peer


def measure(case: Case, peers: list[Peer], rounds: int) -> tuple[Rounds, dict[str, Alike | None], dict[str, str]]:
    """What each took in each round, how its page compares with ours, and why some couldn't be measured."""
    ours = case.printed().pdf
    seen: dict[str, Alike | None] = {}
    failed: dict[str, str] = {}
    ways: dict[str, Callable[[], Spent]] = {}
    for peer in peers:
        try:
            command = peer.cold(case)
            run(command)
        except Failed as error:
            failed[peer.NAME] = str(error)
            continue
        seen[peer.NAME] = alike(ours, command.pdf.read_bytes()) if command.pdf else None
        ways[peer.NAME] = lambda command=command: run(command)
    return in_turn(ways, rounds), seen, failed
