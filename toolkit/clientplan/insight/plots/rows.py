"""Names in a column, one row a client, with something drawn beside each."""

from __future__ import annotations

from collections.abc import Sequence

from clientplan.insight.plots.sheet import MARGIN, Sheet
from clientplan.insight.plots.type import TEXT, lines, width

GAP = 0.18  # inches
_WIDEST = 2.1
_NARROWEST = 0.6


def column(names: Sequence[str]) -> float:
    """The room for the names in inches: as much as the longest needs, and no more than can be spared."""
    return min(max([_NARROWEST, *(width(name) for name in names)]), _WIDEST)


def set_names(page: Sheet, names: Sequence[str], middles: Sequence[float], room: float) -> None:
    """Each name ends at the column's right side, at its height in inches; a long one takes two lines."""
    for name, y in zip(names, middles, strict=True):
        set_ = "\n".join(lines(name, room + 0.02, TEXT, most=2))
        page.write(MARGIN + room, y, set_, TEXT, va="center", ha="right")
