from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from clientplan.plan.plan import Period, Plan
from clientplan.plan.words import Edition

BARE = {"client": {"name": "Harrow Foods"}, "period": {"first": "2026-01-01", "last": "2026-12-31"}}


def plan_of(**fields: object) -> Plan:
    return Plan.model_validate({**BARE, **fields})


def ladder_of(*links: tuple[str, str | None]) -> list[tuple[int, str]]:
    plan = plan_of(objectives=[{"id": name, "serves": serves} for name, serves in links])
    return [(depth, objective.id) for depth, objective in plan.ladder()]


def test_client_and_period_are_enough_to_begin() -> None:
    plan = plan_of()
    assert plan.schema_ == 1
    assert (plan.revision, plan.objectives, plan.next_step(), plan.last_review) == (1, (), None, None)


@pytest.mark.parametrize("missing", ["client", "period"])
def test_without_client_or_period_there_is_no_plan(missing: str) -> None:
    with pytest.raises(ValidationError, match=missing):
        Plan.model_validate({key: value for key, value in BARE.items() if key != missing})


@pytest.mark.parametrize("name", ["", "  ", "\u200b"])
def test_a_client_has_a_name(name: str) -> None:
    with pytest.raises(ValidationError, match="name"):
        plan_of(client={"name": name})


@pytest.mark.parametrize("last", ["2026-01-01", "2025-12-31"])
def test_the_first_day_lies_before_the_last(last: str) -> None:
    with pytest.raises(ValidationError, match="must lie before the last day"):
        Period(first="2026-01-01", last=last)


def test_a_period_holds_both_its_ends() -> None:
    period = Period(first="2026-01-01", last="2026-12-31")
    assert period.first in period
    assert period.last in period
    assert period.first - timedelta(1) not in period
    assert period.last + timedelta(1) not in period


@pytest.mark.parametrize("kind", ["objectives", "actions"])
def test_an_id_is_used_once(kind: str) -> None:
    with pytest.raises(ValidationError, match="id x is used more than once"):
        plan_of(**{kind: [{"id": "x"}, {"id": "y"}, {"id": "x"}]})


def test_reviews_stand_by_date() -> None:
    plan = plan_of(reviews=[{"when": "2026-06-30"}, {"when": "2026-03-31"}])
    assert plan.last_review is not None
    assert plan.last_review.when == date(2026, 6, 30)


@pytest.mark.parametrize("locale", ["en", "en-GB", "de_AT", "zh-Hans-CN"])
def test_a_locale(locale: str) -> None:
    assert plan_of(locale=locale).locale == locale


@pytest.mark.parametrize("locale", ["english", "EN", "en-gb", "e"])
def test_what_is_no_locale(locale: str) -> None:
    with pytest.raises(ValidationError):
        plan_of(locale=locale)


def test_the_ladder_goes_down_from_each_top() -> None:
    assert ladder_of(("p1", "f1"), ("o1", None), ("f1", "o1"), ("o2", None), ("f2", "o1")) == [
        (0, "o1"),
        (1, "f1"),
        (2, "p1"),
        (1, "f2"),
        (0, "o2"),
    ]


def test_what_serves_nothing_that_is_there_stands_on_top() -> None:
    assert ladder_of(("f1", "gone"), ("p1", "f1")) == [(0, "f1"), (1, "p1")]


def test_a_circle_is_walked_once() -> None:
    assert ladder_of(("a", "c"), ("b", "a"), ("c", "b"), ("d", "d")) == [(0, "a"), (1, "b"), (2, "c"), (0, "d")]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_the_ladder_holds_each_objective_once(plans: st.SearchStrategy[Plan], data: st.DataObject) -> None:
    plan = data.draw(plans)
    names = [objective.id for _, objective in plan.ladder()]
    assert sorted(names) == sorted(objective.id for objective in plan.objectives)


def test_a_deep_ladder_is_climbed() -> None:
    rungs = [("r0", None), *((f"r{at}", f"r{at - 1}") for at in range(1, 3_000))]
    assert ladder_of(*rungs)[-1] == (2_999, "r2999")


def test_what_serves_an_objective_directly() -> None:
    plan = plan_of(objectives=[{"id": "o1"}, {"id": "p1", "serves": "o1"}, {"id": "p2", "serves": "p1"}])
    assert [objective.id for objective in plan.below("o1")] == ["p1"]
    assert plan.objective("p1") is plan.objectives[1]
    assert plan.objective("p9") is plan.objective(None) is None


def test_the_next_step_is_the_open_action_that_is_due_first() -> None:
    plan = plan_of(
        actions=[
            {"id": "a1", "due": "2026-02-01", "status": "done"},
            {"id": "a2"},
            {"id": "a4", "due": "2026-05-01"},
            {"id": "a3", "due": "2026-05-01"},
            {"id": "a5", "due": "2026-09-01"},
        ]
    )
    step = plan.next_step()
    assert step is not None
    assert step.id == "a3"


def test_the_internal_edition_is_the_plan_itself() -> None:
    plan = plan_of(notes="ours alone")
    assert plan.edition(Edition.INTERNAL) is plan
