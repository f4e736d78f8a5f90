from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from clientplan.insight.attainment.history import KEY, history
from clientplan.insight.attainment.seasonality import USUAL, seasonality

Made = Callable[..., pd.DataFrame]
FIRST = pd.Period("2026-01", freq="M")
EVENLY = [10.0] * 12
SUMMER = [0.0, 0, 0, 0, 0, 40, 40, 40, 0, 0, 0, 0]
WINTER = [60.0, 60, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]


def of(found: object, client: str, currency: str = "EUR") -> list[float]:
    return found.of(pd.MultiIndex.from_tuples([(client, currency)], names=KEY))[0].tolist()  # type: ignore[attr-defined]


def test_one_year_of_one_client_by_hand(years: Made) -> None:
    found = seasonality(years("1", {2025: [20.0, *[8.0] * 11]}), FIRST)
    own = np.array([20, *[8] * 11]) / 108
    strength, evenness = USUAL
    book = (own + evenness / 12) / (1 + evenness)
    assert (found.strength, found.evenness) == USUAL
    assert (found.book_years, found.years.tolist()) == (1, [1])
    np.testing.assert_allclose(found.book, book)
    weight = 1 / (1 + strength)
    assert found.weight.tolist() == [weight]
    np.testing.assert_allclose(of(found, "1"), weight * own + (1 - weight) * book)


def test_few_months_with_orders_weigh_as_part_of_a_year(years: Made) -> None:
    sold, first = years("1", {2024: SUMMER, 2023: [10.0, *[0.0] * 11]}), pd.Period("2025-01", freq="M")
    known = history(sold, first)
    assert known.weights[:, 0].tolist() == [0.25, 1 / 12, 0, 0, 0]
    assert seasonality(sold, first).weight.tolist() == [pytest.approx(1 / 3 / (1 / 3 + USUAL[0]))]


def test_without_a_full_year_all_clients_lead_and_without_any_the_months_are_even(years: Made, revenue: Made) -> None:
    late = revenue(("2", "2025-02-01", 9.0, "EUR"))
    alone = seasonality(late, FIRST)
    assert alone.own.empty
    np.testing.assert_allclose(of(alone, "2"), [1 / 12] * 12)
    among = seasonality(pd.concat([late, years("1", {2025: WINTER})]), FIRST)
    assert of(among, "2") == among.book.tolist()
    assert among.book[0] > 1 / 12


def test_a_year_in_which_the_client_came_later_does_not_count(years: Made) -> None:
    known = history(years("1", {2024: [0.0, *[5.0] * 11], 2025: EVENLY}), FIRST)
    assert (known.weights[:, 0] > 0).tolist() == [True, False, False, False, False]


def test_nothing_from_the_plan_s_first_month_on_is_looked_at(years: Made) -> None:
    before = years("1", dict.fromkeys(range(2020, 2026), EVENLY))
    after = pd.concat([before, years("1", {2026: WINTER})])
    assert of(seasonality(before, FIRST), "1") == of(seasonality(after, FIRST), "1")


def test_years_are_those_before_the_plan_whatever_month_it_begins_in(years: Made) -> None:
    sold = years("1", {2024: [*[0.0] * 3, *[1.0] * 9], 2025: [*[1.0] * 3, *[0.0] * 9]})
    known = history(sold, pd.Period("2025-04", freq="M"))
    assert known.weights[:, 0].tolist() == [1, 0, 0, 0, 0]
    np.testing.assert_allclose(known.shares[0, 0], [1 / 12] * 12)


def test_a_month_of_credit_notes_is_no_month_below_zero(revenue: Made, years: Made) -> None:
    sold = pd.concat([years("1", {2025: EVENLY}), revenue(("1", "2025-03-20", -25.0, "EUR"))])
    shares = history(sold, FIRST).shares[0, 0]
    assert shares[2] == 0
    assert shares.sum() == pytest.approx(1)


def test_a_year_with_more_credited_than_invoiced_does_not_count(revenue: Made) -> None:
    sold = revenue(("1", "2024-12-05", 10.0, "EUR"), ("1", "2025-03-20", -25.0, "EUR"))
    assert history(sold, FIRST).weights.sum() == 0


def test_an_empty_table_is_even_months(revenue: Made) -> None:
    found = seasonality(revenue(), FIRST)
    assert found.book_years == 0
    np.testing.assert_allclose(of(found, "1"), [1 / 12] * 12)


def test_currencies_have_seasons_of_their_own(years: Made) -> None:
    sold = pd.concat([years("1", {2025: SUMMER}), years("1", {2025: WINTER}, "GBP")])
    found = seasonality(sold, FIRST)
    assert of(found, "1")[6] > of(found, "1", "GBP")[6]


def test_the_unit_of_the_currency_and_the_names_change_nothing(years: Made) -> None:
    sold = pd.concat([years(str(one), {2024: WINTER, 2025: [float(one + 1), *[3.0] * 11]}) for one in range(6)])
    found = seasonality(sold, FIRST)
    other = sold.assign(amount=sold["amount"] * 1000, client_id="x" + sold["client_id"])
    np.testing.assert_allclose(found.own.to_numpy(), seasonality(other, FIRST).own.to_numpy())


def book(years: Made, months: Callable[[int, int], list[float]]) -> pd.DataFrame:
    return pd.concat(
        [years(f"{one:02d}", {year: months(one, year) for year in range(2021, 2026)}) for one in range(30)]
    )


def test_the_book_says_how_much_a_client_s_own_years_are_worth(years: Made) -> None:
    noise = np.random.default_rng(7)

    def own_season(one: int, _: int) -> list[float]:
        return [(20.0 if (month - one) % 12 < 3 else 2.0) * noise.uniform(0.9, 1.1) for month in range(12)]

    def one_season(_: int, __: int) -> list[float]:
        return [(20.0 if month < 3 else 2.0) * float(noise.lognormal(0, 0.8)) for month in range(12)]

    apart, alike = seasonality(book(years, own_season), FIRST), seasonality(book(years, one_season), FIRST)
    assert apart.strength <= 2
    assert alike.strength >= 16
    assert apart.weight.min() > 0.7
    assert alike.weight.max() < 0.25
    assert alike.book[:3].sum() > 0.6
