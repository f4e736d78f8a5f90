"""Results against plan, month by month, of one client in one currency."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from clientplan.insight.plots.money import short_money
from clientplan.insight.plots.palette import ACCENT, INK, MIDDLE, QUIET
from clientplan.insight.plots.plot import Plot
from clientplan.insight.plots.sheet import MARGIN, fix_labels, quiet, say, sheet, ticks_as
from clientplan.insight.plots.type import SMALL
from clientplan.insight.spoken import short_month

_WIDE, _HIGH = 7.4, 2.7  # inches
_LEFT, _RIGHT, _BELOW = 0.62, 0.5, 0.42  # for the labels round the plot
_BAR, _MARK = 0.6, 0.82  # of a month's width
_CROWDED = 14  # months: more have a label at every third only
_STEPS = (1, 2, 2.5, 5, 10)


@quiet
def results(months: pd.DataFrame, sentence: str, *, name: str = "", locale: str = "en-GB") -> Plot:
    """Bars of what came in, a line across each month for what was planned.

    A month under way stands pale, since its bar is still growing.

    Args:
        months: rows of `Attainment.months` of one client and currency, in the order of time.
        sentence: that of `Attainment.to_date`, or another that says what is to be seen.
        name: the client's, below the sentence.
        locale: how the axis writes money.
    """
    rows = months.reset_index(drop=True)
    currency = str(rows["currency"].iloc[0]) if len(rows) else ""
    under = f"{name}, a month, in {currency}".strip(", ") if currency else name
    page = sheet(_WIDE, _HIGH, sentence, under)
    axes = page.axes(MARGIN + _LEFT, MARGIN + _BELOW, _WIDE - 2 * MARGIN - _LEFT - _RIGHT, _HIGH - _BELOW - 0.12)
    for at, row in enumerate(rows.to_dict("records")):
        if not pd.isna(row["actual"]):
            axes.bar(at, row["actual"], width=_BAR, color=ACCENT if row["over"] else MIDDLE, linewidth=0)
        axes.plot([at - _MARK / 2, at + _MARK / 2], [row["plan"]] * 2, color=INK, linewidth=1.4, solid_capstyle="butt")
    low = min(0.0, float(rows[["plan", "actual"]].min().min())) if len(rows) else 0.0
    high = max(0.0, float(rows[["plan", "actual"]].max().max())) if len(rows) else 1.0
    spread = (high - low) or 1.0
    axes.set_ylim(low - (0.06 * spread if low < 0 else 0), high + 0.14 * spread)
    axes.set_xlim(-0.55, len(rows) - 0.45)
    axes.yaxis.set_major_locator(MaxNLocator(4, steps=_STEPS))
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
    for over, word, colour in ((True, "result", ACCENT), (False, "so far", QUIET)):
        group = begun[begun["over"] == over]
        if len(group):
            at = group.index[0]
            top = max(float(rows.loc[at, ["plan", "actual"]].max()), 0.0)
            say(axes, at, top + 0.03 * spread, word, SMALL, va="bottom", ha="center", color=colour, strong=True)
