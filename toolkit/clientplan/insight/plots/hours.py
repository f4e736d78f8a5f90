"""Hours a month as they are and as they are advised, by client."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from clientplan.insight.plots.palette import ACCENT, INK, MIDDLE, PALE, PAPER, QUIET
from clientplan.insight.plots.plot import Plot
from clientplan.insight.plots.rows import GAP, column, row_height, set_names
from clientplan.insight.plots.sheet import KNOCKED_OUT, MARGIN, quiet, say, sheet, ticks_as
from clientplan.insight.plots.type import SMALL, width

_WIDE = 7.6  # inches
_ABOVE, _BELOW = 0.05, 0.26
_CHANGE = 0.62  # for how many hours more or less
_LEAST = 0.05  # hours: less is no change
_DOT = 7.5  # points
_AWAY = 0.11  # inches from a dot to its word


@dataclass(frozen=True, slots=True)
class Shift:
    """Hours a month of one client. `low` and `high`: how far the advice moves when the judgments are a little wrong."""

    name: str
    now: float
    advised: float
    low: float | None = None
    high: float | None = None

    @property
    def change(self) -> float:
        return self.advised - self.now


@quiet
def hours(shifts: Sequence[Shift], *, sentence: str | None = None) -> Plot:
    """An open dot for now, a filled one for advised, and the range of the advice as a pale band.

    Who gets most stands on top, who gives most at the bottom.

    Args:
        shifts: one a client, hours a month.
        sentence: the title; by default who gives and who gets most.
    """
    rows = sorted(shifts, key=lambda one: (-one.change, one.name))
    said = sentence or _sentence(rows)
    names = [row.name for row in rows]
    room = column(names)
    tall = row_height(names)
    body = _ABOVE + tall * len(rows) + _BELOW
    page = sheet(_WIDE, body, said, _under(rows))
    middles = [page.top - _ABOVE - tall * (at + 0.5) for at in range(len(rows))]
    set_names(page, names, middles, room)
    left = MARGIN + room + GAP
    wide = _WIDE - MARGIN - left - _CHANGE
    axes = page.axes(left, MARGIN + _BELOW, wide, body - _BELOW - _ABOVE)
    axes.set_ylim(0, tall * max(len(rows), 1))
    axes.set_yticks([])
    figures = [figure for row in rows for figure in (row.now, row.advised, row.low, row.high) if figure is not None]
    low, most = min([*figures, 0.0]), max([*figures, 1.0])
    named = _row_with_room(rows, low, wide / (most - low))
    if rows and named is None:
        low -= (_word_width("advised") + _AWAY) * (most - low) / wide
    axes.set_xlim(low - 0.02 * most, 1.03 * most)
    axes.xaxis.set_major_locator(MaxNLocator(8, steps=(1, 2, 5, 10)))
    ticks_as(axes, "x", _shown)
    for row, y in zip(rows, middles, strict=True):
        at = y - MARGIN - _BELOW
        _dumbbell(axes, row, at)
        moves = abs(row.change) >= _LEAST
        look: dict[str, Any] = {"strong": moves, "color": INK if moves else QUIET}
        page.write(_WIDE - MARGIN, y, _signed(row.change), va="center", ha="right", **look)
    if rows:
        at = _widest(rows) if named is None else named
        _labels(axes, rows[at], middles[at] - MARGIN - _BELOW, _AWAY * (most - low) / wide)
    return Plot(page.figure, said)


def _dumbbell(axes: Axes, row: Shift, y: float) -> None:
    if row.low is not None and row.high is not None:
        axes.plot([row.low, row.high], [y, y], color=PALE, linewidth=_DOT + 1.5, solid_capstyle="round", zorder=2)
    axes.plot([row.now, row.advised], [y, y], color=MIDDLE, linewidth=1.6, solid_capstyle="butt", zorder=3)
    ring: dict[str, Any] = {"markerfacecolor": PAPER, "markeredgecolor": QUIET, "markeredgewidth": 1.4}
    axes.plot(row.now, y, "o", markersize=_DOT - 1, zorder=4, clip_on=False, **ring)
    axes.plot(row.advised, y, "o", markersize=_DOT, color=ACCENT, markeredgewidth=0, zorder=5, clip_on=False)


def _row_with_room(rows: Sequence[Shift], low: float, an_hour: float) -> int | None:
    """Of the rows whose dots stand farthest apart, the first where the words don't run into its name."""
    if all(abs(row.change) < _LEAST for row in rows):
        return 0 if rows else None
    for at in sorted(range(len(rows)), key=lambda one: -abs(rows[one].change)):
        row = rows[at]
        word = "now" if row.change > 0 else "advised"
        ends = [row.now, row.advised] if row.low is None else [row.now, row.advised, row.low]
        if abs(row.change) >= _LEAST and (min(ends) - low) * an_hour >= _AWAY + _word_width(word):
            return at
    return None


def _widest(rows: Sequence[Shift]) -> int:
    return max(range(len(rows)), key=lambda one: abs(rows[one].change))


def _word_width(word: str) -> float:
    return width(word, SMALL, strong=True)


def _labels(axes: Axes, row: Shift, y: float, away: float) -> None:
    """Names the two dots, in one row for all."""
    if abs(row.change) < _LEAST:
        x = max(row.now, row.high or row.now) + away
        say(axes, x, y, "now and advised", SMALL, va="center", color=QUIET)
        return
    grows = row.change > 0
    ends = [row.advised, *(end for end in (row.low, row.high) if end is not None)]
    told = (("now", row.now, not grows, QUIET), ("advised", max(ends) if grows else min(ends), grows, ACCENT))
    for word, x, right, colour in told:
        look = {"ha": "left" if right else "right", "color": colour, "bbox": KNOCKED_OUT}
        say(axes, x + (away if right else -away), y, word, SMALL, va="center", strong=True, **look)


def _under(rows: list[Shift]) -> str:
    ranged = any(row.low is not None and row.high is not None for row in rows)
    return "Hours a month" + (
        "; the band is where the advice stays if the judgments are a little wrong" if ranged else ""
    )


def _sentence(rows: list[Shift]) -> str:
    gets = [row for row in rows if row.change >= _LEAST]
    gives = [row for row in reversed(rows) if row.change <= -_LEAST]
    moved = min(sum(row.change for row in gets), -sum(row.change for row in gives))
    if not rows:
        return "There are no hours to share out."
    if not gets and not gives:
        return "The hours are where they should be: no move is advised."
    if not gives:
        return f"{_hours(sum(row.change for row in gets))} a month more, most for {gets[0].name}."
    if not gets:
        return f"{_hours(-sum(row.change for row in gives))} a month less, most from {gives[0].name}."
    return f"Move {_hours(moved)} a month, above all from {gives[0].name} to {gets[0].name}."


def _shown(figure: float) -> str:
    """One decimal, and none where that is 0."""
    return f"{figure:z.1f}".removesuffix(".0").replace("-", "\N{MINUS SIGN}")


def _hours(figure: float) -> str:
    return "1 hour" if _shown(figure) == "1" else f"{_shown(figure)} hours"


def _signed(change: float) -> str:
    if abs(change) < _LEAST:
        return "±0"
    return f"+{_shown(change)}" if change > 0 else _shown(change)
