from __future__ import annotations

import unicodedata
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from clientplan.cli.outputs.excerpt import excerpt, lines
from clientplan.cli.visible import visible, visible_lines


@pytest.mark.parametrize(
    ("line", "start", "end", "shown", "carets"),
    [
        ("name: Harrow", 0, 12, "name: Harrow", "^" * 12),
        ("  a: 1  # why", 2, 6, "  a: 1  # why", "  ^^^^"),
        ("名前: はる", 0, 2, "名前: はる", "^^^^"),
        ("名前: はる", 4, 6, "名前: はる", " " * 6 + "^^^^"),
        ("a:\tb", 3, 4, "a:    b", " " * 6 + "^"),
        ("a: e\u0301e", 3, 5, "a: e\u0301e", "   ^"),
        ("a: \x1b[31m\u202e", 3, 4, "a: ␛[31m�", "   ^"),
        ("due:", 4, 4, "due:", "    ^"),
        ("short", 90, 95, "short", "     ^"),
        ("", 0, 0, "", "^"),
    ],
)
def test_carets_stand_under_what_is_marked(line: str, start: int, end: int, shown: str, carets: str) -> None:
    assert excerpt(line, start, end, 80) == (shown, carets)


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "a" * 100 + "XYZ" + "b" * 100
    assert excerpt(line, 100, 103, 60) == ("…" + "a" * 20 + "XYZ" + "b" * 35 + "…", " " * 21 + "^^^")
    assert excerpt(line, 0, 2, 60) == ("a" * 58 + "…", "^^")
    shown, carets = excerpt(line[:103], 100, 103, 60)
    assert (shown, carets) == ("…" + "a" * 55 + "XYZ", " " * 56 + "^^^")


@given(
    st.text(st.sampled_from("ab 納\té\u0301🙂\u202e"), max_size=90), st.integers(0, 95), st.integers(0, 95),
    st.integers(30, 60),
)  # fmt: skip
def test_it_always_fits_and_always_marks(line: str, start: int, end: int, width: int) -> None:
    shown, carets = excerpt(line, start, end, width)
    assert cell_len(shown) <= width
    assert len(carets) <= width + 1
    assert set(carets.lstrip(" ")) == {"^"}


def test_a_long_line_is_measured_only_around_the_place() -> None:
    line = "k: \x1b, " * 100_000
    begun = perf_counter()
    for start in range(0, len(line), 5_000):
        assert len(excerpt(line, start, start + 1, 80)[0]) > 70
    assert perf_counter() - begun < 2


def test_marks_without_width_are_not_taken_for_the_whole_line() -> None:
    line = "e" + "\u0301" * 400 + "x" * 50
    shown, carets = excerpt(line, 200, 201, 40)
    assert (shown[0], shown[-1], cell_len(shown) <= 40, carets.strip()) == ("…", "…", True, "^")


def test_a_text_of_several_lines_keeps_them() -> None:
    assert visible_lines("a\x1b[2J\r\n  b\x07\n\u202ec") == "a␛[2J\n  b␇\n�c"


@given(st.text())
def test_nothing_moves_the_cursor(text: str) -> None:
    shown = visible(text)
    assert not any(unicodedata.category(mark) in {"Cc", "Zl", "Zp"} for mark in shown)
    assert "\u202e" not in shown


def test_lines_are_those_of_the_reader() -> None:
    assert lines("a\r\nb\rc\nd\u2028e\x0bf") == ["a", "b", "c", "d\u2028e\x0bf"]
