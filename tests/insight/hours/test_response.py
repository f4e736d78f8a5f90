from __future__ import annotations

from dataclasses import FrozenInstanceError

import numpy as np
import pytest

from clientplan.insight.hours import Response, fit


def test_called_with_hours_of_any_shape(three: list[Response]) -> None:
    response = three[1]
    assert isinstance(response(1.0), float)
    assert response(0) == response.none
    assert Response(0.2, 1, 0, 1)(np.array([0.0, 2.0])).tolist() == pytest.approx([0.2, 0.6])
    table = response(np.array([[0, 0.5], [1, 1e300]]))
    assert table.shape == (2, 2)
    by_hand = 0.1 + 2.9 * 0.5**response.c / (response.d + 0.5**response.c)
    assert table[0].tolist() == pytest.approx([0.1, by_hand])
    assert table[1].tolist() == pytest.approx([1.0, 3.0])


@pytest.mark.parametrize("hours", [0.05, 0.5, 1.0, 2.0, 7.0])
def test_marginal_is_the_slope(three: list[Response], hours: float) -> None:
    for response in three:
        nearby = (response(hours + 1e-6) - response(hours - 1e-6)) / 2e-6
        assert response.marginal(hours) == pytest.approx(nearby, rel=1e-5)
    assert three[0].marginal(np.array([hours])).shape == (1,)


@pytest.mark.parametrize(("c", "slope"), [(2.0, 0.0), (1.0, 0.5), (0.5, np.inf), (0.0, 0.0)])
def test_the_slope_at_no_hours_depends_on_the_shape(c: float, slope: float) -> None:
    assert Response(0.0, 1.0, c, 2.0).marginal(0.0) == slope


def test_hours_that_do_nothing_have_no_slope() -> None:
    assert Response(1.0, 1.0, 0.5, 1.0).marginal(0.0) == 0


def test_inflection_is_where_the_slope_is_steepest(three: list[Response]) -> None:
    for response in three:
        grid = np.linspace(1e-4, 3, 30_000)
        assert response.inflection == pytest.approx(grid[response.marginal(grid).argmax()], abs=2e-4)
    assert Response(0, 1, 0.9, 1).inflection == 0
    assert Response(0, 1, 1.0, 1).inflection == 0


def test_misfit_lays_judgments_beside_the_curve() -> None:
    response = fit(0.2, 0.62, 1.30, 1.50)
    rows = [(one.judgment, one.hours, one.judged) for one in response.misfit]
    assert rows == [
        ("none", 0, 0.2),
        ("half", 0.5, 0.62),
        ("now", 1, 1),
        ("half_more", 1.5, 1.3),
        ("saturation", np.inf, 1.5),
    ]
    assert response.misfit[1].miss == pytest.approx(0.4697 - 0.62, abs=1e-4)
    assert Response(0, 1, 2, 1).misfit == ()


def test_a_response_is_a_value(three: list[Response]) -> None:
    with pytest.raises(FrozenInstanceError):
        three[0].c = 1.0  # type: ignore[misc]
    assert three[0] == fit(0.55, 0.80, 1.05, 1.10)
    assert three[0].method == "closed"
    assert fit(0.55, 0.80, 1.05, 1.10, method="least_squares").method == "least_squares"
