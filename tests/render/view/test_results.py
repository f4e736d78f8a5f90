from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from clientplan.plan.people import Results
from clientplan.plan.plan import Plan
from clientplan.render.view.results import ResultsView, results, worth
from clientplan.render.view.voice import Voice

VOICE = Voice.of("en-GB", date(2026, 9, 15))


def shown(plan: Plan, *months: dict[str, Any], currency: str = "EUR") -> ResultsView:
    found = results(plan.replace(results=Results.model_validate({"currency": currency, "months": months})), VOICE)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("plan", "actual", "part"), [(230, "211.9", "92%"), (328, 327, "99%"), (100, 104, "104%"), (100, -5, "-5%")]
)
def test_the_title_is_the_sentence_that_the_figures_come_to(
    small_plan: Plan, plan: int, actual: Any, part: str
) -> None:
    found = shown(small_plan, {"month": "2026-01", "plan": plan, "actual": actual}, {"month": "2026-02", "plan": 99})
    assert found.title.startswith("Revenue: ")
    assert found.title.endswith(f" of €{plan} planned to date ({part})")


def test_without_actual_figures_the_title_says_what_is_planned(small_plan: Plan) -> None:
    assert shown(small_plan, {"month": "2026-01", "plan": 5000}).title == "Revenue: €5,000 planned"


@pytest.mark.parametrize(
    ("largest", "unit", "figure"),
    [(9_999, "EUR", "9,999"), (95_000, "EUR thousand", "95.0"), (12_345_678, "EUR million", "12.3")],
)
def test_figures_are_shown_in_a_unit_that_fits_them(small_plan: Plan, largest: int, unit: str, figure: str) -> None:
    found = shown(small_plan, {"month": "2026-01", "plan": largest})
    assert (found.unit, found.rows[0].months[0].plan) == (unit, figure)


def test_months_by_name_with_the_year_where_it_begins(small_plan: Plan) -> None:
    names = ["2025-12", "2026-01", "2026-02", "spring", "2026-13"]
    found = shown(small_plan, *({"month": name, "plan": 1} for name in names))
    assert [(month.label, month.year) for month in found.rows[0].months] == [
        ("Dec", "2025"),
        ("Jan", "2026"),
        ("Feb", None),
        ("spring", None),
        ("2026-13", None),
    ]


def test_more_than_a_year_goes_into_rows_on_one_scale(small_plan: Plan) -> None:
    found = shown(small_plan, *({"month": f"m{number}", "actual": number} for number in range(1, 31)))
    assert [len(row.months) for row in found.rows] == [12, 12, 6]
    assert found.rows[0].chart.marks[-1].height == pytest.approx(12 / 30)
    assert found.rows[2].chart.marks[-1].height == 1.0


def test_the_picture_has_its_words(full: Plan) -> None:
    found = results(full, VOICE)
    assert found is not None
    assert found.alternative.startswith("Revenue: €871,400 of €925,000 planned to date (94%). A bar a month")


def test_no_figures_no_section(small_plan: Plan) -> None:
    assert results(small_plan, VOICE) is None
    assert results(small_plan.replace(results=Results(currency="EUR")), VOICE) is None
    empty = Results.model_validate({"currency": "EUR", "months": [{"month": "2026-01"}]})
    assert results(small_plan.replace(results=empty), VOICE) is None


def test_what_the_client_is_worth(full: Plan, small_plan: Plan) -> None:
    assert [(fact.label, fact.value) for fact in worth(full, VOICE)] == [
        ("Revenue a year", "€1,310,000"),
        ("Margin", "18.5%"),
        ("Potential a year", "€2,400,000"),
    ]
    assert worth(small_plan, VOICE) == ()
