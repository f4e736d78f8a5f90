from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest
from matplotlib.figure import Figure

from clientplan.insight.plots import risks
from clientplan.insight.plots.palette import INK
from clientplan.insight.plots.risks import listed

REASON = (
    "Ordered in 2 of the last 6 months (was 5 of 6). 74 days since the last order, usual gap 21. Last quarter 58 % of "
    "plan. Of the 212 times a client of yours looked like this, 41 % fell under half within six months (all: 17 %)."
)


def table(*risk: float, base: float = 0.17, names: list[str] | None = None) -> pd.DataFrame:
    index = pd.Index(names or [f"Client {at}" for at in range(len(risk))], name="client")
    return pd.DataFrame({"risk": list(risk), "base_rate": base, "reason": REASON}, index=index)


def test_the_likeliest_comes_first_with_its_bar_and_figure(words: Callable[[Figure], dict[str, Any]]) -> None:
    plot = risks(table(0.1, 0.41, 0.35))
    widths = [bar.get_width() for bar in plot.figure.axes[0].patches]
    assert widths == [0.41, 0.35, 0.1]
    heights = [bar.get_y() for bar in plot.figure.axes[0].patches]
    assert heights == sorted(heights, reverse=True)
    said = words(plot.figure)
    names = [said[f"Client {at}"].get_position()[1] for at in (1, 2, 0)]
    assert names == sorted(names, reverse=True)
    assert {"41 %", "35 %", "10 %"} <= set(said)
    assert REASON in said


def test_the_base_rate_is_a_line_through_every_row(words: Callable[[Figure], dict[str, Any]]) -> None:
    figure = risks(table(0.1, 0.41, 0.35)).figure
    lines = [line for line in figure.axes[0].lines if line.get_color() == INK]
    assert [list(line.get_xdata()) for line in lines] == [[0.17, 0.17]] * 3
    assert "all clients: 17 %" in words(figure)


def test_a_figure_that_the_base_rate_would_cross_stands_behind_it(words: Callable[[Figure], dict[str, Any]]) -> None:
    said = words(risks(table(0.41, 0.13, 0.02)).figure)
    assert said["13 %"].get_position()[0] > 0.17
    assert 0.02 < said["2 %"].get_position()[0] < 0.1


def test_base_rates_that_differ_are_marked_each_in_its_row(words: Callable[[Figure], dict[str, Any]]) -> None:
    figure = risks(table(0.3, 0.2).assign(base_rate=[0.1, 0.25])).figure
    lines = [line for line in figure.axes[0].lines if line.get_color() == INK]
    assert [line.get_xdata()[0] for line in lines] == [0.1, 0.25]
    assert "all clients" in words(figure)


@pytest.mark.parametrize(
    ("risk", "sentence"),
    [
        ((0.4, 0.35, 0.1), "2 of 3 clients are at least twice as likely to erode as usual, Client 0 first."),
        ((0.1, 0.35), "1 of 2 clients is at least twice as likely to erode as usual: Client 1."),
        ((0.1, 0.2), "No client is twice as likely to erode as usual (17 % of all are)."),
        ((), "There are no clients to look at."),
    ],
)
def test_the_sentence_counts_what_is_there(risk: tuple[float, ...], sentence: str) -> None:
    assert risks(table(*risk)).sentence == sentence
    assert risks(table(*risk), sentence="Mine.").sentence == "Mine."


def test_of_many_clients_the_likeliest_are_shown_and_all_are_counted(words: Callable[[Figure], dict[str, Any]]) -> None:
    plot = risks(table(*[0.5 - at / 100 for at in range(40)]))
    assert len(plot.figure.axes[0].patches) == 15
    assert "The 15 likeliest of 40 clients" in words(plot.figure)
    assert plot.sentence.startswith("16 of 40 clients")
    assert len(risks(table(*[0.1] * 40), most=40).figure.axes[0].patches) == 40


def test_of_equal_risks_the_order_is_that_of_the_names() -> None:
    one = risks(table(0.2, 0.2, names=["B", "A"])).png()
    assert one == risks(table(0.2, 0.2, names=["A", "B"])).png()


@pytest.mark.parametrize("risk", [(0.61, 0.16, 0.12, 0.17, 0.01, 0.0), (0.02,), (0.99, 0.98)])
def test_no_text_stands_in_another(risk: tuple[float, ...], apart: Callable[[Figure], None]) -> None:
    long = "Lüdering Tiefkühlkost Vertriebsgesellschaft für Norddeutschland und Dänemark mbH & Co. KG"
    names = [long, *(f"Client {at}" for at in range(len(risk) - 1))]
    frame = table(*risk, names=names)
    frame["reason"] = [f"{at}: {REASON}" for at in range(len(risk))]
    apart(risks(frame).figure)


class TestListed:
    def test_those_without_a_risk_stay_out(self) -> None:
        found = listed(
            [("Harrow", 0.4, 0.1, "Why."), ("Finch", None, 0.1, "Too young."), ("Aubrelle", 0.2, 0.1, "So.")]
        )
        assert found.index.tolist() == ["Harrow", "Aubrelle"]
        assert found.to_numpy().tolist() == [[0.4, 0.1, "Why."], [0.2, 0.1, "So."]]

    def test_a_base_rate_that_nobody_knows_is_missing(self) -> None:
        assert listed([("Harrow", 0.4, None, "Why.")])["base_rate"].isna().all()

    @pytest.mark.parametrize("rows", [[], [("Harrow", None, None, "")]])
    def test_nobody_is_a_table_without_rows(self, rows: list[tuple[str, None, None, str]]) -> None:
        found = listed(rows)
        assert found["risk"].dtype == found["base_rate"].dtype == "float64"
        assert found.empty
