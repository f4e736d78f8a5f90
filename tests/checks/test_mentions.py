from __future__ import annotations

import pytest

from clientplan.checks.mentions import Mentions


@pytest.mark.parametrize(
    ("text", "name", "there"),
    [
        ("Ask Dr Seidl first", "Dr Jutta Seidl", True),
        ("Jörg Vetterleins Freigabe holen", "Jorg Vetterlein", True),
        ("ASK VETTERLEIN", "Jörg Vetterlein", True),
        ("they may come", "Theresa May", False),
        ("Theresa comes", "Theresa May", True),
        ("Ask Prof. Köhler", "Prof. Dr. Anna Lang", False),
        ("Ask Li Na", "Li Na", True),
        ("Line 2", "Li Na", False),
        ("李娜", "李娜", True),
        ("Anna", "Hanna Berg", False),
        ("", "", False),
    ],
)
def test_a_person_is_named_as_people_do(text: str, name: str, *, there: bool) -> None:
    assert Mentions([None, text]).name(name) is there
