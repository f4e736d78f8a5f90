"""An edit leaves what it doesn't touch as it was written: shown on files that people lay out as they like."""

from __future__ import annotations

import difflib
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clientplan.plan import editing
from clientplan.plan.editing import update
from clientplan.plan.plan import Plan
from clientplan.plan.reading import read
from clientplan.plan.writing import SCHEMA_LINE, write

ANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])

BY_HAND = """\
# Written on the train. Ask Ida about the second plant.
schema: 1   # one
client: {name: "Harrow Foods"  , industry: 'Food' }
period:
    first: 2026-01-01
    last:   2026-12-31

# ours alone
notes: "a long line in double quotes, that goes on and on and on and on and on and on and on and on and on and on"
phase_reason: a plain text
  on two lines
# What we are in it for
objectives:
# the big one
- id: o1  # asked for by Ida
  words: >
    folded text that is
    on two lines
  # how we know
  measure: {baseline: 480 000, target: 500_000, unit: "EUR", due: 2026-12-01}
# the daily one
- id: o2 # second
  words: |   # as they said it
    literal

    text
  level:
  measure:
    readings:
      # out of order
      - when: 2026-06-30
        value: 5.0   # by phone
      - when: 2026-03-31
        value: 6
  # end of the daily one

# what we do
actions:
- {id: a1, what: x}   # in a row

manager: "no"
# the end
"""


def changed(text: str, **fields: Any) -> list[str]:
    """The lines that an edit takes away and adds, in their order."""
    plan = read(text).replace(**fields)
    edited = update(text, plan)
    assert read(edited) == plan
    lines = difflib.ndiff(text.splitlines(keepends=True), edited.splitlines(keepends=True))
    return [line.rstrip("\n") for line in lines if line[0] in "+-"]


def objectives(**fields: Any) -> list[Any]:
    """Those of the file, with changes by id; None leaves one out."""
    listed = read(BY_HAND).objectives
    changes = {objective.id: fields.get(objective.id, {}) for objective in listed}
    return [objective.replace(**changes[objective.id]) for objective in listed if changes[objective.id] is not None]


def measure(**fields: Any) -> dict[str, Any]:
    found = read(BY_HAND).objectives[0].measure
    assert found is not None
    return {"measure": found.replace(**fields)}


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        ({"manager": "Ruth Adeyemi"}, ['- manager: "no"', "+ manager: Ruth Adeyemi"]),
        ({"manager": None}, ["- ", '- manager: "no"']),
        ({"phase": "build"}, ["+ phase: build"]),
        ({"next_review": date(2026, 10, 12)}, ["+ next_review: 2026-10-12"]),
        (
            {"client": {"name": "Harrow", "industry": "Food"}},
            ["- client: {name: \"Harrow Foods\"  , industry: 'Food' }", "+ client: {name: Harrow, industry: 'Food'}"],
        ),
        (
            {"period": {"first": "2026-02-01", "last": "2026-12-31"}},
            ["-     first: 2026-01-01", "+     first: 2026-02-01"],
        ),
        (
            {"phase_reason": "two\nlines"},
            ["- phase_reason: a plain text", "-   on two lines", "+ phase_reason: |-", "+   two", "+   lines"],
        ),
        ({"objectives": objectives(o1={"level": "outcome"})}, ["+   level: outcome"]),
        ({"objectives": objectives(o2={"level": "process"})}, ["-   level:", "+   level: process"]),
        (
            {"objectives": objectives(o2={"words": "in short"})},
            [
                "-   words: |   # as they said it",
                "+   words: in short   # as they said it",
                "-     literal",
                "- ",
                "-     text",
            ],
        ),
        (
            {"objectives": objectives(o1=measure(target=None))},
            [
                '-   measure: {baseline: 480 000, target: 500_000, unit: "EUR", due: 2026-12-01}',
                '+   measure: {baseline: 480 000, unit: "EUR", due: 2026-12-01}',
            ],
        ),
        (
            {"objectives": objectives(o1=measure(name="a, b"))},
            [
                '-   measure: {baseline: 480 000, target: 500_000, unit: "EUR", due: 2026-12-01}',
                "+   measure: {baseline: 480 000, target: 500_000, unit: \"EUR\", due: 2026-12-01, name: 'a, b'}",
            ],
        ),
        (
            {"actions": [{"id": "a1", "what": "x", "hours": 2}]},
            ["- - {id: a1, what: x}   # in a row", "+ - {id: a1, what: x, hours: 2}   # in a row"],
        ),
        (
            {"actions": [{"id": "a1", "what": "x"}, {"id": "a2", "note": "two\nlines"}]},
            ["+ - id: a2", "+   note: |-", "+     two", "+     lines"],
        ),
        ({"actions": [{"id": "a2"}]}, ["- - {id: a1, what: x}   # in a row", "+ - id: a2"]),
        ({"actions": []}, ["- ", "- actions:", "- - {id: a1, what: x}   # in a row"]),
        (
            {"objectives": objectives(o1=None)},
            [
                "- - id: o1  # asked for by Ida",
                "-   words: >",
                "-     folded text that is",
                "-     on two lines",
                "-   # how we know",
                '-   measure: {baseline: 480 000, target: 500_000, unit: "EUR", due: 2026-12-01}',
            ],
        ),
    ],
)
def test_only_what_was_asked_for_changes(fields: dict[str, Any], lines: list[str]) -> None:
    assert [line for line in changed(BY_HAND, **fields) if not line.startswith("?")] == lines


