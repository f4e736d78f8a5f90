"""Results against plan, month by month, of one client in one currency."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from clientplan.insight.plots.money import short_money
from clientplan.insight.plots.palette import ACCENT, INK, MIDDLE, PAPER, QUIET
from clientplan.insight.plots.plot import Plot
from clientplan.insight.plots.sheet import MARGIN, fix_labels, mark, quiet, say, sheet, ticks_as
from clientplan.insight.plots.type import SMALL, width
from clientplan.insight.spoken import short_month

_WIDE, _HIGH = 7.4, 2.7  # inches
_LEFT, _RIGHT, _BELOW = 0.62, 0.5, 0.36  # for the labels round the plot
_WITHIN = _WIDE - 2 * MARGIN - _LEFT - _RIGHT
_BAR, _MARK = 0.66, 0.84  # of a month's width
_CROWDED = 14  # months: more have a label at every third only
_ROOM = 0.12  # of the height, for a word
_TINY = 7.5  # points: what a bar is wide enough for, where there are twelve
_STEPS = (1, 2, 2.5, 5, 10)


@quiet
def results(months: pd.DataFrame, sentence: str, *, name: str = "", locale: str = "en-GB") -> Plot:
    """Bars of what came in, a line across each month for what was planned.

    A month under way stands pale, since its bar is still growing.

    Args:
        months: rows of `Attainment.months` of one client and currency, in the order of time.
        sentence: that of `Attainment.to_date`, or another that says what is to be seen; its first part is the title.
        name: the client's, below the sentence.
        locale: how the axis writes money.
    """
    rows = months.reset_index(drop=True)
    currency = str(rows["currency"].iloc[0]) if len(rows) else ""
    first, _, rest = sentence.partition(". ")
    page = sheet(_WIDE, _HIGH, f"{first}." if rest else sentence, *[part for part in (name, rest) if part])
    axes = page.axes(MARGIN + _LEFT, MARGIN + _BELOW, _WITHIN, _HIGH - _BELOW)
    for at, row in enumerate(rows.to_dict("records")):
        if not pd.isna(row["actual"]):
            axes.bar(at, row["actual"], width=_BAR, color=ACCENT if row["over"] else MIDDLE, linewidth=0)
        mark(axes, [at - _MARK / 2, at + _MARK / 2], [row["plan"]] * 2)
    low = min(0.0, float(rows[["plan", "actual"]].min().min())) if len(rows) else 0.0
    high = max(0.0, float(rows[["plan", "actual"]].max().max())) if len(rows) else 1.0
    spread = (high - low) or 1.0
    axes.set_ylim(low - (0.06 * spread if low < 0 else 0), high + 0.1 * spread)
    axes.set_xlim(-0.55, len(rows) - 0.45)
    axes.yaxis.set_major_locator(MaxNLocator(6, steps=_STEPS))
    axes.axhline(0, color=QUIET, linewidth=0.8)
    ticks_as(axes, "y", short_money(currency, locale))
    _months(axes, rows)
    _labels(axes, rows, spread)
    return Plot(page.figure, f"{name}: {sentence}" if name else sentence)


def _months(axes: Axes, rows: pd.DataFrame) -> None:
    """The name of each month, and of the year where one begins."""
    step = 1 if len(rows) <= _CROWDED else 3
    named = [(at, one) for at, one in enumerate(rows["month"]) if at % step == 0]
    years = [at == 0 or one.year != named[at - 1][1].year for at, (_, one) in enumerate(named)]
    axes.set_xticks(
        [at for at, _ in named],
        [
            f"{short_month(one)}\n{one.year}" if new else short_month(one)
            for (_, one), new in zip(named, years, strict=True)
        ],
    )
    fix_labels(axes)


def _labels(axes: Axes, rows: pd.DataFrame, spread: float) -> None:
    """What the line and the bars are, beside the marks themselves."""
    if rows.empty:
        return
    last = len(rows) - 1
    say(axes, last + _MARK / 2 + 0.12, rows["plan"].iloc[last], "plan", SMALL, va="center", strong=True)
    begun = rows[rows["actual"].notna()]
    for over, word, on, beside in ((True, "result", PAPER, ACCENT), (False, "so far", INK, QUIET)):
        group = begun[begun["over"] == over]
        if len(group):
            _word(axes, group, word, (on, beside), spread)


def _word(axes: Axes, group: pd.DataFrame, word: str, colours: tuple[str, str], spread: float) -> None:
    """At the end of the first bar with room for it; else over the first bar, or over its plan where that is near."""
    fits = width(word, _TINY) + 0.04 < _BAR * _inches(axes)
    inside = group[(group["actual"] >= _ROOM * spread) & ~group["plan"].between(*_reach(group["actual"], spread))]
    if fits and len(inside):
        at, y = inside.index[0], float(inside["actual"].iloc[0]) - 0.025 * spread
        say(axes, at, y, word, _TINY, va="top", ha="center", color=colours[0])
        return
    actual, plan = max(float(group["actual"].iloc[0]), 0.0), float(group["plan"].iloc[0])
    end = max(actual, plan) if actual <= plan < actual + _ROOM * spread else actual
    say(axes, group.index[0], end + 0.03 * spread, word, _TINY, va="bottom", ha="center", color=colours[1], strong=True)


def _inches(axes: Axes) -> float:
    """Of a month, from left to right."""
    left, right = axes.get_xlim()
    return _WITHIN / (right - left)


def _reach(actual: pd.Series[float], spread: float) -> tuple[pd.Series[float], pd.Series[float]]:
    """From where to where the word would stand in each bar."""
    return actual - _ROOM * spread, actual
