from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientplan.checks.response import response as checked
from clientplan.errors import ClientPlanError, HoursRefused, JudgmentsContradict
from clientplan.insight.hours import Judgments, Response, fit

WITHIN = (0.05, 30)  # what c may be
METHODS = ("closed", "least_squares")
PARTS = st.floats(0, 4, allow_nan=False).map(lambda value: round(value, 3))


def squares(response: Response) -> float:
    return sum(one.miss**2 for one in response.misfit)


def test_closed_goes_through_none_now_and_saturation() -> None:
    response = fit(0.2, 0.5, 1.4, 1.9, now=1.1)
    assert response(0.0) == 0.2
    assert response(1.0) == pytest.approx(1.1)
    assert response(1e9) == pytest.approx(1.9)
    assert response.d == pytest.approx((1.9 - 1.1) / (1.1 - 0.2))


@given(st.lists(PARTS, min_size=4, max_size=4))
def test_the_check_of_plans_draws_the_same_curve(values: list[float]) -> None:
    curve = checked(*values)
    if curve is not None:
        ours = fit(*values)
        assert [ours.none, ours.saturation, ours.c, ours.d] == pytest.approx(
            [curve.none, curve.saturation, curve.c, curve.d], rel=1e-12, abs=1e-12
        )


def test_one_half_alone_would_be_met() -> None:
    """Where both halves ask for the same c, the curve goes through all five."""
    true = Response(0.3, 1.6, 2.2, (1.6 - 1) / (1 - 0.3))
    response = fit(0.3, true(0.5), true(1.5), 1.6)
    assert response.c == pytest.approx(2.2)
    assert squares(response) < 1e-20


@pytest.mark.parametrize("c", [0.4, 1.0, 2.5, 6.0])
@pytest.mark.parametrize("d", [0.2, 1.0, 5.0])
def test_least_squares_finds_a_curve_that_all_judgments_lie_on(c: float, d: float) -> None:
    true = Response(0.25, 1.8, c, d)
    none, half, now, half_more, saturation = true(np.array([0, 0.5, 1, 1.5, 10]))
    found = fit(none, half, half_more, saturation, now=now, method="least_squares")
    assert [found.none, found.saturation, found.c, found.d] == pytest.approx([0.25, 1.8, c, d], rel=1e-5)


@given(st.lists(PARTS, min_size=5, max_size=5).map(sorted))
def test_least_squares_misses_less_than_any_curve_beside_it(values: list[float]) -> None:
    none, half, now, half_more, saturation = values
    found = fit(none, half, half_more, saturation, now=now, method="least_squares")
    closed = fit(none, half, half_more, saturation, now=now)
    at = np.array([0, 0.5, 1, 1.5, 10])
    if WITHIN[0] <= closed.c <= WITHIN[1]:
        assert squares(found) <= ((closed(at) - values) ** 2).sum() + 1e-7
    for part in ("none", "saturation", "c", "d"):
        for factor in (0.99, 1.01):
            shape = {name: getattr(found, name) for name in ("none", "saturation", "c", "d")}
            beside = Response(**{**shape, part: shape[part] * factor})
            halfway = np.log(beside.d) / beside.c  # hours, by logarithm
            if WITHIN[0] <= beside.c <= WITHIN[1] and abs(halfway) < 15:
                assert squares(found) <= ((beside(at) - values) ** 2).sum() + 1e-7


def test_least_squares_uses_what_is_judged_for_today() -> None:
    as_judged = fit(0.47, 0.68, 1.26, 1.52, now=0.9, method="least_squares")
    as_usual = fit(0.47, 0.68, 1.26, 1.52, method="least_squares")
    assert 0.9 < as_judged(1.0) < 0.97 < as_usual(1.0) < 1.03
    assert [one.hours for one in as_judged.misfit] == [0, 0.5, 1, 1.5, 10]
    assert [one.judged for one in as_judged.misfit] == [0.47, 0.68, 0.9, 1.26, 1.52]


@pytest.mark.parametrize("method", METHODS)
@given(values=st.lists(PARTS, min_size=5, max_size=5).map(sorted))
def test_any_judgments_that_rise_give_a_curve_that_rises(method: str, values: list[float]) -> None:
    none, half, now, half_more, saturation = values
    response = fit(none, half, half_more, saturation, now=now, method=method)
    curve = response(np.linspace(0, 20, 200))
    assert np.isfinite(curve).all()
    assert (np.diff(curve) >= -1e-12).all()
    assert response.none >= 0
    assert response.none <= response.saturation
    assert len(response.misfit) == 5


@pytest.mark.parametrize(
    ("judged", "most"),
    [
        ((0.4, 0.7, 1.15, 1.15, 1), 0.06),  # half more is all that can be done
        ((0.4, 0.4, 1.15, 1.40, 1), 0.13),  # half is as good as nothing
        ((0.4, 0.7, 1.00, 1.00, 1), 0.01),  # today is all that can be done
        ((1.0, 1.0, 1.50, 2.00, 1), 0.011),  # today is as good as nothing
        ((0.0, 0.0, 2.00, 3.00, 0), 0.031),
        ((1.0, 1.0, 1.00, 1.00, 1), 0.0),  # hours don't matter
        ((0.0, 0.0, 0.00, 0.00, 0), 0.0),
    ],
)
def test_equal_judgments_are_met_as_near_as_can_be(judged: tuple[float, ...], most: float) -> None:
    response = fit(*judged[:4], now=judged[4])
    assert max(abs(one.miss) for one in response.misfit) <= most


def test_contradictions_are_told_all_at_once_with_both_judgments() -> None:
    with pytest.raises(JudgmentsContradict) as caught:
        fit(0.9, 0.8, 1.2, 1.1)
    assert caught.value.pairs == (("none", "half"), ("half_more", "saturation"))
    assert str(caught.value).splitlines() == [
        "no hours (0.9) is judged above half the hours (0.8). More hours don't bring less: correct one of the two.",
        (
            "half as many hours again (1.2) is judged above all the hours that could do any good (1.1). "
            "More hours don't bring less: correct one of the two."
        ),
    ]
    assert isinstance(caught.value, HoursRefused)
    assert isinstance(caught.value, ClientPlanError)


@given(st.lists(PARTS, min_size=5, max_size=5))
def test_judgments_are_refused_exactly_where_one_falls(values: list[float]) -> None:
    none, half, now, half_more, saturation = values
    falls = any(more < less for less, more in pairwise(values))
    assert bool(Judgments(none, half, half_more, saturation, now).contradictions()) == falls
    if falls:
        with pytest.raises(JudgmentsContradict):
            fit(none, half, half_more, saturation, now=now, method="least_squares")


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -0.1])
def test_what_is_no_result_is_refused(value: float) -> None:
    with pytest.raises(JudgmentsContradict, match=r"half the hours: .* is no result"):
        fit(0.1, value, 1.2, 1.4)


def test_decimals_of_a_plan_are_judgments() -> None:
    judged = [Decimal(value) for value in ("0.4", "0.7", "1.15", "1.45")]
    for method in METHODS:
        assert fit(*judged, method=method) == fit(0.4, 0.7, 1.15, 1.45, method=method)


def test_an_unknown_method_is_our_own_mistake() -> None:
    with pytest.raises(ValueError, match="closed"):
        fit(0.1, 0.5, 1.2, 1.4, method="guess")
