from __future__ import annotations

from decimal import Decimal

from clientplan.plan.people import Results


def test_results_to_date_leave_out_months_that_are_not_over() -> None:
    results = Results.model_validate(
        {
            "currency": "EUR",
            "months": [
                {"month": "2026-01", "plan": "100", "actual": "101.10"},
                {"month": "2026-02", "plan": "100", "actual": "98.20"},
                {"month": "2026-03", "plan": "100"},
                {"month": "2026-04", "actual": "7"},
            ],
        }
    )
    assert results.to_date == (Decimal("199.30"), Decimal(200))


def test_no_month_is_nothing() -> None:
    assert Results(currency="EUR").to_date == (0, 0)
