"""What is said of a plan that doesn't fit: how many lines are too many, and in which sections they stand."""

from __future__ import annotations

from collections.abc import Sequence

from clientplan.errors import DoesNotFit
from clientplan.render.layout import Layout, Part
from clientplan.render.sections import in_words

_LONGEST = 3  # items of a section that the refusal names


def refusal(name: str, layout: Layout, budget: int, without: Sequence[str] = ()) -> DoesNotFit:
    """The refusal of a page whose densest layout still needs too many pages, after these sections were left out."""
    over = layout.lines_after(budget - 1)
    parts = layout.parts()
    beyond = {part.section: part.lines for part in layout.parts(budget - 1) if part.item is None}
    sections = sorted((part for part in parts if part.item is None), key=lambda part: -part.lines)
    longest = tuple(
        (section.section, section.lines, _longest(section, parts), beyond.get(section.section, 0))
        for section in sections
    )
    left = f", even without {', '.join(map(in_words, without))}" if without else ""
    head = (
        f"{name} needs {layout.pages} pages{left}, and the page budget is {budget}: "
        f"about {lines(over)} too many. Shorten or drop that much. Longest first:"
    )
    message = "\n".join([head, *(f"  {_section(*section)}" for section in longest)])
    return DoesNotFit(message, pages=layout.pages, budget=budget, over=over, longest=longest, filled=layout.needed)


def lines(count: int) -> str:
    return "1 line" if count == 1 else f"{count} lines"


def _longest(section: Part, parts: Sequence[Part]) -> tuple[str, ...]:
    """The items that a section is long by; none where it is all of them."""
    items = [part for part in parts if part.section == section.section and part.item is not None]
    names = tuple(str(part.item) for part in sorted(items, key=lambda part: -part.lines)[:_LONGEST])
    return names if len(items) > len(names) else ()


def _section(name: str, count: int, items: tuple[str, ...], over: int) -> str:
    words = f"{in_words(name)}: {lines(count)}"
    if over:
        words += f", {over} over"
    return f"{words}, most of them in {', '.join(items)}" if items else words
