"""The hook file: read by pre-commit, which isn't needed for these tests."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from clientplan.cli.app import app
from clientplan.cli.commands import COMMANDS

FILE = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"


@pytest.fixture
def hook() -> dict[str, Any]:
    (found,) = YAML(typ="safe", pure=True).load(FILE.read_text(encoding="utf-8"))
    return found


def test_it_says_what_pre_commit_needs(hook: dict[str, Any]) -> None:
    assert {"id", "name", "entry", "language"} <= hook.keys()
    assert (hook["id"], hook["language"], hook["require_serial"]) == ("clientplan-check", "python", True)


def test_it_runs_a_command_that_there_is(hook: dict[str, Any]) -> None:
    program, command = hook["entry"].split()
    assert program == app.info.name
    assert command in COMMANDS


@pytest.mark.parametrize(
    ("file", "wanted"),
    [
        ("plans/harrow-2026.yaml", True),
        ("clients/plans/müller-2026.yaml", True),
        ("plans/.hidden.yaml", False),
        ("plans/.schema/plan-1.yaml", False),
        ("plans/old/harrow-2025.yaml", False),
        ("myplans/harrow.yaml", False),
        ("plans/notes.yaml.txt", False),
    ],
)
def test_it_runs_on_plans(hook: dict[str, Any], file: str, wanted: bool) -> None:
    assert bool(re.search(hook["files"], file)) is wanted
