from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from clientplan.plan.people import Results
from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition
from clientplan.render.view.slipped import Slipped, slipped
from clientplan.render.view.voice import Voice

VOICE = Voice.of("en-GB", date(2026, 9, 15))


def told(plan: Plan, edition: Edition = Edition.INTERNAL) -> Slipped | None:
    return slipped(plan.edition(edition), edition, VOICE)


def of(plan: Plan, *months: tuple[int | None, int | None]) -> tuple[str, ...]:
    """The sentences on these months, plan and actual."""
    rows: list[dict[str, Any]] = [
        {"month": f"2026-{number:02}", "plan": planned, "actual": actual}
        for number, (planned, actual) in enumerate(months, 1)
    ]
    results = Results.model_validate({"currency": "EUR", "months": rows})
    found = told(plan.replace(results=results, objectives=()))
    return found.results if found else ()


def test_results_and_objectives_with_how_far_and_since_when(full: Plan) -> None:
    found = told(full)
    assert found is not None
    assert found.title == "What slipped"
    assert found.results == (
        "Revenue: €871,400 of €925,000 planned to date (94%)",
        "Each month below its plan since Mar 2026",
    )
    assert [(one.id, one.pace, one.latest, one.status, one.since) for one in found.objectives] == [
        ("o1", "16.9\u00a0days", "17.2\u00a0days", "On track", "Behind since 31\u00a0Mar\u00a02026"),
        (
            "o2",
            "20.6\u00a0h",
            "29.5\u00a0h",
            "At risk",
            "Behind since 30\u00a0Jun\u00a02026",
        ),
        ("o4", "€964,011", "€871,400", "Off track", None),
    ]


def test_the_client_reads_of_objectives_alone(full: Plan) -> None:
    found = told(full, Edition.CLIENT)
    assert found is not None
    assert (found.title, found.results) == ("Where we are behind", ())
    assert [one.id for one in found.objectives] == ["o1", "o2"]


@pytest.mark.parametrize(
    ("months", "since"),
    [
        ([(10, 9), (10, 11), (10, 8), (10, 9), (10, None)], "Mar 2026"),
        ([(10, 5), (10, 9)], "Jan 2026"),
        ([(10, 5), (10, 10)], None),  # behind as a whole, but not this month
    ],
)
def test_since_the_first_month_of_those_in_a_row(full: Plan, months: list[Any], since: str | None) -> None:
    first, *rest = of(full, *months)
    assert "planned to date" in first
    assert rest == ([f"Each month below its plan since {since}"] if since else [])


def test_results_on_plan_have_not_slipped(full: Plan) -> None:
    assert of(full, (10, 10), (10, 11)) == ()
    assert of(full, (10, 12), (10, 8)) == ()  # as a whole
    assert of(full, (10, None)) == ()


def test_where_nothing_slipped_there_is_nothing_to_say(full: Plan) -> None:
    assert told(full.replace(results=None, objectives=full.objectives[2:3])) is None


def test_an_objective_off_track_without_a_measure(full: Plan) -> None:
    bare = full.objectives[3].replace(measure=None, words=None)
    found = told(full.replace(results=None, objectives=(bare,)))
    assert found is not None
    (slip,) = found.objectives
    assert (slip.words, slip.pace, slip.latest, slip.course) == ("Not written yet", None, None, None)