MANAGER_FIRST = """\
# yaml-language-server: $schema=.schema/plan-1.json
manager: Ruth   # since May
# the schema
schema: 1

# the client
client:   # of old
    # its name
    name: Harrow
    id: K-1   # in the CRM
period: {first: 2026-01-01, last: 2026-12-31}
# why
intent:
  client:
    # theirs
    words: "more of it"
    # said by phone
    basis: stated   # twice

      # odd
    when: 2026-03-01
objectives:
  - id: o1
    measure:
      # how
      name: revenue
      # from
      baseline: 480 000
actions:
- # the first
  owner: Ida
  id: a1
# the second
- owner: Ida   # from May
  # what it is called
  id: a2
  what: x
-
  owner: Ida
  id: a3
checks_off:
  # for now
  CP404: agreed
"""


@pytest.mark.parametrize(
    ("old", "new", "fields"),
    [
        ("manager: Ruth   # since May\n", "", {"manager": None}),
        ('    words: "more of it"\n', "", {"intent": {"client": {"basis": "stated", "when": "2026-03-01"}}}),
        (
            '    words: "more of it"\n    # said by phone\n    basis: stated   # twice\n',
            "    # said by phone\n",
            {"intent": {"client": {"when": "2026-03-01"}}},
        ),
        ("      name: revenue\n", "", {"objectives": [{"id": "o1", "measure": {"baseline": "480000"}}]}),
        (
            "      name: revenue\n      # from\n      baseline: 480 000\n",
            "      # from\n      unit: EUR\n",
            {"objectives": [{"id": "o1", "measure": {"unit": "EUR"}}]},
        ),
        ("  owner: Ida\n  id: a1\n", "  id: a1\n", {"actions": {"a1": {"owner": None}}}),
        (
            "- owner: Ida   # from May\n  # what it is called\n  id: a2\n",
            "  # what it is called\n- id: a2\n",
            {"actions": {"a2": {"owner": None}}},
        ),
        ("-\n  owner: Ida\n  id: a3\n", "-\n  id: a3\n", {"actions": {"a3": {"owner": None}}}),
        ("  CP404: agreed\n", "  CP405: agreed\n", {"checks_off": {"CP405": "agreed"}}),
    ],
)
def test_a_first_key_goes_like_any_other(old: str, new: str, fields: dict[str, Any]) -> None:
    plan = read(MANAGER_FIRST)
    if isinstance(changes := fields.get("actions"), dict):
        fields = {"actions": [action.replace(**changes.get(action.id, {})) for action in plan.actions]}
    assert MANAGER_FIRST.count(old) == 1
    edited = update(MANAGER_FIRST, plan.replace(**fields))
    assert edited == MANAGER_FIRST.replace(old, new)
    assert read(edited) == plan.replace(**fields)


