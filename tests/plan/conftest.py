from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from hypothesis.strategies import SearchStrategy

from clientplan.plan.plan import Plan

_SPEC = importlib.util.spec_from_file_location("plan_strategies", Path(__file__).with_name("strategies.py"))
assert _SPEC is not None
assert _SPEC.loader is not None
_STRATEGIES = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(_STRATEGIES)


@pytest.fixture(scope="session")
def plans() -> SearchStrategy[Plan]:
    """Any plan, with text that is hard to write down."""
    return _STRATEGIES.plans()


@pytest.fixture(scope="session")
def nasty() -> SearchStrategy[str]:
    """Text that YAML could take for something else."""
    return _STRATEGIES.texts
