"""Where the hours went: smart, linked to an objective but not moving it, or serving none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from clientplan.insight.plots.palette import ACCENT, INK, LINE, MIDDLE, PAPER, QUIET
from clientplan.insight.plots.plot import Plot
from clientplan.insight.plots.rows import GAP, column, set_names
from clientplan.insight.plots.sheet import MARGIN, Sheet, quiet, say, sheet, ticks_as
from clientplan.insight.plots.type import SMALL, width
from clientplan.insight.spoken import percent

_WIDE = 7.6  # inches
_ROW = 0.34
_BAR = 0.62  # of a row
_ABOVE, _BELOW = 0.3, 0.42
_RIGHT = 0.3


class _Kind(NamedTuple):
    field: str
    word: str
    colour: str
    on: str  # the colour of figures on it


KINDS = (
    _Kind("smart", "smart", ACCENT, PAPER),
    _Kind("linked", "served an objective", MIDDLE, INK),
    _Kind("undifferentiated", "served none", LINE, INK),
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
    body = _ABOVE + _ROW * len(rows) + _BELOW
    page = sheet(_WIDE, body, said)
    middles = [page.top - _ABOVE - _ROW * (at + 0.5) for at in range(len(rows))]
    set_names(page, names, middles, room)
    left = MARGIN + room + GAP
    wide = _WIDE - MARGIN - left - _RIGHT
    axes = page.axes(left, MARGIN + _BELOW, wide, body - _BELOW - _ABOVE)
    most = max([row.total for row in rows] + [1.0])
    axes.set_xlim(0, most)
    axes.set_ylim(0, _ROW * max(len(rows), 1))
    axes.set_yticks([])
    axes.xaxis.set_major_locator(MaxNLocator(6, steps=(1, 2, 2.5, 5, 10)))
    ticks_as(axes, "x", lambda figure: f"{figure:g} h")
    for row, y in zip(rows, middles, strict=True):
        _bar(axes, row, y - MARGIN - _BELOW, most / wide)
    _heads(page, left)
    return Plot(page.figure, said)


def _bar(axes: Axes, row: Spent, y: float, an_inch: float) -> None:
    """The three parts, each with its hours where they fit."""
    begin = 0.0
    for kind in KINDS:
        part = getattr(row, kind.field)
        axes.barh(y, part, left=begin, height=_BAR * _ROW, color=kind.colour, edgecolor=PAPER, linewidth=0.8)
        label = f"{part:.1f}".removesuffix(".0")
        if part > (width(label, SMALL) + 0.1) * an_inch:
            say(axes, begin + part / 2, y, label, SMALL, va="center_baseline", ha="center", color=kind.on)
        begin += part


def _heads(page: Sheet, left: float) -> None:
    """What the parts are, in their order and beside their colours, above the bars."""
    x, y = left, page.top - 0.06
    for kind in KINDS:
        page.write(x, y, "■", SMALL, color=kind.colour)
        page.write(x + 0.14, y, kind.word, SMALL, color=QUIET if kind.field == "undifferentiated" else INK)
        x += 0.14 + width(kind.word, SMALL) + 0.22


def _sentence(rows: list[Spent]) -> str:
    total = sum(row.total for row in rows)
    if not total:
        return "No hours are logged."
    smart = sum(row.smart for row in rows) / total
    none = sum(row.undifferentiated for row in rows) / total
    return f"Of {total:,.0f} hours, {percent(smart)} moved an objective on and {percent(none)} served none."
