"""What a peer runs as a process of its own."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parents[1]  # from here `python -m peers.…` finds each


@dataclass(frozen=True)
class Command:
    line: tuple[str, ...]
    pdf: Path | None  # what it makes; None where the pages are its own, and there is nothing to compare
    folder: Path = HERE
    environment: dict[str, str] = field(default_factory=dict)


def python(module: str, source: Path, pdf: Path) -> Command:
    """A peer's own file as a program: from what it is given to the PDF."""
    return Command((sys.executable, "-m", f"peers.{module}", str(source), str(pdf)), pdf)
