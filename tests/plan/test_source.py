"""Plan files as strict YAML: what is read as what, what is refused, and where."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientplan.errors import PlanUnreadable, Problem
from clientplan.plan.nodes import MAX_DEPTH, MAX_NODES
from clientplan.plan.parsing import MAX_BYTES, read_source


def refused(text: str | bytes) -> tuple[Problem, ...]:
    with pytest.raises(PlanUnreadable) as caught:
        read_source(text)
    return caught.value.problems


def test_every_scalar_stays_the_text_that_was_written() -> None:
    text = "a: no\nb: 1:30\nc: 0o17\nd: null\ne: 2026-09-15\nf: 'x: y'\ng: 1_000\nh: ~\ni: on\nj: 010\nk:\n"
    assert read_source(text).root == {
        "a": "no", "b": "1:30", "c": "0o17", "d": "null", "e": "2026-09-15", "f": "x: y", "g": "1_000", "h": "~",
        "i": "on", "j": "010", "k": "",
    }  # fmt: skip


def test_flow_and_block_are_the_same_nodes() -> None:
    assert read_source("a: {b: [c, {d: e}]}").root == read_source("a:\n  b:\n    - c\n    - d: e\n").root


def test_each_value_has_its_line_and_column() -> None:
    source = read_source("# comment\nclient:\n  name: X\nobjectives:\n- id: o1\n  measure: {unit: EUR}\n")
    assert source.position(()) == (2, 1)
    assert source.position(("client", "name")) == (3, 3)
    assert source.position(("objectives", 0)) == (5, 3)
    assert source.position(("objectives", 0, "id")) == (5, 3)
    assert source.position(("objectives", 0, "measure", "unit")) == (6, 13)
    assert source.position(("objectives", 0, "measure", "due")) == (6, 3)  # what is around what isn't there
    assert source.position(("objectives", 7, "id")) == (4, 1)


def test_without_a_file_nothing_has_a_place() -> None:
    source = read_source("a: b")
    source.values.clear()
    assert source.position(("c",)) == (0, 0)


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("a: &x b\n", 1, 4, "the anchor &x. Leave it out: plan files have none"),
        ("a: &x\n  b: c\n", 1, 4, "the anchor &x. Leave it out: plan files have none"),
        ("a: b\nc: *x\n", 2, 4, "the alias *x. Write the value out"),
        ("a: !!str b\n", 1, 4, "the tag tag:yaml.org,2002:str. Leave it out: plan files have none"),
        ("a: !secret b\n", 1, 4, "the tag !secret. Leave it out: plan files have none"),
        ("a: !!python/object:os.system {b: c}\n", 1, 4, "Leave it out: plan files have none"),
        ("%YAML 1.1\n---\na: b\n", 2, 1, "a % directive. Leave it out: plan files are YAML 1.2"),
        ("a: b\n---\nc: d\n", 2, 1, "a second document begins here. Keep one plan a file"),
        ("a: b\n? [c]\n: d\n", 2, 3, "a key that isn't a word"),
        ("a: b\n{c: d}: e\n", 2, 1, "a key that isn't a word"),
        ("a:\n\tb: c\n", 2, 1, "this isn't YAML"),
        ("a: [b\n", 2, 1, "this isn't YAML"),
        ("a: 'b\n", 2, 1, "this isn't YAML"),
        ("a: b: c\n", 1, 5, "Check the indentation, and put a text in quotes"),
        ("a: b\x00\n", 0, 0, "this isn't YAML"),
        ("", 0, 0, "the file is empty. A plan begins with `schema: 1`"),
        ("# nothing but a comment\n", 0, 0, "the file is empty. A plan begins with `schema: 1`"),
    ],
)
def test_what_the_format_leaves_out_is_refused_where_it_stands(text: str, line: int, column: int, message: str) -> None:
    (problem,) = refused(text)
    assert (problem.line, problem.column) == (line, column)
    assert message in problem.message


def test_repeated_keys_are_told_all_at_once_with_the_line_of_the_first() -> None:
    assert refused("a: 1\nb:\n  c: 2\n  c: 3\na: 4\n") == (
        Problem(4, 3, "c", "the key is already on line 3. Keep one of them"),
        Problem(5, 1, "a", "the key is already on line 1. Keep one of them"),
    )


def test_a_file_of_another_encoding_is_refused_with_its_line() -> None:
    (problem,) = refused("a: b\nname: Müller\n".encode("latin-1"))
    assert (problem.line, problem.message) == (2, "byte 13 isn't UTF-8. Save the file as UTF-8")
    assert "Save the file as UTF-8" in refused("a: b\n".encode("utf-16"))[0].message


@pytest.mark.parametrize("text", ["\ufeffa: b\n", b"\xef\xbb\xbfa: b\n", "a: b", "a: b\r\n", b"a: b\r\n"])
def test_marks_and_line_ends_of_other_systems_are_read(text: str | bytes) -> None:
    assert read_source(text).root == {"a": "b"}


def test_the_largest_file_is_read_and_one_byte_more_is_refused() -> None:
    text = "a: b\n#" + "x" * (MAX_BYTES - 6)
    assert len(text) == MAX_BYTES
    assert read_source(text).root == {"a": "b"}
    (problem,) = refused(text + "x")
    assert problem.message == "the file has 2,000,001 bytes. A plan has at most 2,000,000"
    assert (
        refused("ü" * (MAX_BYTES // 2 + 1))[0].message == "the file has 2,000,002 bytes. A plan has at most 2,000,000"
    )


def test_twenty_levels_are_read_and_one_more_is_refused() -> None:
    def nested(levels: int) -> str:
        return "[" * levels + "]" * levels

    assert read_source(nested(MAX_DEPTH)).root is not None
    assert read_source("a: " + nested(MAX_DEPTH - 1)).root is not None
    (problem,) = refused(nested(MAX_DEPTH + 2))
    assert (problem.line, problem.message) == (1, "more than 20 levels. That isn't a plan")


def test_a_hundred_thousand_values_are_the_most() -> None:
    (problem,) = refused("[" + "a," * MAX_NODES + "]")
    assert problem.message == "more than 100,000 values. That isn't a plan"


@pytest.mark.parametrize("mark", ["[", "{", "- ", "? ", "[{a: ", "{a: [", "a: [", '"', "'a", "&", "*", "!", "%"])
def test_ten_thousand_of_anything_is_refused_quickly(mark: str) -> None:
    begun = time.perf_counter()
    assert refused(mark * 10_000)
    assert time.perf_counter() - begun < 60  # a third of a second by itself; what hangs takes hours


def test_a_bomb_of_aliases_is_refused_at_its_first() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{name}: &{name} [*{last}, *{last}]\n" for last, name in zip("abcde", "bcdef", strict=True)
    )
    (problem,) = refused(bomb)
    assert "the anchor &a" in problem.message


@given(st.one_of(st.text(max_size=40), st.text("ab:-#[]{}&*!|>'\"%@`,?\n \t", max_size=40), st.binary(max_size=40)))
def test_any_text_is_read_or_refused(text: str | bytes) -> None:
    try:
        read_source(text)
    except PlanUnreadable as error:
        assert error.problems  # noqa: PT017 -- either outcome is right; anything else that is raised fails the test
