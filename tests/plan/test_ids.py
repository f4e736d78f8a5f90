from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clientplan.errors import PlanUnreadable
from clientplan.plan.ids import with_ids
from clientplan.plan.parsing import read_source
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
        ("actions:\n  - id : # none yet\n    what: Ask\n", "actions:\n  - id : a1 # none yet\n    what: Ask\n"),
        ("actions:\n  - ? what\n    : Ask\n", "actions:\n  - id: a1\n    ? what\n    : Ask\n"),
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


@pytest.mark.parametrize(
    "odd",
    [
        "objectives: [words: Grow]\n",
        "objectives: [{id, words: Grow}]\n",
        "objectives:\n  - ? id\n    words: Grow\n",
        "objectives:\n  - ? id\n",
        "objectives:\n  - ? id\n    : \n    words: Grow\n",
        "objectives:\n  - id: !\n    words: Grow\n",
        "objectives:\n  - id: [a]\n    words: Grow\n",
        "objectives:\n  - !\n    words: Grow\n",
        "objectives: [{#o\n}]\n",
    ],
)
def test_where_an_id_has_no_sure_place_the_file_is_left_to_its_writer(odd: str) -> None:
    assert with_ids(HEAD + odd) == HEAD + odd


def test_beside_an_odd_one_the_others_get_theirs() -> None:
    text = HEAD + "objectives:\n  - [words: a]\n  - {id, words: b}\n  - id: [c]\n  - words: d\n"
    assert with_ids(text) == text.replace("- words: d", "- id: o1\n    words: d")


SCALARS = st.sampled_from(["", "Grow", "o1", "'a: b'", '"{id}"', "!", "[x]", "{}", "# none", "|\n        text"])
FIELDS = st.tuples(st.sampled_from(["id", "words", "'id'", "id ", "? id", "? words", "serves"]), SCALARS)


def _block(fields: list[tuple[str, str]], dash: str) -> str:
    lines = [key if key.startswith("?") and not value else f"{key}: {value}" for key, value in fields]
    return dash + ("\n" + " " * len(dash)).join(lines) + "\n"


def _flow(fields: list[tuple[str, str]], braces: str) -> str:
    inside = ", ".join(f"{key}: {value}" if value else key for key, value in fields)
    return f"  - {braces[0]}{inside}{braces[1]}\n"


ITEMS = (
    st.builds(_block, st.lists(FIELDS, min_size=1, max_size=3), st.sampled_from(["  - ", "- ", "  -   ", "  - - "]))
    | st.builds(_flow, st.lists(FIELDS, max_size=3), st.sampled_from(["{}", "[]", "[ ]", ("{\n    ", "}"), ("{", "")]))
    | st.sampled_from(["  # a comment\n", "\n", "  - words\n", "  -\n", "  - !\n    words: a\n"])
)
PARTS = st.sampled_from(["objectives:\n", "actions:\n", "? actions\n: \n", "notes:\n"])
TEXTS = st.lists(st.tuples(PARTS, st.lists(ITEMS, max_size=4)), max_size=3).map(
    lambda parts: HEAD + "".join(key + "".join(items) for key, items in parts)
)


def _without_ids(text: str) -> dict:
    root = read_source(text).root
    for part in ("objectives", "actions"):
        for item in root.get(part) or ():
            if isinstance(item, dict) and isinstance(item.get("id", ""), str):
                item.pop("id", None)
    return root


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.sampled_from(["\n", "\r\n"]))
def test_whatever_is_written_nothing_changes_but_ids(text: str, end: str) -> None:
    text = text.replace("\n", end)
    try:
        mended = with_ids(text)
    except PlanUnreadable:
        return
    assert _without_ids(mended) == _without_ids(text)
    rest = iter(mended)
    assert all(letter in rest for letter in text), "nothing was taken away"
    assert with_ids(mended) == mended
