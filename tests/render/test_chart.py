from __future__ import annotations

from decimal import Decimal

import pytest

from clientplan.render.chart import Pair, chart, scale


def pairs(*figures: tuple[int | None, int | None]) -> list[Pair]:
    return [tuple(None if figure is None else Decimal(figure) for figure in pair) for pair in figures]  # type: ignore[misc]  # two stay two


def test_bars_stand_on_zero_and_end_at_their_figure() -> None:
    months = pairs((10, 5), (10, 10), (8, None))
    drawn = chart(months, scale(months))
    assert drawn.zero == 1.0
    assert [(mark.top, mark.height) for mark in drawn.marks] == [(0.5, 0.5), (0.0, 1.0), (None, None)]
    assert [mark.plan for mark in drawn.marks] == [0.0, 0.0, 0.2]


def test_a_loss_hangs_below_zero() -> None:
    months = pairs((None, 30), (None, -10))
    drawn = chart(months, scale(months))
    assert drawn.zero == 0.75
    assert [(mark.top, mark.height) for mark in drawn.marks] == [(0.0, 0.75), (0.75, 0.25)]
    assert all(mark.plan is None for mark in drawn.marks)


@pytest.mark.parametrize("count", [1, 12, 24])
def test_months_stand_side_by_side_within_the_chart(count: int) -> None:
    months = pairs(*[(3, 2)] * count)
    marks = chart(months, scale(months)).marks
    edges = [edge for mark in marks for edge in (mark.left, mark.left + mark.width)]
    assert edges == sorted(edges)
    assert edges[0] > 0
    assert edges[-1] < 1


def test_a_chart_of_nothing_but_zeros_has_no_height() -> None:
    months = pairs((0, 0))
    assert chart(months, scale(months)).marks[0].height == 0


def test_rows_share_one_scale() -> None:
    first, second = pairs((10, 10)), pairs((20, 20))
    axis = scale([*first, *second])
    assert chart(first, axis).marks[0].height == 0.5
    assert chart(second, axis).marks[0].height == 1.0
