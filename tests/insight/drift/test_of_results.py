from __future__ import annotations

import pandas as pd

from clientplan.insight.drift import of_months

CASE = [101, 99, 102, 98, 97, 96, 96, 95, 95, 94, 94, 93]


def months(count: int = 12) -> list[pd.Period]:
    return list(pd.period_range("2026-01", periods=count, freq="M"))


def test_a_drift_says_how_much_since_when_and_that_it_is_no_forecast() -> None:
    found = of_months(months(), [100] * 12, CASE, unit="EUR", swing=2)
    assert sum(found.shortfalls[3:]) == 42
    assert found.sentence == (
        "Drifting: 42 EUR under plan from April to December, since July more than its ups and downs explain "
        "(2 EUR a month). Against plan it has lost 0.67 EUR a month, too steadily for chance. "
        "This says what has been, not what comes."
    )


def test_a_shortfall_within_the_usual_is_none() -> None:
    found = of_months(months(6), [100] * 6, [103, 98, 102, 97, 103, 97], unit="EUR")
    assert found.sentence == (
        "No drift so far: 3 EUR under plan in June, no more than the usual ups and downs (5.24 EUR a month). "
        "This says what has been, not what comes."
    )


def test_on_plan_there_is_no_drift() -> None:
    found = of_months(months(6), [100] * 6, [101, 105, 102, 107, 103, 104], unit="EUR")
    assert found.sentence == (
        "No drift: month by month, results keep to their plan. This says what has been, not what comes."
    )


def test_few_months_or_months_that_never_vary_are_not_judged() -> None:
    assert of_months(months(3), [100] * 3, [50, 40, 30], unit="EUR").sentence == (
        "Month by month: too few months to tell a drift from chance, 3 of at least 5."
    )
    assert of_months(months(6), [100] * 6, [90] * 6, unit="EUR").sentence == (
        "Month by month: each month is as far from plan as the last, and without ups and downs no drift can be told "
        "from them."
    )


def test_a_season_in_the_plan_is_no_drift() -> None:
    plan = [50, 60, 80, 120, 160, 200, 180, 120, 90, 70, 60, 50]
    actual = [plan_ + swing for plan_, swing in zip(plan, [2, -2, 3, -3, 1, -1, 2, -2, 3, -3, 1, 0], strict=True)]
    assert of_months(months(), plan, actual, unit="EUR").alarm is None
