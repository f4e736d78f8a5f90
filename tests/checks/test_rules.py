"""Each rule by its fixtures: what trips it and what nearly does, as plain YAML files named for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from inspect import cleandoc
from pathlib import Path
from typing import Any

import pytest

from clientplan import checks
from clientplan.plan.parsing import read_source
from clientplan.plan.plan import Plan
from clientplan.plan.reading import read

TODAY = "2026-09-15"
FIXTURES = Path(__file__).with_name("fixtures")
TRIPS = sorted((FIXTURES / "trips").glob("*.yaml"))
PASSES = sorted((FIXTURES / "passes").glob("*.yaml"))
RULES = checks.registered().values()

PlanWith = Callable[[Any], Plan]


def code(path: Path) -> str:
    return path.name.split("-")[0]


Expected = tuple[list[checks.Finding], list[str]]


@pytest.fixture
def findings(plan_with: PlanWith, figures_with: Callable[[Any], checks.Figures]) -> Callable[..., Expected]:
    """What is found in a fixture, and what it expects."""

    def find(path: Path, thresholds: Any = None) -> Expected:
        fixture = read_source(path.read_bytes()).root
        assert fixture.keys() <= {"expect", "today", "figures", "plan"}
        found = checks.run(
            plan_with(fixture.get("plan") or {}),
            today=date.fromisoformat(fixture.get("today", TODAY)),
            figures=figures_with(fixture.get("figures") or {}),
            thresholds=thresholds,
        )
        return found, fixture.get("expect", [])

    return find


@pytest.mark.parametrize("path", TRIPS, ids=lambda path: path.stem)
def test_trips_this_rule_and_no_other(path: Path, findings: Callable[..., Expected]) -> None:
    found, expected = findings(path)
    assert expected
    assert [f"{finding.severity} {finding.place}" for finding in found] == expected
    assert {finding.code for finding in found} == {code(path)}


@pytest.mark.parametrize("path", PASSES, ids=lambda path: path.stem)
def test_a_near_miss_trips_nothing(path: Path, findings: Callable[..., Expected]) -> None:
    found, expected = findings(path)
    assert "expect" not in path.read_text(encoding="utf-8")
    assert found == expected == []


@pytest.mark.parametrize("path", PASSES, ids=lambda path: path.stem)
def test_a_near_miss_differs_from_the_good_plan(path: Path, plan_with: PlanWith) -> None:
    fixture = read_source(path.read_bytes()).root
    assert plan_with(fixture.get("plan") or {}) != plan_with({}) or {"figures", "today"} & fixture.keys()


def test_the_good_plan_is_good() -> None:
    assert checks.run(read((FIXTURES / "good.yaml").read_bytes()), today=date.fromisoformat(TODAY)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_has_two_fixtures_of_each_kind(rule: checks.Rule) -> None:
    assert Counter(map(code, TRIPS))[rule.code] >= 2
    assert Counter(map(code, PASSES))[rule.code] >= 2


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_speaks_in_each_of_its_severities(rule: checks.Rule) -> None:
    expected = [
        line.split()[0]
        for path in TRIPS
        if code(path) == rule.code
        for line in read_source(path.read_bytes()).root["expect"]
    ]
    assert set(expected) == set(rule.severities)


def test_every_fixture_is_named_for_a_rule() -> None:
    assert {code(path) for path in (*TRIPS, *PASSES)} == set(checks.registered())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_its_example_trips_it_and_the_better_one_nothing(rule: checks.Rule, plan_with: PlanWith) -> None:
    """Of a rule that needs more than the plan the example is tried by its fixtures."""

    def codes(example: str) -> set[str]:
        found = checks.run(plan_with(cleandoc(example)), today=date.fromisoformat(TODAY))
        return {finding.code for finding in found}

    if rule.uses:
        assert codes(rule.example) <= {rule.code}
    else:
        assert codes(rule.example) == {rule.code}
    assert codes(rule.better) == set()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_says_what_and_why(rule: checks.Rule) -> None:
    assert rule.what.endswith(".")
    assert rule.why.endswith(".")
    assert rule.name == rule.name.lower().replace(" ", "-")
    assert list(rule.severities) == sorted(rule.severities, key=list(checks.Severity).index)


def test_the_twelve_that_matter_most_are_there() -> None:
    wanted = "CP201 CP202 CP204 CP401 CP402 CP403 CP404 CP405 CP410 CP501 CP502 CP504"
    assert set(wanted.split()) <= set(checks.registered())


@pytest.mark.parametrize(
    ("rule", "name"),
    [(rule, threshold.name) for rule in RULES for threshold in rule.thresholds],
    ids=lambda value: getattr(value, "code", value),
)
def test_every_threshold_has_an_effect(rule: checks.Rule, name: str, findings: Callable[..., Expected]) -> None:
    """On one of the rule's own fixtures."""
    own = [path for path in (*TRIPS, *PASSES) if code(path) == rule.code]
    counts = [{len(findings(path, {rule.code: {name: value}})[0]) for value in (0, 0.1, 3, 50, 999)} for path in own]
    assert any(len(found) > 1 for found in counts)
