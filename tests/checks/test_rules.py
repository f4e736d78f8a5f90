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
from clientplan.plan.plan import Plan
from clientplan.plan.reading import read
from clientplan.plan.source import read_source
from clientplan.plan.words import Phase

TODAY = "2026-09-15"
FIXTURES = Path(__file__).with_name("fixtures")
TRIPS = sorted((FIXTURES / "trips").glob("*.yaml"))
PASSES = sorted((FIXTURES / "passes").glob("*.yaml"))
RULES = checks.registered().values()

PlanWith = Callable[[Any], Plan]


def code(path: Path) -> str:
    return path.name.split("-")[0]


def findings(path: Path, plan_with: PlanWith) -> tuple[list[checks.Finding], list[str]]:
    """What is found in a fixture, and what it expects."""
    fixture = read_source(path.read_bytes()).root
    assert fixture.keys() <= {"expect", "today", "figures", "plan"}
    figures = fixture.get("figures", {})
    found = checks.run(
        plan_with(fixture["plan"]),
        today=date.fromisoformat(fixture.get("today", TODAY)),
        figures=checks.Figures(Phase(figures["phase"]), figures.get("because", "")) if figures else None,
    )
    return found, fixture.get("expect", [])


@pytest.mark.parametrize("path", TRIPS, ids=lambda path: path.stem)
def test_trips_this_rule_and_no_other(path: Path, plan_with: PlanWith) -> None:
    found, expected = findings(path, plan_with)
    assert expected
    assert [f"{finding.severity} {finding.place}" for finding in found] == expected
    assert {finding.code for finding in found} == {code(path)}


@pytest.mark.parametrize("path", PASSES, ids=lambda path: path.stem)
def test_a_near_miss_trips_nothing(path: Path, plan_with: PlanWith) -> None:
    found, expected = findings(path, plan_with)
    assert "expect" not in path.read_text(encoding="utf-8")
    assert found == expected == []


@pytest.mark.parametrize("path", PASSES, ids=lambda path: path.stem)
def test_a_near_miss_differs_from_the_good_plan(path: Path, plan_with: PlanWith) -> None:
    fixture = read_source(path.read_bytes()).root
    assert plan_with(fixture["plan"]) != plan_with({}) or "figures" in fixture


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
    def codes(example: str) -> set[str]:
        found = checks.run(plan_with(cleandoc(example)), today=date.fromisoformat(TODAY))
        return {finding.code for finding in found}

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
