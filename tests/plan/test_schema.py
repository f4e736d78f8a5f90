from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from clientplan.errors import PlanUnreadable
from clientplan.paths import sample_data
from clientplan.plan.plan import Plan
from clientplan.plan.reading import read
from clientplan.plan.schema import generated, json_schema, schema_text
from clientplan.plan.writing import write

SAMPLES = sorted((sample_data() / "plans").glob("*.yaml"))
HEAD = "schema: 1\nclient: {name: X}\nperiod: {first: 2026-01-01, last: 2026-12-31}\n"


def as_an_editor_sees_it(text: str) -> Any:
    """The document in JSON's types: an editor reads YAML 1.2 itself, and takes dates for text."""
    return json.loads(json.dumps(YAML(typ="safe", pure=True).load(text), default=str))


@pytest.fixture(scope="module")
def editor() -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    return jsonschema.Draft202012Validator(json_schema())


def complaints(editor: jsonschema.Draft202012Validator, text: str) -> list[str]:
    return [error.json_path for error in editor.iter_errors(as_an_editor_sees_it(text))]


def test_the_committed_schema_is_the_generated_one() -> None:
    assert schema_text() == generated(), "run python -m clientplan.plan.schema"


def test_there_are_sample_plans() -> None:
    assert SAMPLES


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_schema_accepts_the_sample_plans(path: Path, editor: jsonschema.Draft202012Validator) -> None:
    assert complaints(editor, path.read_text(encoding="utf-8")) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_the_schema_accepts_every_plan_that_is_written(
    plans: st.SearchStrategy[Plan], editor: jsonschema.Draft202012Validator, data: st.DataObject
) -> None:
    plan = data.draw(plans)
    assume(all(plan.checks_off.values()))  # a check that is off without a reason is told by the schema too
    assert complaints(editor, write(plan)) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("manger: Ruth\n", "$"),
        ("phase: bild\n", "$.phase"),
        ("objectives: [{id: o 1}]\n", "$.objectives[0].id"),
        ("actions: [{id: a1, ownr: Ruth}]\n", "$.actions[0]"),
        ("figures: {revenue: lots}\n", "$.figures.revenue"),
        ("revision: 0\n", "$.revision"),
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(
    text: str, place: str, editor: jsonschema.Draft202012Validator
) -> None:
    assert complaints(editor, HEAD + text) == [place]
    with pytest.raises(PlanUnreadable):
        read(HEAD + text)


@pytest.mark.parametrize("line", ["schema: 1\n", "client: {name: X}\n"])
def test_the_schema_asks_for_what_a_plan_needs(line: str, editor: jsonschema.Draft202012Validator) -> None:
    assert complaints(editor, HEAD) == []
    assert complaints(editor, HEAD.replace(line, "")) == ["$"]


def test_the_schema_says_what_a_client_may_see() -> None:
    action = json_schema()["$defs"]["Action"]["properties"]
    assert action["owner"]["edition"] == "client"
    assert "edition" not in action["hours"]
