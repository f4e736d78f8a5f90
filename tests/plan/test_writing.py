from __future__ import annotations

import difflib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from clientplan.paths import sample_data
from clientplan.plan.editing import update
from clientplan.plan.plan import Plan
from clientplan.plan.reading import read, read_with_source
from clientplan.plan.source import Path as Steps
from clientplan.plan.value import clean
from clientplan.plan.writing import SCHEMA_LINE, write

ANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
SAMPLES = sorted((sample_data() / "plans").glob("*.yaml"))

BY_HAND = """\
# yaml-language-server: $schema=.schema/plan-1.json
# Written on the train. Ask Ida about the second plant.
schema: 1
client:
  name: Harrow Foods  # as on the invoice
period:
  first: 2026-01-01
  last: 2026-12-31
phase: maintenance # since 2024
manager: 'Ruth Adeyemi'

# What we are in it for
objectives:
  # the big one
  - id: o1
    words: "Keep two of three filling lines on our film"
    measure: {name: filling lines, unit: lines, baseline: 1, target: 2, due: 2026-12-18}
    level: outcome # agreed with Ida
  # the daily one
  - id: o2
    words: Cut late deliveries from 7 to 3 %, which is what their planner sees first, and what our people see last
    serves: o1
    measure:
      name: late deliveries
      baseline: 7.0
      target: 3   # theirs
      readings:
        - when: 2026-03-31
          value: 6.5

actions:
  - id: a1
    what: Agree the Thursday call
    owner: Jonas Weiß # back on Monday
  - id: a2
    what: Book the late slot
# the end
"""


def with_at(plan: Plan, steps: Steps, value: Any) -> Plan:
    """The plan with another value at a path."""

    def change(around: Any, rest: Steps) -> Any:
        if not rest:
            return value
        if isinstance(around, tuple):
            return tuple(change(item, rest[1:]) if at == rest[0] else item for at, item in enumerate(around))
        return around.replace(**{str(rest[0]): change(getattr(around, str(rest[0])), rest[1:])})

    changed: Plan = change(plan, steps)
    return changed


def removed(old: str, new: str) -> list[str]:
    return [line[2:] for line in difflib.ndiff(old.splitlines(), new.splitlines()) if line.startswith("- ")]


def added(old: str, new: str) -> list[str]:
    return removed(new, old)


@ANY
@given(st.data())
def test_what_is_written_reads_as_the_same_plan(plans: st.SearchStrategy[Plan], data: st.DataObject) -> None:
    plan = data.draw(plans)
    text = write(plan)
    assert read(text) == plan
    assert read(text.encode()) == plan
    assert write(read(text)) == text


@ANY
@given(st.data())
def test_an_edit_reads_as_the_plan_that_was_asked_for(plans: st.SearchStrategy[Plan], data: st.DataObject) -> None:
    old, new = data.draw(plans), data.draw(plans)
    assert read(update(write(old), new)) == new


@ANY
@given(st.data())
def test_text_that_looks_like_something_else_is_text_for_other_readers_too(
    nasty: st.SearchStrategy[str], data: st.DataObject
) -> None:
    plan = read(BY_HAND).replace(notes=data.draw(nasty), manager=data.draw(nasty))
    for found in (YAML(typ="safe", pure=True).load(write(plan)), yaml.safe_load(write(plan))):
        assert found.get("notes") == plan.notes
        assert found.get("manager") == plan.manager


def test_only_what_is_filled_in_is_written_in_the_order_of_the_model(small_plan: Plan) -> None:
    assert write(small_plan.replace(actions=[{"id": "a1", "hours": "1.50", "internal": True}], notes="no")) == (
        SCHEMA_LINE
        + "schema: 1\nclient:\n  name: Harrow Foods\nperiod:\n  first: 2026-01-01\n  last: 2026-12-31\n"
        + "phase: maintenance\nmanager: Ruth Adeyemi\nactions:\n  - id: a1\n    internal: true\n    hours: 1.50\n"
        + "notes: 'no'\n"
    )


def test_the_first_line_names_the_schema_for_editors(small_plan: Plan) -> None:
    assert write(small_plan).startswith("# yaml-language-server: $schema=.schema/plan-1.json\n")


def test_a_plan_that_did_not_change_keeps_its_file_to_the_byte() -> None:
    text = "schema:    1\nclient: { name: 'X' }\nperiod: {first: 2026-01-01,  last: 2026-12-31}\r\n# end"
    assert update(text, read(text)) == text


