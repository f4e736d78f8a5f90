from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from clientplan.insight.attainment.phasing import LARGEST, phased, units

SHARES = st.lists(st.floats(0, 1), min_size=1, max_size=24).filter(lambda shares: sum(shares) > 1e-3)


@given(st.integers(0, LARGEST), SHARES)
def test_months_add_up_to_the_year_exactly(amount: int, shares: list[float]) -> None:
    months = phased(np.array([amount]), np.array([shares]))[0]
    assert int(months.sum()) == amount
    assert all(month == 0 for month, share in zip(months, shares, strict=True) if share == 0)


@given(st.integers(0, 10**9), SHARES)
def test_each_month_is_within_one_unit_of_its_share(amount: int, shares: list[float]) -> None:
    months = phased(np.array([amount]), np.array([shares]))[0]
    exact = amount * np.array(shares) / sum(shares)
    assert np.abs(months - exact).max() < 1 + 1e-5


@given(st.lists(st.tuples(st.integers(0, 10**9), st.lists(st.floats(0.01, 1), min_size=12, max_size=12)), min_size=1))
def test_a_client_s_months_are_the_same_among_others(rows: list[tuple[int, list[float]]]) -> None:
    amounts, shares = np.array([row[0] for row in rows]), np.array([row[1] for row in rows])
    together = phased(amounts, shares)
    alone = [phased(amounts[[at]], shares[[at]])[0] for at in range(len(rows))]
    assert (together == np.array(alone)).all()


def test_what_is_left_goes_to_the_largest_remainders_and_to_the_earlier_of_two() -> None:
    assert phased(np.array([10]), np.array([[0.5, 0.27, 0.23]]))[0].tolist() == [5, 3, 2]
    assert phased(np.array([5]), np.array([[1.0, 1.0]]))[0].tolist() == [3, 2]


def test_units_are_as_fine_as_an_amount_needs() -> None:
    whole, per = units(np.array([492000.0, 492000.5, 0.07, 12.345]))
    assert whole.tolist() == [492000, 49200050, 7, 12345]
    assert per.tolist() == [1, 100, 100, 1000]
