"""What is to be set, and what came of it: plain values, which go from one process to another and load no typesetter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clientplan.render.density import Density
from clientplan.render.standard import Finish

if TYPE_CHECKING:
    from clientplan.render.further import Further


@dataclass(frozen=True)
class Order:
    """What is to be set; plain values, since it may go to another process."""

    name: str  # as a refusal names it
    markup: str
    sheets: Mapping[str, str]  # by name
    pages: int  # the budget
    ours: bool  # the markup is well-formed, and uses only the elements that `user_agent.css` knows
    optional: tuple[str, ...] = ()  # sections that may be left out, the first one first
    files: Mapping[str, bytes] = field(default_factory=dict)  # pictures and fonts, by address
    further: tuple[Further, ...] = ()  # faces for what the usual ones don't have
    end: Finish = Finish()  # noqa: RUF009  # a tuple, which nobody changes
    first: Density | None = None  # where to begin: what served the same plan before serves it again


@dataclass(frozen=True)
class Rehearsal:
    """An order that nobody wants an answer to."""

    order: Order


@dataclass(frozen=True)
class Composed:
    pdf: bytes
    pages: int
    filled: float  # pages, the last one as far as it is used
    html: str
    density: Density
    without: tuple[str, ...]  # optional sections that had to be left out
    type_size: float | None  # of the body, pt
    margin: float | None  # the narrowest, mm
    cropping: tuple[str, ...]  # elements that hide what they have no room for
    overlaps: tuple[str, ...]  # texts that are printed over each other
    logged: tuple[str, ...]  # what WeasyPrint couldn't do
    asked: tuple[str, ...]  # addresses that nothing was fetched from
