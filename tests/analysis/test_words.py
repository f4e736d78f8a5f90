from __future__ import annotations

from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientplan.analysis.words import in_words, known


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C", "D"], "A, B, C and D"),
        (["A", "B", "C", "D", "E"], "A, B, C and 2 others"),
        (list("ABCDEFGHIJ"), "A, B, C and 7 others"),
    ],
)
def test_names_in_a_sentence(names: list[str], said: str) -> None:
    assert in_words(names) == said


@given(st.integers(5, 1000))
def test_nobody_is_forgotten(count: int) -> None:
    assert in_words(["x"] * count) == f"x, x, x and {count - 3} others"


def test_what_is_missing_in_a_table_is_nothing() -> None:
    assert known(nan) is None
    assert known(0.0) == 0.0
