"""What is asked of a benchmark on its command line: which parts, how many rounds, and where the tables go."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path


def arguments(description: str, parts: Iterable[str], rounds: int, quick: int) -> argparse.Namespace:
    """With `only` (None for all parts), `rounds`, `quick` and `write`."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--only", choices=list(parts), action="append", help="this part; may be said again")
    parser.add_argument("--rounds", type=int, default=rounds)
    parser.add_argument("--quick", action="store_true", help=f"{quick} rounds")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="put the tables between the marks of a page")
    return parser.parse_args()
