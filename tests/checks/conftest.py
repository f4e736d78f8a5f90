"""Plans for the checks: one good plan, and what a test says is different about it."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis.strategies import SearchStrategy
from pydantic import TypeAdapter

from clientplan import checks
from clientplan.plan.parsing import read_source
from clientplan.plan.plan import Plan

GOOD = Path(__file__).with_name("fixtures") / "good.yaml"


def _overlaid(base: Any, change: Any) -> Any:
    """Keys replace keys, items of a list those with the same id; a key with nothing after it takes the key away.

    A list whose items have no ids is replaced as a whole.
    """
    if isinstance(base, dict) and isinstance(change, dict):
        merged = {key: _overlaid(base.get(key), value) for key, value in change.items()}
        return {key: value for key, value in {**base, **merged}.items() if value != ""}
    if isinstance(base, list) and isinstance(change, list) and all("id" in item for item in (*base, *change)):
        changes = {item["id"]: item for item in change}
        known = [_overlaid(item, changes.pop(item["id"], {})) for item in base]
        return [*known, *changes.values()]
    return change


@pytest.fixture(scope="session")
def plan_with() -> Callable[[Any], Plan]:
    """The good plan, changed by what is given: nodes, or YAML."""
    good = read_source(GOOD.read_bytes()).root

    def change(difference: Any) -> Plan:
        nodes = read_source(difference).root if isinstance(difference, str) else difference
        return Plan.model_validate(_overlaid(good, nodes) | {"schema": 1})

    return change


@pytest.fixture(scope="session")
def figures_with(plan_with: Callable[[Any], Plan]) -> Callable[[Any], checks.Figures]:
    """Figures from the nodes of a fixture; the plan before is the good plan of the year before, changed."""
    last_year = {"period": {"first": "2025-01-01", "last": "2025-12-31"}}

    def make(nodes: Any) -> checks.Figures:
        if "previous" in nodes:
            nodes = {**nodes, "previous": plan_with(_overlaid(last_year, nodes["previous"] or {}))}
        return TypeAdapter(checks.Figures).validate_python(nodes)

    return make


@pytest.fixture(scope="session")
def plans() -> SearchStrategy[Plan]:
    """Any plan; the strategy is the one that tests the plan itself."""
    path = Path(__file__).parents[1] / "plan" / "strategies.py"
    spec = importlib.util.spec_from_file_location("plan_strategies", path)
    assert spec is not None
    assert spec.loader is not None
    strategies = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(strategies)
    return strategies.plans()
