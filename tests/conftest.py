"""What the whole suite shares: plans to start from, and a workspace in a folder of the test's own."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from clientplan.plan.plan import Plan
from clientplan.plan.reading import read
from clientplan.workspace import ENVIRONMENT, Workspace

settings.register_profile("busy", deadline=None)  # how long an example takes says nothing on a busy machine
settings.load_profile("busy")

TODAY = date(2026, 9, 15)  # the day on which the sample portfolio stands still

SMALL = """\
schema: 1
client:
  name: Harrow Foods
period:
  first: 2026-01-01
  last: 2026-12-31
phase: maintenance
manager: Ruth Adeyemi
"""


@pytest.fixture(autouse=True)
def _no_workspace_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ENVIRONMENT, raising=False)


@pytest.fixture(autouse=True)
def _nothing_begun_ahead() -> Iterator[None]:
    """A command begins a process to print in, which would print for the tests that follow too."""
    yield
    if ahead := sys.modules.get("clientplan.render.ahead"):
        ahead.end()


@pytest.fixture
def small_plan() -> Plan:
    return read(SMALL)


@pytest.fixture
def empty_workspace(tmp_path: Path) -> Workspace:
    return Workspace.create(tmp_path / "workspace")


@pytest.fixture
def sample_workspace(tmp_path: Path) -> Workspace:
    return Workspace.create(tmp_path / "sample", sample=True)
