"""How many layouts a print takes, and what each costs: seen from outside, whatever the search for the fit is like."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import process_time
from typing import Any

from clientplan.render.typesetter import Typesetter


@contextmanager
def counted() -> Iterator[list[float]]:
    """The processor's seconds of each layout that is made meanwhile."""
    taken: list[float] = []
    plain = Typesetter.lay_out

    def lay_out(self: Typesetter, *given: Any, **named: Any) -> Any:
        began = process_time()
        try:
            return plain(self, *given, **named)
        finally:
            taken.append(process_time() - began)

    Typesetter.lay_out = lay_out  # type: ignore[method-assign]
    try:
        yield taken
    finally:
        Typesetter.lay_out = plain  # type: ignore[method-assign]
