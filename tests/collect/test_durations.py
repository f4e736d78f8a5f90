from __future__ import annotations

import pytest

from clientplan.collect.durations import numeric, read


@pytest.mark.parametrize(
    ("cell", "unit", "minutes"),
    [
        ("45", "minutes", 45),
        ("1.5", "hours", 90),
        ("90", "seconds", 1.5),
        ("1800000", "milliseconds", 30),
        ("1:30", "minutes", 90),
        ("00:30:30", "hours", 30.5),
        ("45 min", "hours", 45),
        ("2 h", "minutes", 120),
        ("1 h 15 min", "minutes", 75),
        ("2 Std.", "minutes", 120),
        ("0", "minutes", 0),
        ("", "minutes", None),
        ("-5", "minutes", None),
        ("1:75", "minutes", None),
        ("long", "minutes", None),
        ("15 km", "minutes", None),
    ],
)
def test_lengths_of_time(texts, plain, cell: str, unit: str, minutes: float | None) -> None:
    assert plain(read(texts(cell), ".", unit)) == [minutes]


def test_a_clock_says_nothing_about_decimal_marks(texts) -> None:
    assert numeric(texts("1:30", "45 min", "1,5")).evidence().way == ","
