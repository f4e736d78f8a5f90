from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from clientplan.insight.plots import results
from clientplan.insight.plots.palette import ACCENT, INK, MIDDLE

SENTENCE = "To date 94 % of plan: 41,200 of 43,800 EUR by the end of September, behind since June. October isn't over."


def months(actual: list[float], plan: list[float] | None = None, over: int = 8, first: str = "2026-01") -> pd.DataFrame:
    count = len(actual)
    return pd.DataFrame(
        {
            "client_id": "1",
            "currency": "EUR",
            "month": pd.period_range(first, periods=count, freq="M"),
            "plan": plan or [5000.0] * count,
            "actual": actual,
            "over": [at < over for at in range(count)],
        }
    )


YEAR = [4800.0, 5100, 5200, 4900, 4700, 4600, 4500, 4400, 2000, *[np.nan] * 3]


def bars(figure: Figure) -> list[Rectangle]:
    return [patch for patch in figure.axes[0].patches if isinstance(patch, Rectangle)]


def test_bars_are_the_results_and_lines_the_plan() -> None:
    figure = results(months(YEAR), SENTENCE, name="Harrow").figure
    assert [bar.get_height() for bar in bars(figure)] == YEAR[:9]
    lines = [line for line in figure.axes[0].lines if line.get_color() == INK]
    assert [line.get_ydata()[0] for line in lines] == [5000.0] * 12
    middles = [(bar.get_x() + bar.get_width() / 2) for bar in bars(figure)]
    assert middles == pytest.approx(list(range(9)))


def test_a_month_under_way_is_paler_and_says_so(words: Callable[[Figure], dict[str, Any]]) -> None:
    figure = results(months(YEAR), SENTENCE).figure
    colours = [bar.get_facecolor() for bar in bars(figure)]
    assert len(set(colours[:8])) == 1
    assert [tuple(np.round(np.array(colour[:3]) * 255).astype(int)) for colour in (colours[0], colours[8])] == [
        tuple(bytes.fromhex(shade[1:])) for shade in (ACCENT, MIDDLE)
    ]
    said = words(figure)
    assert said["so far"].get_position()[0] == 8
    assert said["plan"].get_position()[0] > 11
    assert said["plan"].get_position()[1] == 5000
    assert said["result"].get_position()[0] == 0


def test_the_sentence_is_the_title_and_the_alternative(words: Callable[[Figure], dict[str, Any]]) -> None:
    plot = results(months(YEAR), SENTENCE, name="Harrow & Finch")
    said = words(plot.figure)
    title = said["To date 94 % of plan: 41,200 of 43,800 EUR by the end of September, behind since June."]
    assert title.get_fontsize() > said["Harrow & Finch October isn't over."].get_fontsize()
    assert plot.sentence == f"Harrow & Finch: {SENTENCE}"


def test_zero_is_on_the_axis_and_so_are_results_below_it() -> None:
    plot = results(months([3000.0, -2000.0, 2500.0], over=3), "A sentence.")
    low, high = plot.figure.axes[0].get_ylim()
    assert low < -2000
    assert high > 5000
    assert results(months(YEAR), "A sentence.").figure.axes[0].get_ylim()[0] == 0


def test_ticks_are_few_and_money(words: Callable[[Figure], dict[str, Any]]) -> None:
    assert {"€0", "€2K", "€4K", "€6K"} & set(words(results(months(YEAR), "S.").figure)) >= {"€0", "€2K", "€4K"}
    said = words(results(months([300.0, -2000.0]), "S.", locale="en-GB").figure)
    assert "\N{MINUS SIGN}€2K" in said
    axis = results(months(YEAR), "S.").figure.axes[0].yaxis
    assert 3 <= len(axis.get_majorticklocs()) <= 8


def test_months_are_named_and_each_new_year_once(words: Callable[[Figure], dict[str, Any]]) -> None:
    said = words(results(months(YEAR, first="2025-10"), "S.").figure)
    assert {"Oct 2025", "Nov", "Jan 2026", "Feb", "Sept"} <= set(said)
    many = words(results(months([1.0] * 24, over=24), "S.").figure)
    assert {"Jan 2026", "Apr", "July", "Oct", "Jan 2027"} <= set(many)
    assert "Feb" not in many


@pytest.mark.parametrize(
    "table",
    [
        months(YEAR),
        months([4990.0] * 12, over=12),
        months([0.0] * 12, plan=[0.0] * 12, over=12),
        months([3000.0, -2000.0, 100.0], over=2),
        months([1.0] * 24, over=20),
        months([0.0, np.nan], over=0),
        months([]),
    ],
    ids=["year", "close to plan", "nothing", "credited", "two years", "begun today", "no months"],
)
def test_no_text_stands_in_another(table: pd.DataFrame, apart: Callable[[Figure], None]) -> None:
    name = "Confiserie Aubrelle & Fils, Établissements réunis de la Vallée du Rhône et de la Haute-Savoie S.A.S."
    apart(results(table, SENTENCE, name=name).figure)