@ANY
@given(st.data())
def test_every_comment_outlives_a_first_key_that_goes(plans: st.SearchStrategy[Plan], data: st.DataObject) -> None:
    old = data.draw(plans).replace(manager="Ruth")
    first = next(line for line in write(old).splitlines(keepends=True) if line.startswith("manager:"))
    text, comments = commented(first + write(old).replace(f"\n{first}", "\n", 1))
    edited = editing._edited(text, old, old.replace(manager=None))
    assert edited == text.replace(first, "", 1)
    assert [line for line in edited.splitlines() if line.startswith("# c")] == comments


def test_items_move_with_their_comments() -> None:
    plan = read(BY_HAND)
    edited = update(BY_HAND, plan.replace(objectives=plan.objectives[::-1]))
    assert sorted(edited.splitlines()) == sorted(BY_HAND.splitlines())
    for comment, item in [("# the big one", "- id: o1  # asked for by Ida"), ("# the daily one", "- id: o2 # second")]:
        assert f"{comment}\n{item}\n" in edited
    assert edited.index("# the daily one") < edited.index("# the big one") < edited.index("# what we do")


def test_readings_in_another_order_are_sorted_and_none_is_mixed_up() -> None:
    plan = read(BY_HAND)
    found = plan.objectives[1].measure
    assert found is not None
    first, last = found.readings
    readings = found.replace(readings=[first, last.replace(value=4)])
    edited = update(BY_HAND, plan.replace(objectives=objectives(o2={"measure": readings})))
    assert (
        "      - when: 2026-03-31\n        value: 6\n"
        "      # out of order\n      - when: 2026-06-30\n        value: 4   # by phone\n"
    ) in edited


@pytest.mark.parametrize("text", [BY_HAND, BY_HAND.rstrip("\n"), BY_HAND.replace("# the end\n", "")])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_line_ends_and_marks_stay_as_they_are(text: str, mark: str, line_end: str) -> None:
    text = mark + text.replace("\n", line_end)
    edited = update(text, read(text).replace(manager="Ruth", phase="build"))
    last = f"    last:   2026-12-31{line_end}"
    assert edited == text.replace('"no"', "Ruth").replace(last, f"{last}phase: build{line_end}")


@ANY
@given(st.data())
def test_the_text_is_followed_whatever_the_edit(plans: st.SearchStrategy[Plan], data: st.DataObject) -> None:
    old, new = data.draw(plans), data.draw(plans)
    text, comments = commented(write(old))
    edited = editing._edited(text, old, new)
    assert read(edited) == new
    assert [line for line in edited.splitlines() if line.startswith("# c")] == comments


def commented(text: str) -> tuple[str, list[str]]:
    """The text with a comment above each key that stands at the left edge."""
    lines: list[str] = []
    for line in text.removeprefix(SCHEMA_LINE).splitlines(keepends=True):
        if line[0] not in " \n":
            lines.append(f"# c{len(lines)}\n")
        lines.append(line)
    return "".join(lines), [line.strip() for line in lines if line.startswith("# c")]


def test_a_file_that_cannot_be_followed_is_written_anew() -> None:
    text = "{schema: 1, client: {name: X}, period: {first: 2026-01-01, last: 2026-12-31}}\n"
    plan = read(text).replace(manager="Ruth")
    assert update(text, plan) == write(plan)
