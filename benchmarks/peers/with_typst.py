"""Typst through its PyPI package: a template that reads the content as JSON.

python -m peers.with_typst content.json page.pdf
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from peers.faces import FACES, font

if TYPE_CHECKING:  # the process that is measured loads no more than it needs
    from peers.case import Case
    from peers.command import Command

NAME = "Typst"
_TEMPLATE = Path(__file__).parent / "page.typ"


def available() -> str | None:
    """Why it can't be measured; None when it can."""
    return None if find_spec("typst") else "typst isn't installed"


@contextmanager
def warm(case: Case) -> Iterator[Callable[[], bytes]]:
    """Typst remembers what hasn't changed and would give back the finished page: each print has another name in it."""
    name, written = case.plan.client.name, case.json().read_text(encoding="utf-8")
    numbers = count()

    def work() -> bytes:
        number = next(numbers)
        return pdf(written.replace(name, f"{name} {number}") if number else written)

    yield work


def cold(case: Case) -> Command:
    from peers.command import python

    return python("with_typst", case.json(), case.folder / "typst.pdf")


def pdf(written: str) -> bytes:
    import typst

    folders = sorted({str(font(package, file).parent) for _, _, package, file in FACES})
    done: bytes = typst.compile(
        _TEMPLATE, font_paths=folders, ignore_system_fonts=True, sys_inputs={"content": written}
    )
    return done


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:])
    target.write_bytes(pdf(source.read_text(encoding="utf-8")))
