"""Memory of a process that prints and prints: after the 50th print, and after the last.

python -m method.resident ours 500
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from itertools import cycle, islice
from pathlib import Path

import psutil

from method import samples
from peers import naive

FIRST, LAST = 50, 500


def held(who: str, last: int) -> tuple[float, float]:
    """MB after the first fifty prints and after the last, in a process of its own."""
    line = [sys.executable, "-m", "method.resident", who, str(last)]
    done = subprocess.run(line, cwd=Path(__file__).parents[1], capture_output=True, text=True, check=True)
    before, after = json.loads(done.stdout)
    return before, after


def main() -> None:
    who, last = sys.argv[1], int(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        cases = samples.every(Path(folder))
        pages = [(naive.html(case.content), naive.style(case.content)) for case in cases]
        naives = [partial(naive.pdf, *page) for page in pages]
        prints: list[Callable[[], object]] = [case.printed for case in cases] if who == "ours" else [*naives]
        held = []
        for number, work in enumerate(islice(cycle(prints), last), 1):
            work()
            if number in (FIRST, last):
                held.append(psutil.Process().memory_info().rss / 1e6)
    json.dump(held, sys.stdout)


if __name__ == "__main__":
    main()
