from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from clientplan.insight.plots import Shift, hours
from clientplan.insight.plots.palette import PALE

ROWS = [Shift("Aubrelle", 2, 5, 4, 6.5), Shift("Harrow", 6, 3.5, 3, 4), Shift("Möhrlin", 4, 4)]


def dots(figure: Figure) -> list[Line2D]:
    return [line for line in figure.axes[0].lines if line.get_marker() == "o"]


def test_each_client_has_a_dot_for_now_and_one_for_advised() -> None:
    found = dots(hours(ROWS).figure)
    assert [float(dot.get_xdata()[0]) for dot in found] == [2, 5, 4, 4, 6, 3.5]  # who gets most first
    rows = [float(dot.get_ydata()[0]) for dot in found]
    assert rows[0] == rows[1] > rows[2] == rows[3] > rows[4] == rows[5]


def test_the_range_of_the_advice_is_a_band_where_it_is_known() -> None:
    bands = [line for line in hours(ROWS).figure.axes[0].lines if line.get_color() == PALE]
    assert [list(band.get_xdata()) for band in bands] == [[4, 6.5], [3, 4]]


def test_the_dots_are_named_once_where_they_stand_farthest_apart(words: Callable[[Figure], dict[str, Any]]) -> None:
    figure = hours(ROWS).figure
    said = words(figure)
    row = float(dots(figure)[0].get_ydata()[0])
    assert said["now"].get_position()[1] == said["advised"].get_position()[1] == row
    assert said["now"].get_position()[0] < 2
    assert said["advised"].get_position()[0] > 6.5
    less = words(hours([Shift("A", 8, 1), Shift("B", 1, 2)]).figure)
    assert less["advised"].get_position()[0] < 1
    assert less["now"].get_position()[0] > 8
    same = words(hours([Shift("A", 3, 3)]).figure)
    assert "now and advised" in same


def test_changes_are_signed(words: Callable[[Figure], dict[str, Any]]) -> None:
    assert {"+3", "\N{MINUS SIGN}2.5", "±0"} <= set(words(hours(ROWS).figure))


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (ROWS, "Move 2.5 hours a month, above all from Harrow to Aubrelle."),
        ([Shift("A", 1, 2), Shift("B", 2, 1)], "Move 1 hour a month, above all from B to A."),
        ([Shift("A", 1, 4), Shift("B", 2, 3)], "4 hours a month more, most for A."),
        ([Shift("A", 4, 1), Shift("B", 3, 2)], "4 hours a month less, most from A."),
        ([Shift("A", 4, 4.01)], "The hours are where they should be: no move is advised."),
        ([], "There are no hours to share out."),
    ],
)
def test_the_sentence_is_the_move(rows: list[Shift], sentence: str) -> None:
    assert hours(rows).sentence == sentence


def test_the_band_is_explained_where_there_is_one(words: Callable[[Figure], dict[str, Any]]) -> None:
    said = words(hours(ROWS).figure)
    assert "Hours a month; the band is where the advice stays if the judgments are a little wrong" in said
    assert "Hours a month" in words(hours([Shift("A", 1, 2)]).figure)


@pytest.mark.parametrize(
    "rows",
    [
        ROWS,
        [Shift("A", 0, 9, 8, 12), Shift("B", 12, 0, 0, 1)],
        [Shift("A", 120, 0), Shift("B", 0, 0)],
        [Shift(f"Lüdering Tiefkühlkost Vertriebsgesellschaft mbH & Co. KG {at}", at % 7, at % 5) for at in range(40)],
        [],
    ],
    ids=["three", "far apart", "all of it", "forty with long names", "none"],
)
def test_no_text_stands_in_another(rows: list[Shift], apart: Callable[[Figure], None]) -> None:
    apart(hours(rows).figure)
