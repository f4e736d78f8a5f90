"""Where the hours went: smart, linked to an objective but not moving it, or serving none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from matplotlib.axes import Axes

from clientplan.insight.plots.palette import ACCENT, DIMMED, INK, LINE, MIDDLE, PAPER, QUIET
from clientplan.insight.plots.plot import Plot
from clientplan.insight.plots.rows import GAP, column, row_height, set_names
from clientplan.insight.plots.sheet import MARGIN, Sheet, quiet, say, sheet
from clientplan.insight.plots.type import SMALL, width
from clientplan.insight.spoken import percent

_WIDE = 7.6  # inches
_BAR = 0.2
_ABOVE = 0.22  # for the words over the first bar
_OVER = 0.03
_RIGHT = 0.62  # for the sum at the end of a bar
_BETWEEN = 0.14


class _Kind(NamedTuple):
    field: str
    word: str
    colour: str
    on: str  # the colour of figures on it
    over: str  # and of its word, on white


KINDS = (
    _Kind("smart", "smart", ACCENT, PAPER, ACCENT),
    _Kind("linked", "served an objective", MIDDLE, INK, DIMMED),
    _Kind("undifferentiated", "served none", LINE, INK, QUIET),
)


@dataclass(frozen=True, slots=True)
class Spent:
    """Hours of one client: that moved an objective on, that served one without moving it, and that served none."""

    name: str
    smart: float
    linked: float
    undifferentiated: float

    @property
    def total(self) -> float:
        return self.smart + self.linked + self.undifferentiated


@quiet
def spent(clients: Sequence[Spent], *, sentence: str | None = None) -> Plot:
    """A bar a client in three parts, most hours first.

    Args:
        clients: hours of each over the same span.
        sentence: the title; by default the smart share, and the share that served no objective.
    """
    rows = sorted(clients, key=lambda one: (-one.total, one.name))
    said = sentence or _sentence(rows)
    names = [row.name for row in rows]
    room = column(names)
    tall = row_height(names)
    body = _ABOVE + tall * len(rows)
    page = sheet(_WIDE, body, said)
    middles = [page.top - _ABOVE - tall * (at + 0.5) for at in range(len(rows))]
    set_names(page, names, middles, room)
    left = MARGIN + room + GAP
    wide = _WIDE - MARGIN - left - _RIGHT
    axes = page.axes(left, MARGIN, wide, body - _ABOVE)
    most = max([row.total for row in rows if row.total > 0], default=1.0)
    axes.set_xlim(0, most)
    axes.set_ylim(0, tall * max(len(rows), 1))
    axes.set_xticks([])
    axes.set_yticks([])
    for row, y in zip(rows, middles, strict=True):
        _bar(axes, row, y - MARGIN, most / wide)
    if rows:
        _words(page, rows[0], left, wide / most)
    return Plot(page.figure, said)


def _bar(axes: Axes, row: Spent, y: float, an_inch: float) -> None:
    """The three parts, each with its hours where they fit."""
    begin = 0.0
    for kind in KINDS:
        part = getattr(row, kind.field)
        axes.barh(y, part, left=begin, height=_BAR, color=kind.colour, edgecolor=PAPER, linewidth=0.8)
        label = _shown(part)
        if part > (width(label, SMALL) + 0.1) * an_inch:
            say(axes, begin + part / 2, y, label, SMALL, va="center", ha="center", color=kind.on)
        begin += part
    say(axes, begin, y, f"  {_shown(row.total)} h", SMALL, va="center", color=QUIET)


def _words(page: Sheet, first: Spent, left: float, inches: float) -> None:
    """What each part is, over the first bar where the part begins, or where the word before it ends."""
    begin, free = left, left
    for kind in KINDS:
        x = max(begin, free)
        page.write(x, page.top - _ABOVE + _OVER, kind.word, SMALL, va="baseline", color=kind.over, strong=True)
        free = x + width(kind.word, SMALL, strong=True) + _BETWEEN
        begin += getattr(first, kind.field) * inches


def _shown(hours: float) -> str:
    return f"{hours:.1f}".removesuffix(".0")


def _sentence(rows: list[Spent]) -> str:
    total = sum(row.total for row in rows)
    if not total:
        return "No hours are logged."
    smart = sum(row.smart for row in rows) / total
    none = sum(row.undifferentiated for row in rows) / total
    return (
        f"Of {total:,.0f} hours {percent(smart)} were smart: they moved an objective on. {percent(none)} served none."
    )
