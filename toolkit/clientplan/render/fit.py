"""The page budget: as few pages as it takes, the heart on the first, what air they leave, never a line cropped."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from clientplan.errors import DoesNotFit
from clientplan.render.layout import Layout, Part

ROOMY, NORMAL, COMPACT = "roomy", "normal", "compact"  # each a class that the pack's style sheet sets
_LONELY = 0.35  # a last page with less on it than this is worth a try without it
_AIRY = 0.6  # a single page with less on it than this leaves room for larger type
_HEART_ENDS = "next_step"  # purpose, objectives, actions and this belong together, on the first page
_LONGEST = 3  # items of a section that the refusal names

LayOut = Callable[[str], Layout]


def fit(lay_out: LayOut, budget: int, name: str) -> tuple[str, Layout]:
    """The density that serves the plan best, with its layout; at most three are tried, and mostly one or two.

    Raises:
        DoesNotFit: even the compact one needs too many pages; says how many lines, and where most of them are.
    """
    normal = lay_out(NORMAL)
    rest = normal.filled(normal.pages - 1)
    lonely = normal.pages > 1 and rest < _LONELY
    if normal.pages > budget or lonely or _runs_over(normal):
        compact = lay_out(COMPACT)
        if compact.pages > budget:
            raise _refusal(name, compact, budget)
        if compact.pages < normal.pages or (_runs_over(normal) and not _runs_over(compact)):
            return COMPACT, compact
    if normal.pages == 1 and rest < _AIRY:
        roomy = lay_out(ROOMY)
        if roomy.pages == 1:
            return ROOMY, roomy
    return NORMAL, normal


def _runs_over(layout: Layout) -> bool:
    """Whether the heart of the plan ends on a later page than the first."""
    return (layout.page_of(_HEART_ENDS) or 0) > 0


def _refusal(name: str, layout: Layout, budget: int) -> DoesNotFit:
    over = layout.lines_after(budget - 1)
    parts = layout.parts()
    sections = sorted((part for part in parts if part.item is None), key=lambda part: -part.lines)
    longest = tuple((section.section, section.lines, _longest(section, parts)) for section in sections)
    head = (
        f"{name}: the plan needs {layout.pages} pages, and the page budget is {budget}: "
        f"about {_lines(over)} too many. Shorten or drop that much. Longest first:"
    )
    message = "\n".join([head, *(f"  {_section(*section)}" for section in longest)])
    return DoesNotFit(message, pages=layout.pages, budget=budget, over=over, longest=longest)


def _longest(section: Part, parts: Sequence[Part]) -> tuple[str, ...]:
    """The items that a section is long by; none where it is all of them."""
    items = [part for part in parts if part.section == section.section and part.item is not None]
    names = tuple(str(part.item) for part in sorted(items, key=lambda part: -part.lines)[:_LONGEST])
    return names if len(items) > len(names) else ()


def _section(name: str, lines: int, items: tuple[str, ...]) -> str:
    words = f"{name.replace('_', ' ')}: {_lines(lines)}"
    return f"{words}, most of them in {', '.join(items)}" if items else words


def _lines(count: int) -> str:
    return "1 line" if count == 1 else f"{count} lines"
