from __future__ import annotations

import pytest

from clientplan.checks.raw import rows


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("a\tb\nc\td", 2),
        ("a | b\n--- | ---\nc | d\n\ne | f", 3),
        ("2026-01 15 000 14,404\nJan 15.000 €3", 2),
        ("2026-01;15000;14404\n2026-02;15000;14028", 2),
        ("1 2\nprose\n3 4\n5 6", 2),
        ("In 2026 they bought 3 lines\nand 4 of 5 people came on 3.4.", 0),
        ("1. Call them\n2. Visit them", 0),
        ("12 May\n13 May", 0),
        ("", 0),
    ],
)
def test_rows_of_a_table(text: str, count: int) -> None:
    assert rows(text) == count
