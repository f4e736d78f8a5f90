"""fpdf2 with its text shaped by HarfBuzz, as browsers, Typst and WeasyPrint always set it: kerned, with ligatures.

python -m peers.with_fpdf2_shaped content.json page.pdf
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from peers.with_fpdf2 import pdf

if TYPE_CHECKING:  # as in with_fpdf2
    from peers.case import Case
    from peers.command import Command

NAME = "fpdf2, text shaped"


def available() -> str | None:
    """Why it can't be measured; None when it can."""
    missing = [name for name, module in (("fpdf2", "fpdf"), ("uharfbuzz", "uharfbuzz")) if not find_spec(module)]
    return f"{' and '.join(missing)} not installed" if missing else None


@contextmanager
def warm(case: Case) -> Iterator[Callable[[], bytes]]:
    yield lambda: pdf(case.content, shaped=True)


def cold(case: Case) -> Command:
    from peers.command import python

    return python("with_fpdf2_shaped", case.json(), case.folder / "fpdf2-shaped.pdf")


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:])
    target.write_bytes(pdf(json.loads(source.read_text(encoding="utf-8")), shaped=True))
