"""How many layouts a print takes, and what each costs: seen from outside, whatever the search for the fit is like."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import process_time
from typing import Any

from clientplan.render.typesetter import Typesetter


@dataclass(frozen=True)
class Made:
    """One layout, by the processor's clock."""

    began: float
    ended: float


@contextmanager
def counted() -> Iterator[list[Made]]:
    """The layouts that are made meanwhile, in their order."""
    made: list[Made] = []
    plain = Typesetter.lay_out

    def lay_out(self: Typesetter, *given: Any, **named: Any) -> Any:
        began = process_time()
        try:
            return plain(self, *given, **named)
        finally:
            made.append(Made(began, process_time()))

    Typesetter.lay_out = lay_out  # type: ignore[method-assign]
    try:
        yield made
    finally:
        Typesetter.lay_out = plain  # type: ignore[method-assign]
