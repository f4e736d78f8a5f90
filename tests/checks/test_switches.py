from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from clientplan import checks
from clientplan.checks.figures import Advice, Log, Portfolio
from clientplan.plan.plan import Plan

TODAY = date(2026, 9, 15)
VAGUE = "objectives:\n  - id: o2\n    words: Improve it\n"
PlanWith = Callable[[Any], Plan]


def test_a_check_is_off_for_the_workspace(plan_with: PlanWith) -> None:
    plan = plan_with(VAGUE)
    assert [finding.code for finding in checks.run(plan, today=TODAY)] == ["CP404"]
    assert checks.run(plan, today=TODAY, off={"CP404": "We write in Dutch"}) == []


def test_a_check_is_off_for_one_plan(plan_with: PlanWith) -> None:
    assert checks.run(plan_with(VAGUE + "checks_off:\n  CP404: quoted\n"), today=TODAY) == []


def test_the_reasons_are_kept_and_the_plans_own_goes_first(plan_with: PlanWith) -> None:
    plan = plan_with("checks_off:\n  CP404: quoted\n")
    off = {"CP404": "Dutch", "CP401": "ten regions", "CP999": "slip", "CP402": " "}
    assert checks.switched_off(plan, off) == {"CP404": "quoted", "CP401": "ten regions"}
    assert checks.switched_off(plan) == {"CP404": "quoted"}


def test_without_a_reason_nothing_is_off(plan_with: PlanWith) -> None:
    plan = plan_with(VAGUE)
    found = checks.run(plan, today=TODAY, off={"CP404": " "})
    assert [(finding.code, finding.message) for finding in found if finding.code == "CP002"] == [
        ("CP002", "the workspace's checks_off: CP404 has no reason, so it isn't off. Write why.")
    ]
    assert "CP404" in {finding.code for finding in found}


def test_a_slip_in_the_workspace_is_told_of_the_plan_as_a_whole(plan_with: PlanWith) -> None:
    (finding,) = checks.run(plan_with({}), today=TODAY, off={"cp404": "Dutch"})
    assert (finding.code, finding.path, finding.place) == ("CP002", (), "")
    assert finding.message == "the workspace's checks_off: there is no check cp404. Did you mean CP404?"


def test_that_check_too_can_be_off(plan_with: PlanWith) -> None:
    assert checks.run(plan_with({}), today=TODAY, off={"CP999": "planned", "CP002": "we know"}) == []


def unused(plan: Plan, figures: checks.Figures | None = None) -> list[str]:
    """The codes that are off for nothing."""
    found = checks.run(plan, today=TODAY, figures=figures)
    return [str(finding.path[1]) for finding in found if finding.code == "CP003"]


def test_a_check_that_could_not_look_is_not_off_for_nothing(plan_with: PlanWith) -> None:
    plan = plan_with({"checks_off": dict.fromkeys(["CP601", "CP602", "CP802", "CP603"], "not here")})
    assert unused(plan) == []
    known = checks.Figures(log=Log(()), portfolio=Portfolio(()))
    assert unused(plan, known) == ["CP603"]
    known = checks.Figures(log=Log((), judged=True), portfolio=Portfolio((), Advice(1, 1, ())))
    assert unused(plan, known) == ["CP601", "CP602", "CP802", "CP603"]


def test_the_check_for_what_is_off_for_nothing_is_not_told_of_itself(plan_with: PlanWith) -> None:
    plan = plan_with({"checks_off": {"CP003": "we keep them", "CP401": "ten regions"}})
    silenced = checks.report(plan, today=TODAY).silenced
    assert [one.finding.place for one in silenced] == ["checks_off.CP401"]


def test_no_more_are_off_than_there_will_be_checks(plan_with: PlanWith) -> None:
    plan_with({"checks_off": {f"X{at}": "-" for at in range(200)}})
    with pytest.raises(ValidationError):
        plan_with({"checks_off": {f"X{at}": "-" for at in range(201)}})
