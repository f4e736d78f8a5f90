from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from clientplan.plan.objective import Measure, Objective
from clientplan.plan.plan import Plan
from clientplan.render.view.objectives import MeasureView, objectives
from clientplan.render.view.voice import Voice

VOICE = Voice.of("en-GB", date(2026, 9, 15))


def measured(plan: Plan, **fields: Any) -> MeasureView:
    (rung,) = objectives(plan.replace(objectives=(Objective(id="o1", measure=Measure.model_validate(fields)),)), VOICE)
    assert rung.measure is not None
    return rung.measure


def test_the_ladder_in_its_order_with_its_depths(full: Plan) -> None:
    assert [(rung.id, rung.depth) for rung in objectives(full, VOICE)] == [
        ("o1", 0),
        ("o2", 1),
        ("o3", 2),
        ("o4", 0),
        ("o5", 1),
    ]


def test_a_ladder_deeper_than_the_page_indents_stays_at_the_last_step(small_plan: Plan) -> None:
    chain = tuple(Objective(id=f"o{number}", serves=f"o{number - 1}" if number else None) for number in range(6))
    assert [rung.depth for rung in objectives(small_plan.replace(objectives=chain), VOICE)] == [0, 1, 2, 3, 3, 3]


@pytest.mark.parametrize(
    ("unit", "shown"),
    [("min", ("34", "15\u00a0min")), ("GBP", ("£34", "£15")), ("%", ("34%", "15%")), (None, ("34", "15"))],
)
def test_a_plain_unit_is_said_once(small_plan: Plan, unit: str | None, shown: tuple[str, str]) -> None:
    view = measured(small_plan, unit=unit, baseline="34", target="15")
    assert (view.baseline, view.target) == shown


def test_what_is_open_is_said_to_be(small_plan: Plan) -> None:
    view = measured(small_plan, unit="min", baseline="34")
    assert (view.baseline, view.target, view.bar, view.latest) == ("34\u00a0min", "not set", None, None)


@pytest.mark.parametrize(
    ("value", "part", "words"),
    [("29.25", 0.25, "25% of the way"), ("40", 0.0, "-31% of the way"), ("10", 1.0, "126% of the way")],
)
def test_the_bar_keeps_within_its_frame_and_says_the_rest(
    small_plan: Plan, value: str, part: float, words: str
) -> None:
    view = measured(
        small_plan, unit="min", baseline="34", target="15", readings=[{"when": "2026-08-28", "value": value}]
    )
    assert view.bar is not None
    assert view.bar.part == pytest.approx(part)
    assert view.bar.alternative == words
    assert view.latest_day == "28\u00a0Aug\u00a02026"


def test_a_measure_to_hold_has_no_bar(small_plan: Plan) -> None:
    view = measured(small_plan, baseline="7", target="7", readings=[{"when": "2026-08-28", "value": Decimal(7)}])
    assert view.bar is None
    assert view.latest == "7"


def test_the_words_of_a_rung(full: Plan) -> None:
    rung = objectives(full, VOICE)[3]
    assert rung.kind == ("Outcome", "financial")
    assert rung.internal
    assert (rung.status, rung.state) == ("Off track", "off-track")


def test_an_objective_without_words_says_so(small_plan: Plan) -> None:
    (rung,) = objectives(small_plan.replace(objectives=(Objective(id="o1"),)), VOICE)
    assert (rung.words, rung.written, rung.measure) == ("Not written yet", False, None)
