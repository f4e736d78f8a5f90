"""What a panel of figures is made of: each piece as markup, and as words for a notebook that isn't running."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clientplan.forms.markup import Markup, joined, table, tag
from clientplan.forms.text import aligned
from clientplan.plan.promotion import Promotion

if TYPE_CHECKING:
    from clientplan.insight.plots import Plot


@dataclass(frozen=True)
class Piece:
    words: str  # "" where they were said before
    markup: Markup
    use: Promotion | None = None  # what of it the manager may take into the plan


def heading(text: str) -> Piece:
    return Piece(text, tag("p", text, class_="cp-heading"))


def sentences(told: Sequence[str]) -> Piece:
    return Piece("\n".join(told), tag("ul", *(tag("li", one) for one in told), class_="cp-told"))


def usable(use: Promotion) -> Piece:
    """A sentence that can be taken into the plan; what is said of the client elsewhere isn't said twice in words."""
    words = tag("p", use.sentence, class_="cp-usable")
    return Piece("", joined(words, tag("p", f"From {use.source}", class_="cp-source")), use)


def nothing(text: str) -> Piece:
    return Piece(text, tag("p", text, class_="cp-nothing"))


def rows(head: tuple[str, ...], found: Sequence[tuple[str, ...]], figures: frozenset[int] = frozenset()) -> Piece:
    return Piece("\n".join(aligned([head, *found])), table(head, found, caption="", figures=figures))


def picture(plot: Plot) -> Piece:
    """The sentence of a plot is its title, its alternative text, and its words."""
    width = round(plot.figure.get_figwidth() * plot.figure.dpi)
    source = f"data:image/png;base64,{b64encode(plot.png()).decode()}"
    return Piece(plot.sentence, tag("img", width=str(width), alt=plot.sentence, src=source, class_="cp-plot"))
