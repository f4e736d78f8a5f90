"""What is written in blocks is read back as it was, by the library that reads plans."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from clientplan.plan.block import block
from clientplan.plan.editing import _AllText
from clientplan.plan.value import clean
from clientplan.plan.writing import NOT_TEXT

NOTHING = re.compile("(?!)")
texts = st.text(max_size=200).map(clean).filter(bool)
values = st.recursive(texts, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner))


def read(text: str) -> object:
    """All scalars as text, as the strict reader has them."""
    yaml = YAML(typ="safe", pure=True)
    yaml.Resolver = _AllText
    return yaml.load(text)


@given(st.dictionaries(st.sampled_from(["one", "two", "three"]), values, min_size=1))
@example({"one": "a: b # c"})
@example({"one": "- a"})
@example({"one": "it's: 'so'"})
@example({"one": "a" * 200})
@example({"one": "word " * 40 + "end"})
@example({"one": "word  " * 40 + "end"})
@example({"one": "first\n  second\n\nthird"})
@example({"one": "#\n#"})
@example({"one": "\u00a0a\n b"})
@example({"one": ["word " * 40 + "# : end", {}, [], [["a"], {"a": ["b"]}]]})
@example({"one": "... a"})
@example({"one": "--- a"})
@example({"one": "a:"})
@example({"one": "(a) [b] {c} & *d !e %f @g"})
def test_it_reads_as_it_was(given: dict[str, object]) -> None:
    assert read(block(given, str, NOT_TEXT)) == given


def test_lines_are_broken_where_words_end() -> None:
    text = block({"a": {"b": "word " * 40 + "end"}}, str, NOTHING)
    assert text.startswith("a:\n  b: >-\n    word word")
    assert max(map(len, text.splitlines())) <= 110


def test_the_first_key_of_an_item_stands_behind_its_dash() -> None:
    assert block({"a": [{"b": "c", "d": ["e"]}]}, str, NOTHING) == "a:\n  - b: c\n    d:\n      - e\n"


@pytest.mark.parametrize("text", ["no", "1:30", "2026-04-01", "1e5", "~", "0x1F", "on"])
def test_what_others_take_for_something_else_is_quoted(text: str) -> None:
    assert block({"a": text}, str, NOT_TEXT) == f"a: '{text}'\n"


def test_what_is_no_text_is_written_as_it_is_told() -> None:
    assert block({"a": 5, "b": [True]}, lambda value: f"<{value}>", NOTHING) == "a: <5>\nb:\n  - <True>\n"
