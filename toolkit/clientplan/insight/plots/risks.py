"""The clients that are likeliest to erode, each with the reason."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

import pandas as pd
from matplotlib.axes import Axes

from clientplan.insight.plots.palette import ACCENT, INK, QUIET
from clientplan.insight.plots.plot import Plot
from clientplan.insight.plots.rows import GAP, column, set_names
from clientplan.insight.plots.sheet import MARGIN, height, mark, quiet, say, sheet
from clientplan.insight.plots.type import SMALL, lines, width
from clientplan.insight.spoken import several

_WIDE = 9.2  # inches
_BARS = 2.0
_LABEL = 0.42  # for the figure at the end of a bar
_ABOVE = 0.3  # for the words on the base rate
_MOST_LINES = 4  # of a reason
_PAD = 0.14
_BAR = 0.17
_FROM_BAR = 0.06


@quiet
def risks(table: pd.DataFrame, *, most: int = 15, sentence: str | None = None) -> Plot:
    """A bar a client up to its risk, the base rate as a line through all of them, and the reason beside.

    Args:
        table: index the client (its name, as it is to be read), columns `risk` and `base_rate` (0 to 1) and `reason`,
            as of `insight.risk.explain`.
        most: how many rows are shown, the likeliest first.
        sentence: the title; by default how many clients stand at twice the base rate or more.
    """
    ordered = table.assign(name=[str(name) for name in table.index]).sort_values(
        ["risk", "name"], ascending=[False, True], kind="stable"
    )
    rows = ordered.head(most)
    names, said = list(rows["name"]), sentence or _sentence(ordered)
    room = column(names)
    left = MARGIN + room + GAP
    reason_at = left + _BARS + _LABEL + GAP
    reasons = [lines(str(reason), _WIDE - MARGIN - reason_at, SMALL, most=_MOST_LINES) for reason in rows["reason"]]
    tall = [_height(name, reason, room) for name, reason in zip(names, reasons, strict=True)]
    body = sum(tall) + _ABOVE
    under = [f"The {len(rows)} likeliest of {len(ordered)} clients"] if len(ordered) > len(rows) else []
    page = sheet(_WIDE, body, said, *under)
    ends = list(accumulate(tall))
    middles = [page.top - _ABOVE - end + high / 2 for end, high in zip(ends, tall, strict=True)]
    set_names(page, names, middles, room)
    axes = page.axes(left, MARGIN, _BARS, body - _ABOVE)
    most = max([*rows["risk"], *rows["base_rate"], 0.01])
    axes.set_xlim(0, most)
    axes.set_ylim(0, max(body - _ABOVE, _BAR))
    axes.set_xticks([])
    axes.set_yticks([])
    gap = _FROM_BAR * most / _BARS
    for y, risk, usual, reason in zip(middles, rows["risk"].tolist(), rows["base_rate"].tolist(), reasons, strict=True):
        at, label = y - MARGIN, _percent(risk)
        axes.barh(at, risk, height=_BAR, color=ACCENT, linewidth=0, clip_on=False)
        crossed = risk <= usual < risk + gap + width(label, strong=True) * most / _BARS
        say(axes, (usual if crossed else risk) + gap, at, label, va="center", strong=True)
        page.write(reason_at, y, "\n".join(reason), SMALL, va="center", color=QUIET)
    for end in ends[:-1]:
        page.rule(page.top - _ABOVE - end)
    _base_rates(axes, rows, [y - MARGIN for y in middles], tall)
    return Plot(page.figure, said)


def listed(rows: Iterable[tuple[str, float | None, float | None, str]]) -> pd.DataFrame:
    """The table that `risks` draws: name, risk, base rate and reason of each client; those without a risk stay out."""
    table = pd.DataFrame([row for row in rows if row[1] is not None], columns=["name", "risk", "base_rate", "reason"])
    return table.set_index("name").rename_axis(None).astype({"risk": "float64", "base_rate": "float64"})


def _height(name: str, reason: list[str], room: float) -> float:
    """Of a row, in inches."""
    return max(height(len(reason), SMALL), height(len(lines(name, room + 0.02, most=2)))) + _PAD


def _base_rates(axes: Axes, rows: pd.DataFrame, middles: list[float], tall: list[float]) -> None:
    """What is usual, as a mark through each row; they meet in one line where it is the same for all."""
    for rate, y, high in zip(rows["base_rate"], middles, tall, strict=True):
        mark(axes, [rate, rate], [y - high / 2, y + high / 2], 0.9)
    if len(rows):
        usual = float(rows["base_rate"].iloc[0])
        top = middles[0] + tall[0] / 2
        words = f"all clients: {_percent(usual)}" if (rows["base_rate"] == usual).all() else "all clients"
        say(axes, usual, top + 0.05, words, SMALL, va="bottom", ha="left", color=INK, clip_on=False)


def _percent(part: float) -> str:
    """To the nearest per cent: a probability isn't known any better."""
    return f"{100 * part:.0f} %"


def _sentence(table: pd.DataFrame) -> str:
    if table.empty:
        return "There are no clients to look at."
    high = table[table["risk"] >= 2 * table["base_rate"]]
    usual = _percent(float(table["base_rate"].mean()))
    if high.empty:
        return f"No client is twice as likely to erode as usual ({usual} of all are)."
    first = f", {high['name'].iloc[0]} first" if len(high) > 1 else f": {high['name'].iloc[0]}"
    verb = "is" if len(high) == 1 else "are"
    return f"{len(high)} of {several(len(table), 'client')} {verb} at least twice as likely to erode as usual{first}."
