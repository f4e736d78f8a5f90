from __future__ import annotations

from datetime import date
from inspect import cleandoc
from typing import Any

import pytest

from clientplan import checks
from clientplan.checks import registry
from clientplan.checks.unreadable import UNREADABLE
from clientplan.errors import PlanUnreadable, Problem
from clientplan.plan.reading import read


def test_a_problem_as_a_finding() -> None:
    finding = checks.unreadable(Problem(3, 1, "phase", "isn't known here"))
    assert (finding.code, finding.severity, finding.path) == ("CP001", checks.Severity.ERROR, ())
    assert (finding.place, finding.message) == ("phase", "phase: isn't known here")
    assert checks.unreadable(Problem(0, 0, "", "the file is empty")).message == "the file is empty"


def test_it_is_described_like_a_rule_and_is_none() -> None:
    assert next(iter(checks.described())) == "CP001"
    assert checks.described().keys() - checks.registered().keys() == {"CP001"}
    assert "CP001" in checks.chosen(["plan-unreadable"]) & checks.chosen(["CP0"])
    assert UNREADABLE.what.endswith(".")
    assert UNREADABLE.why.endswith(".")


def test_its_example_cannot_be_read_and_the_better_one_gets_further() -> None:
    with pytest.raises(PlanUnreadable, match=r"Did you mean client\?"):
        read(cleandoc(UNREADABLE.example))
    with pytest.raises(PlanUnreadable) as caught:
        read(cleandoc(UNREADABLE.better))
    assert [problem.place for problem in caught.value.problems] == ["period"]


def test_no_two_checks_have_one_code() -> None:
    with pytest.raises(ValueError, match="CP001"):
        registry.rule(UNREADABLE)(lambda _plan, _context: iter(()))


def test_it_cannot_be_switched_off(plan_with: Any) -> None:
    found = checks.run(plan_with({"checks_off": {"CP001": "old files"}}), today=date(2026, 9, 15))
    assert [finding.message for finding in found if finding.code == "CP002"] == [
        "checks_off.CP001: CP001 can't be switched off. Mend the file instead."
    ]
