from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientplan.plan.plan import Client, Period
from clientplan.store.names import plan_name, slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Müller & Söhne GmbH", "muller-and-sohne-gmbh"),
        ("L'Étoile d'Or", "l-etoile-d-or"),
        ("Straße 7", "strasse-7"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "con-client"),
        ("東京電力", "東京電力"),
        ("!!!", "client"),
        ("\U0001d400kme", "akme"),
        ("A" * 300, "a" * 60),
    ],
)
def test_slug(name: str, expected: str) -> None:
    assert slug(name) == expected


@given(st.text(min_size=1, max_size=200))
def test_a_slug_is_a_file_name_on_every_system(name: str) -> None:
    found = slug(name)
    assert 0 < len(found.encode()) <= 67
    assert not set(found) & set('/\\:*?"<>|. ')
    assert slug(found) == found


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2026, 1, 1), date(2026, 12, 31), "harrow-2026"),
        (date(2026, 4, 1), date(2027, 3, 31), "harrow-2026-04"),
        (date(2026, 1, 1), date(2026, 6, 30), "harrow-2026-01"),
    ],
)
def test_plan_name(first: date, last: date, expected: str) -> None:
    assert plan_name(Client(name="Harrow"), Period(first=first, last=last)) == expected
