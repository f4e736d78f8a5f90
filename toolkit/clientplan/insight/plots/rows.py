"""Names in a column, one row a client, with something drawn beside each."""

from __future__ import annotations

from collections.abc import Sequence

from clientplan.insight.plots.sheet import MARGIN, Sheet, height
from clientplan.insight.plots.type import TEXT, lines, width

GAP = 0.18  # inches
_WIDEST = 2.1
_NARROWEST = 0.6
_SLACK = 0.02
_ROW = 0.31
_LEAST_GAP = 0.04  # between two names


def row_height(names: Sequence[str]) -> float:
    """Inches that each row needs: more where a name takes two lines."""
    room = column(names)
    return max([_ROW, *(height(len(_set(name, room))) + _LEAST_GAP for name in names)])


def column(names: Sequence[str]) -> float:
    """The room for the names in inches: as much as the longest needs, and no more than can be spared."""
    return min(max([_NARROWEST, *(width(name) for name in names)]), _WIDEST)


def set_names(page: Sheet, names: Sequence[str], middles: Sequence[float], room: float) -> None:
    """Each name ends at the column's right side, at its height in inches; a long one takes two lines."""
    for name, y in zip(names, middles, strict=True):
        page.write(MARGIN + room, y, "\n".join(_set(name, room)), TEXT, va="center", ha="right")


def _set(name: str, room: float) -> list[str]:
    return lines(name, room + _SLACK, TEXT, most=2)
