from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from clientplan.analysis.book import Book
from clientplan.analysis.drifts import drifts
from clientplan.analysis.portfolio import Portfolio
from clientplan.plan.plan import Plan

Books, Plans = Callable[..., Book], Callable[..., Plan]
RESULTS = "results:\n  currency: EUR\n  months:\n" + "".join(
    f"    - {{month: 2026-{at:02d}, plan: 1000}}\n" for at in range(1, 13)
)
READINGS = ", ".join(
    f"{{when: 2026-0{month}-28, value: {value}}}" for month, value in enumerate([9, 20, 29, 41, 50], 2)
)
MEASURED = f"""\
objectives:
  - id: o1
    words: It is measured
    measure: {{name: Hours, baseline: 0, target: 120, due: 2026-12-31, readings: [{READINGS}]}}
  - {{id: o2, words: It is reached, status: reached, measure: {{name: x, baseline: 0, target: 1, due: 2026-12-31}}}}
  - {{id: o3, words: It has no measure}}
  - {{id: o4, words: It has no target, measure: {{name: x}}}}
"""


def test_results_that_slide_from_their_plan(book: Books, plan: Plans) -> None:
    orders = [
        ("1", date(2026, month, 5), amount, "EUR")
        for month, amount in enumerate([1010, 990, 820, 700, 610, 480, 400, 300], 1)
    ]
    [told] = drifts(Portfolio(book(plan(more=RESULTS), orders=orders)), "1")
    assert told.startswith("Drifting: ")
    behind = 6 * 1000 - sum(amount for *_, amount, _ in orders[2:])
    assert f"{behind:,.0f} EUR under plan from March to August" in told


def test_results_that_keep_to_their_plan(book: Books, plan: Plans) -> None:
    orders = [("1", date(2026, month, 5), 1000 + 30 * (-1) ** month, "EUR") for month in range(1, 9)]
    [told] = drifts(Portfolio(book(plan(more=RESULTS), orders=orders)), "1")
    assert told.startswith("No drift")


def test_each_open_objective_that_has_a_pace(book: Books, plan: Plans) -> None:
    [told] = drifts(Portfolio(book(plan(more=MEASURED))), "1")
    assert told.startswith("o1, Hours")


@pytest.mark.parametrize("client", ["2", "nobody"])
def test_a_client_without_a_plan_does_not_drift(book: Books, plan: Plans, client: str) -> None:
    assert drifts(Portfolio(book(plan(more=RESULTS + MEASURED))), client) == []


def test_a_month_that_is_not_over_is_not_compared(book: Books, plan: Plans) -> None:
    orders = [("1", date(2026, month, 5), 1000 + 30 * (-1) ** month, "EUR") for month in range(1, 9)]
    late = [*orders, ("1", date(2026, 9, 10), 99999, "EUR")]
    one, two = (drifts(Portfolio(book(plan(more=RESULTS), orders=rows)), "1") for rows in (orders, late))
    assert one == two


def test_each_client_has_its_own(book: Books, plan: Plans) -> None:
    steady = [("1", date(2026, month, 5), 1000 + 30 * (-1) ** month, "EUR") for month in range(1, 9)]
    falling = [("2", date(2026, month, 5), 1000 - 110 * month, "EUR") for month in range(1, 9)]
    both = Portfolio(book(plan(more=RESULTS), plan("2", "Finch", RESULTS), orders=[*steady, *falling]))
    [first], [second] = drifts(both, "1"), drifts(both, "2")
    assert first.startswith("No drift")
    assert second.startswith("Drifting")
