from __future__ import annotations

import pytest

from clientplan.errors import DoesNotFit
from clientplan.render.gauge import gauge, over


@pytest.mark.parametrize(
    ("filled", "budget", "told"),
    [
        (1.62, 2, "1.7 of 2 pages"),
        (2.0, 2, "2.0 of 2 pages"),
        (0.3, 1, "0.3 of 1 page"),
        (2.01, 2, "2.1 of 2 pages"),
        (1.999, 2, "2.0 of 2 pages"),
    ],
)
def test_what_is_over_never_looks_as_if_it_were_not(filled: float, budget: int, told: str) -> None:
    assert gauge(filled, budget) == told


def test_the_sections_beyond_the_budget_are_named() -> None:
    longest = (("actions", 31, ("a4",), 4), ("people", 12, (), 0), ("next_step", 2, (), 1))
    refused = DoesNotFit("", pages=3, budget=2, over=5, longest=longest, filled=2.21)
    assert over(refused) == "2.3 of 2 pages; actions 4 lines, next step 1 line over"
