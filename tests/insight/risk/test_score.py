from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clientplan.insight import risk

TODAY = date(2026, 1, 5)
SCORERS = [risk.score, risk.two_facts]
Made = Callable[..., pd.DataFrame]
slow = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def auc(happened: np.ndarray, score: np.ndarray) -> float:
    """The chance that one to whom it happened stands above one to whom it didn't."""
    ranks = pd.Series(score).rank().to_numpy()
    count = happened.sum()
    return float((ranks[happened].sum() - count * (count + 1) / 2) / (count * (len(happened) - count)))


def later(orders: pd.DataFrame, index: pd.Index) -> pd.Series:
    """Spend of the half year from today."""
    days = pd.to_datetime(orders["date"])
    coming = orders[(days >= pd.Timestamp(TODAY)) & (days < pd.Timestamp(TODAY) + pd.Timedelta(days=182))]
    return coming.groupby("client_id")["amount"].sum().reindex(index).fillna(0.0)


@pytest.mark.parametrize("score", SCORERS)
def test_who_slows_down_before_falling_stands_higher(trade: Made, score: Callable[..., pd.Series]) -> None:
    orders = trade(seed=3, clients=300)
    told = risk.explain(orders, TODAY)
    can = (told["tenure_days"] >= 364) & (told["run_rate"] > 0)
    fell = later(orders, told.index) < told["run_rate"]
    assert auc(fell[can].to_numpy(), score(orders, TODAY)[can].to_numpy()) > 0.8


def test_precedents_decide_where_there_are_enough(trade: Made) -> None:
    orders = trade()
    assert risk.score(orders, TODAY).rank().tolist() != risk.two_facts(orders, TODAY).rank().tolist()


def test_under_a_year_of_rows_two_facts_decide(trade: Made) -> None:
    orders = trade()
    orders = orders[orders["date"] >= TODAY - timedelta(days=300)]
    pd.testing.assert_series_equal(risk.score(orders, TODAY), risk.two_facts(orders, TODAY))


@pytest.mark.parametrize("score", SCORERS)
@given(seed=st.integers(0, 99), rate=st.sampled_from([0.01, 0.855, 7.46, 100.0]))
@slow
def test_what_must_not_matter(trade: Made, score: Callable[..., pd.Series], seed: int, rate: float) -> None:
    orders = trade(seed=seed, clients=60)
    plain = score(orders, TODAY)

    def alike(other: pd.Series, name: str) -> None:
        np.testing.assert_allclose(other.reindex(plain.index), plain, rtol=0, atol=1e-9, err_msg=name)

    alike(score(orders.assign(amount=orders["amount"] * rate), TODAY), "currency")
    alike(score(orders.sample(frac=1, random_state=seed), TODAY), "order of the rows")
    dates = pd.to_datetime(orders["date"])
    alike(
        score(orders.assign(date=dates + pd.Timedelta(days=1_461)), TODAY + timedelta(days=1_461)), "four years later"
    )
    alike(score(orders[dates < pd.Timestamp(TODAY)], TODAY), "rows from today on")
    names = {name: f"{(int(name.split()[1]) * 37) % 1_009:04d}" for name in plain.index}
    renamed = score(orders.assign(client_id=orders["client_id"].map(names)), TODAY)
    alike(pd.Series({name: renamed[other] for name, other in names.items()}), "names")


@pytest.mark.parametrize("score", SCORERS)
def test_the_same_book_gives_the_same_bits(trade: Made, score: Callable[..., pd.Series]) -> None:
    pd.testing.assert_series_equal(score(trade(), TODAY), score(trade(), TODAY), check_exact=True)


ids = st.one_of(st.none(), st.integers(0, 5), st.sampled_from(["a", "B", "ü"]))
days = st.one_of(st.none(), st.dates(date(1700, 1, 1), date(2200, 1, 1)), st.dates(date(2023, 1, 1), TODAY))
amounts = st.one_of(st.none(), st.floats(), st.integers(-1_000, 1_000))


@given(st.lists(st.tuples(ids, days, amounts), max_size=25), st.sampled_from([(None, None), (28, 7), (728, 364)]))
def test_it_never_fails(lines: list[tuple[object, object, object]], spans: tuple[int | None, int | None]) -> None:
    orders = pd.DataFrame(lines, columns=["client_id", "date", "amount"])
    known = {
        client
        for client, day, amount in lines
        if client is not None and day is not None and day < TODAY and amount is not None and np.isfinite(amount)
    }
    for score in SCORERS:
        found = score(orders, TODAY, *spans)
        assert np.isfinite(found.to_numpy()).all()
        assert set(found.index) == known
    assert set(risk.explain(orders, TODAY).index) == known


def test_other_spans_are_heeded(trade: Made) -> None:
    orders = trade()
    assert not np.allclose(risk.score(orders, TODAY), risk.score(orders, TODAY, window=182, horizon=91))
