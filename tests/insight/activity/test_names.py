from __future__ import annotations

import pytest

from clientplan.insight.activity.names import PART, WHOLE, same_person


@pytest.mark.parametrize(
    ("left", "right", "surely"),
    [
        ("Ada Byron", "ada byron", WHOLE),
        ("Byron, Ada", "Ada Byron", WHOLE),
        ("A. Byron", "Ada Byron", WHOLE),
        ("ada.byron@x.example", "Ada Byron", WHOLE),
        ("Dr. Jürgen Groß", "JURGEN GROSS", WHOLE),
        ("Ada Byron (Finance)", "Ada Byron", WHOLE),
        ("Byron", "Ada Byron", PART),
        ("Frau Byron", "Ada Byron", PART),
        ("CFO", "Finance Director", PART),
        ("Head of purchasing", "Purchasing manager", 0.0),
        ("Plant manager", "Sales manager", 0.0),
        ("Manager", "Plant manager", 0.0),
        ("Ada Byron", "Ada Lovelace", 0.0),
        ("A.", "Ada Byron", 0.0),
        ("", "Ada Byron", 0.0),
    ],
)
def test_two_ways_to_write_a_person(left: str, right: str, surely: float) -> None:
    assert same_person(left, right) == surely
    assert same_person(right, left) == surely
