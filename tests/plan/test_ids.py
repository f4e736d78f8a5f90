from __future__ import annotations

import pytest

from clientplan.errors import PlanUnreadable
from clientplan.plan.ids import with_ids
from clientplan.plan.reading import read

HEAD = """\
# The plan of Harrow
schema: 1
client: {name: Harrow}
period: {first: 2026-01-01, last: 2026-12-31}
"""


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("objectives:\n  - words: Grow\n", "objectives:\n  - id: o1\n    words: Grow\n"),
        ("objectives:\n- words: Grow  # much\n", "objectives:\n- id: o1\n  words: Grow  # much\n"),
        ("actions:\n  -   what: Ask\n", "actions:\n  -   id: a1\n      what: Ask\n"),
        (
            "objectives:\n  - id: o1\n  # the second\n  - words: b\n  - words: c\n",
            "objectives:\n  - id: o1\n  # the second\n  - id: o2\n    words: b\n  - id: o3\n    words: c\n",
        ),
        ("actions: [{what: Ask}, {id: a1}]\n", "actions: [{id: a2, what: Ask}, {id: a1}]\n"),
        ("actions:\n  - {}\n", "actions:\n  - {id: a1}\n"),
        ("actions:\n  - id:\n    what: Ask\n", "actions:\n  - id: a1\n    what: Ask\n"),
        ("actions:\n  - what: Ask\n    id: ask\n", "actions:\n  - what: Ask\n    id: ask\n"),
        ("objectives:\nactions: []\n", "objectives:\nactions: []\n"),
        ("objectives:\n  - just words\n", "objectives:\n  - just words\n"),
    ],
)
def test_what_has_no_id_gets_one_and_all_else_stays(written: str, mended: str) -> None:
    assert with_ids(HEAD + written) == HEAD + mended
    assert with_ids(HEAD + mended) == HEAD + mended


def test_the_plan_can_be_read_then() -> None:
    text = HEAD + "objectives:\n  - words: Grow\n    serves: o7\n  - words: Win\nactions:\n  - what: Ask\n"
    with pytest.raises(PlanUnreadable):
        read(text)
    plan = read(with_ids(text))
    assert [objective.id for objective in plan.objectives] == ["o1", "o2"]
    assert [action.id for action in plan.actions] == ["a1"]


def test_windows_line_ends_and_a_byte_order_mark() -> None:
    text = "\ufeff" + (HEAD + "actions:\n  - what: Ask\n").replace("\n", "\r\n")
    assert read(with_ids(text)).actions[0].id == "a1"


def test_a_blank_in_quotes_is_left_to_its_writer() -> None:
    text = HEAD + "actions:\n  - id: ''\n    what: Ask\n"
    assert with_ids(text) == text


def test_what_is_no_yaml_is_refused() -> None:
    with pytest.raises(PlanUnreadable):
        with_ids("objectives: [\n")
