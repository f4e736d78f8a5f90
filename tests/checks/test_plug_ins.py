"""Checks of other packages: the recipe of docs/write-a-check.md, installed, and plug-ins that fail."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
GOOD = Path(__file__).with_name("fixtures") / "good.yaml"
PROGRAM = """
import json, sys
from datetime import date
from clientplan import checks
from clientplan.checks.rule import THEMES
from clientplan.errors import WorkspaceError
from clientplan.plan.reading import read

try:
    rules = checks.registered()
    own = [rule for code, rule in rules.items() if not code.startswith("CP")]
    plan = read(open(sys.argv[1], "rb").read())
    found = [str(finding) for finding in checks.run(plan, today=date(2026, 9, 15))]
    few = checks.run(plan, today=date(2026, 9, 15), thresholds={"ACME1": {"visits": 0}} if "ACME1" in rules else {})
    answer = {"themes": [THEMES[rule.theme] for rule in own], "last": list(rules)[-1], "found": found, "few": len(few)}
except WorkspaceError as error:
    answer = {"error": str(error)}
    try:
        answer["again"] = list(checks.registered())
    except WorkspaceError as error:
        answer["again"] = str(error)
print(json.dumps(answer))
"""


def answer(folder: Path, source: str, value: str = "acme_checks") -> dict:
    """What a fresh interpreter says with a package installed in `folder`, as an installer leaves it there."""
    (folder / "acme_checks.py").write_text(source, encoding="utf-8")
    info = folder / "acme_checks-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-checks\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[clientplan.checks]\nacme = {value}\n")
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(GOOD)], capture_output=True, text=True, env=environment, check=True
    )
    return json.loads(run.stdout)


@pytest.fixture(scope="module")
def recipe() -> str:
    return re.search(r"```python\n(.*?)```", (DOCS / "write-a-check.md").read_text(encoding="utf-8"), re.DOTALL)[1]


def test_the_recipe_works(tmp_path: Path, recipe: str) -> None:
    assert answer(tmp_path, recipe) == {
        "themes": ["plug-ins"],
        "last": "ACME1",
        "found": ["ACME1 warning actions: no visit. Plan one before 2026-12-31."],
        "few": 0,
    }


def test_a_check_that_raises_is_told_and_stops_nothing(tmp_path: Path, recipe: str) -> None:
    said = answer(tmp_path, recipe.replace("    visits = [", "    1 / 0\n    visits = ["))
    assert said["found"] == [
        "ACME1 warning this check failed (ZeroDivisionError: division by zero). Tell its author, or switch it off."
    ]


def test_a_plug_in_that_can_not_be_loaded_is_named(tmp_path: Path, recipe: str) -> None:
    said = answer(tmp_path, "import nothing_of_that_name\n" + recipe)
    assert said["error"] == (
        "The checks of acme-checks can't be loaded (ModuleNotFoundError: No module named 'nothing_of_that_name'). "
        "Update it, or uninstall it"
    )
    assert said["again"] == said["error"]


def test_nothing_stays_of_a_plug_in_that_fails_half_way(tmp_path: Path, recipe: str) -> None:
    said = answer(tmp_path, recipe + "\nimport nothing_of_that_name\n")
    assert said["again"] == said["error"]
    assert "nothing_of_that_name" in said["error"]


@pytest.mark.parametrize("code", ["CP999", "CPX1", "CP4"])
def test_our_codes_are_ours_each_time_they_are_asked_for(code: str, tmp_path: Path, recipe: str) -> None:
    said = answer(tmp_path, recipe.replace("ACME1", code))
    assert said["error"] == f"acme_checks: codes that begin with CP are Client Plan's own ({code})"
    assert said["again"] == said["error"]
