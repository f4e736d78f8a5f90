from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from matplotlib.figure import Figure

from clientplan.insight.plots import Spent, spent

ROWS = [Spent("Harrow", 2, 1, 1), Spent("Aubrelle", 5.5, 0, 4.5), Spent("Möhrlin", 0.1, 3, 0)]


def test_each_bar_is_made_of_its_three_parts_most_hours_first() -> None:
    bars = spent(ROWS).figure.axes[0].patches
    parts = [(bar.get_x(), bar.get_width()) for bar in bars]
    assert parts[:3] == [(0, 5.5), (5.5, 0), (5.5, 4.5)]
    assert parts[3:6] == [(0, 2), (2, 1), (3, 1)]
    assert bars[0].get_y() > bars[3].get_y() > bars[6].get_y()
    colours = [bar.get_facecolor() for bar in bars]
    assert len(set(colours[:3])) == 3
    assert colours[:3] == colours[3:6]


def test_parts_and_sums_are_written_where_they_fit(words: Callable[[Figure], dict[str, Any]]) -> None:
    said = words(spent(ROWS).figure)
    assert {"5.5", "4.5", "10 h", "4 h", "3.1 h"} <= set(said)
    assert "0.1" not in said
    assert said["5.5"].get_position()[0] == pytest.approx(2.75)


def test_the_parts_are_named_over_the_first_bar(words: Callable[[Figure], dict[str, Any]]) -> None:
    said = words(spent([Spent("A", 5, 5, 5)]).figure)
    places = [said[word].get_position() for word in ("smart", "served an objective", "served none")]
    assert places[0][0] < places[1][0] < places[2][0]
    assert len({place[1] for place in places}) == 1
    assert said["smart"].get_color() != said["served none"].get_color()


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (ROWS, "Of 17 hours 44 % were smart: they moved an objective on. 32 % served none."),
        ([Spent("A", 0, 0, 0)], "No hours are logged."),
        ([], "No hours are logged."),
    ],
)
def test_the_sentence_is_the_shares(rows: list[Spent], sentence: str) -> None:
    assert spent(rows).sentence == sentence


@pytest.mark.parametrize(
    "rows",
    [
        ROWS,
        [Spent("A", 0, 0, 40), Spent("B", 0.05, 0.05, 0.05)],
        [Spent(f"Lüdering Tiefkühlkost Vertriebsgesellschaft mbH {at}", at % 7, at % 5, at % 3) for at in range(40)],
        [Spent("A", 0, 0, 0)],
        [],
    ],
    ids=["three", "one part", "forty with long names", "no hours", "none"],
)
def test_no_text_stands_in_another(rows: list[Spent], apart: Callable[[Figure], None]) -> None:
    apart(spent(rows).figure)
