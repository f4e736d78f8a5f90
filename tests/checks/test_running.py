from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clientplan import checks
from clientplan.checks.figures import Advice, Contact, Holding, Log, Portfolio, Print
from clientplan.checks.places import order
from clientplan.errors import WorkspaceError
from clientplan.plan.money import Money
from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition, Phase

TODAY = date(2026, 9, 15)
PlanWith = Callable[[Any], Plan]


def any_figures(plans: st.SearchStrategy[Plan]) -> st.SearchStrategy[checks.Figures]:
    """Everything that may be known beside a plan, or nothing of it."""
    amounts = st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**12), max_value=10**12)
    money = st.builds(Money, amount=amounts, currency=st.sampled_from(["EUR", "GBP"]))
    holdings = st.builds(
        Holding,
        client=st.text(max_size=5),
        manager=st.none() | st.text(max_size=5),
        hours=st.none() | amounts,
        potential=st.none() | money,
    )
    log = st.builds(Log, st.lists(st.from_type(Contact), max_size=12).map(tuple), st.booleans())
    advice = st.builds(
        Advice, st.floats(), st.floats(), st.lists(st.tuples(st.text(max_size=5), st.floats())).map(tuple)
    )
    return st.builds(
        checks.Figures,
        phase=st.sampled_from([None, *Phase]),
        because=st.text(),
        changed=st.none() | st.dates(),
        previous=st.none() | plans,
        prints=st.lists(st.builds(Print, leaks=st.just(())), unique_by=lambda one: one.edition).map(tuple),
        log=st.none() | log,
        capacity=st.lists(st.tuples(st.text(max_size=5), amounts), max_size=3).map(tuple),
        portfolio=st.none()
        | st.builds(Portfolio, st.lists(holdings, max_size=8).map(tuple), advice=st.none() | advice),
    )


@settings(max_examples=1_000, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_no_rule_raises_on_any_plan(plans: st.SearchStrategy[Plan], data: st.DataObject) -> None:
    plan = data.draw(plans)
    today = data.draw(st.dates())
    figures = data.draw(any_figures(plans))
    rules = checks.registered()
    for edition in Edition:
        seen = plan.edition(edition)
        found = checks.run(seen, today=today, off=data.draw(st.dictionaries(st.text(), st.text())), figures=figures)
        assert len(set(found)) == len(found)
        assert all(finding.severity in rules[finding.code].severities for finding in found)
        assert found == sorted(found, key=lambda finding: (order(seen, finding.path), finding.code))
        assert all(finding.message.endswith((".", "?")) for finding in found)


def test_a_plan_of_a_thousand_rungs_is_climbed(plan_with: PlanWith) -> None:
    rungs = [{"id": f"r{at}", "serves": f"r{at - 1}"} for at in range(1, 2_000)]
    plan = plan_with({"objectives": [{"id": "r0", "serves": "r1999"}, *rungs]})
    codes = {finding.code for finding in checks.run(plan, today=TODAY)}
    assert {"CP402", "CP405", "CP410", "CP502"} <= codes


def test_findings_stand_in_the_order_of_the_plan(plan_with: PlanWith) -> None:
    plan = plan_with(
        "manager:\nnext_review:\nphase:\n"
        "objectives:\n  - id: o1\n    measure:\n      due:\n      name:\n"
        "  - id: o2\n    level:\n    words: Improve it\n"
        "actions:\n  - id: a2\n    due:\n    owner:\n    objective:\n  - id: a1\n    owner: Team\n"
    )
    assert [(finding.code, finding.place) for finding in checks.run(plan, today=TODAY)] == [
        ("CP204", "phase"),
        ("CP201", "manager"),
        ("CP201", "next_review"),
        ("CP402", "objectives[o1].measure.name"),
        ("CP402", "objectives[o1].measure.due"),
        ("CP404", "objectives[o2].words"),
        ("CP405", "objectives[o2].level"),
        ("CP501", "actions[a1].owner"),
        ("CP501", "actions[a2].objective"),
        ("CP501", "actions[a2].owner"),
        ("CP501", "actions[a2].due"),
    ]


def test_an_outcome_with_nothing_under_it_is_told_once_until_that_check_is_off(plan_with: PlanWith) -> None:
    plan = plan_with(
        "objectives:\n  - id: o5\n    words: Win the Dutch stores\n    level: outcome\n"
        "    measure: {name: stores, unit: stores, baseline: 0, target: 4, due: 2026-12-01}\n"
    )
    assert [finding.code for finding in checks.run(plan, today=TODAY)] == ["CP405"]
    assert [finding.code for finding in checks.run(plan, today=TODAY, off={"CP405": "not here"})] == ["CP502"]


def test_a_threshold_can_be_set(plan_with: PlanWith) -> None:
    plan = plan_with("next_review: 2027-01-01\n")
    assert [finding.code for finding in checks.run(plan, today=TODAY)] == ["CP202"]
    assert checks.run(plan, today=TODAY, thresholds={"CP202": {"days": 120}}) == []
    assert checks.registered()["CP202"].thresholds[0].default == 100


@pytest.mark.parametrize(
    ("thresholds", "sentence"),
    [
        ({"CP401": {"moost": 8}}, "thresholds: CP401 has no moost. Did you mean most?"),
        ({"CP401x": {"most": 8}}, "thresholds: there is no check CP401x. Did you mean CP401?"),
        ({"CP401": {"most": -1}}, "thresholds: CP401.most is “-1”. Write a number of 0 or more."),
        ({"CP401": {"most": float("nan")}}, "thresholds: CP401.most is “nan”. Write a number of 0 or more."),
        ({"CP401": {"most": float("inf")}}, "thresholds: CP401.most is “Infinity”. Write a number of 0 or more."),
        ({"CP401": {"most": 10**400}}, "thresholds: CP401.most is “1e+400”. Write a number of 0 or more."),
        ({"CP401": {"most": -(10**5000)}}, "thresholds: CP401.most is “-1e+5000”. Write a number of 0 or more."),
    ],
)
def test_a_threshold_that_is_not_there_is_refused(thresholds: Any, sentence: str, plan_with: PlanWith) -> None:
    with pytest.raises(WorkspaceError) as caught:
        checks.run(plan_with({}), today=TODAY, thresholds=thresholds)
    assert str(caught.value) == sentence


def test_all_wrong_thresholds_are_told_at_once(plan_with: PlanWith) -> None:
    with pytest.raises(WorkspaceError) as caught:
        checks.run(plan_with({}), today=TODAY, thresholds={"CP401": {"a": 1, "b": 2}, "CP9": {}})
    assert len(str(caught.value).splitlines()) == 3


def test_without_figures_the_phase_is_the_managers_to_say(plan_with: PlanWith) -> None:
    assert checks.run(plan_with({}), today=TODAY, figures=None) == []
    assert checks.run(plan_with({}), today=TODAY, figures=checks.Figures()) == []