@ANY
@given(st.data())
def test_another_word_changes_its_own_line_and_no_other(nasty: st.SearchStrategy[str], data: st.DataObject) -> None:
    steps = data.draw(
        st.sampled_from(
            [
                ("manager",),
                ("objectives", 0, "words"),
                ("objectives", 1, "words"),
                ("objectives", 1, "measure", "name"),
                ("actions", 0, "owner"),
                ("actions", 1, "what"),
            ]
        )
    )
    word = data.draw(nasty.filter(clean))
    plan, source = read_with_source(BY_HAND)
    changed = with_at(plan, steps, word)
    text = update(BY_HAND, changed)
    assert read(text) == changed
    line, _ = source.position(steps)
    assert set(removed(BY_HAND, text)) <= {BY_HAND.splitlines()[line - 1]}


@pytest.mark.parametrize(
    ("steps", "value", "line"),
    [
        (("phase",), "erosion", "phase: erosion # since 2024"),
        (("objectives", 0, "level"), "performance", "    level: performance # agreed with Ida"),
        (("objectives", 1, "measure", "target"), "2", "      target: 2   # theirs"),
        (("actions", 0, "owner"), "Ida Berg", "    owner: Ida Berg # back on Monday"),
        (("client", "name"), "Harrow & Co", "  name: Harrow & Co # as on the invoice"),
        (
            ("objectives", 0, "measure", "target"),
            "3",
            "    measure: {name: filling lines, unit: lines, baseline: 1, target: 3, due: 2026-12-18}",
        ),
    ],
)
def test_a_comment_stays_on_the_line_that_is_changed(steps: Steps, value: str, line: str) -> None:
    text = update(BY_HAND, with_at(read(BY_HAND), steps, value))
    assert [" ".join(found.split()) for found in added(BY_HAND, text)] == [" ".join(line.split())]


@pytest.mark.parametrize(
    ("steps", "value", "lines"),
    [
        (("next_review",), date(2026, 10, 12), ["next_review: 2026-10-12"]),
        (("notes",), "one\ntwo", ["notes: |-", "  one", "  two"]),
        (("actions", 1, "due"), date(2026, 10, 2), ["    due: 2026-10-02"]),
    ],
)
def test_what_is_new_is_added_and_nothing_else_moves(steps: Steps, value: Any, lines: list[str]) -> None:
    text = update(BY_HAND, with_at(read(BY_HAND), steps, value))
    assert removed(BY_HAND, text) == []
    assert added(BY_HAND, text) == lines


def test_a_field_that_is_cleared_goes_with_its_line() -> None:
    text = update(BY_HAND, read(BY_HAND).replace(phase=None))
    assert removed(BY_HAND, text) == ["phase: maintenance # since 2024"]
    assert added(BY_HAND, text) == []


def test_a_new_action_is_added_below_the_last() -> None:
    plan = read(BY_HAND)
    text = update(BY_HAND, plan.replace(actions=[*plan.actions, {"id": "a3", "what": "Ring Ida"}]))
    assert removed(BY_HAND, text) == []
    assert added(BY_HAND, text) == ["  - id: a3", "    what: Ring Ida"]


def test_an_action_that_is_taken_out_takes_only_itself() -> None:
    plan = read(BY_HAND)
    text = update(BY_HAND, plan.replace(actions=plan.actions[1:]))
    assert removed(BY_HAND, text) == [
        "  - id: a1",
        "    what: Agree the Thursday call",
        "    owner: Jonas Weiß # back on Monday",
    ]
    assert read(text).actions == plan.actions[1:]


def test_readings_that_stand_in_another_order_are_not_mixed_up() -> None:
    readings = "        - when: 2026-06-30\n          value: 5\n        - when: 2026-03-31\n          value: 6.5\n"
    text = BY_HAND.replace("        - when: 2026-03-31\n          value: 6.5\n", readings)
    plan = read(text)
    first, last = plan.objectives[1].measure.readings
    changed = with_at(plan, ("objectives", 1, "measure", "readings"), [first, last.replace(value="4")])
    assert read(update(text, changed)) == changed


def test_there_are_sample_plans() -> None:
    assert SAMPLES


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_an_edit_of_a_sample_plan_changes_one_line(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    changed = update(text, read(text).replace(manager="Ida Berg"))
    assert removed(text, changed) == ["manager: Ruth Adeyemi"]
    assert added(text, changed) == ["manager: Ida Berg"]
