from __future__ import annotations

import pytest

from clientplan.collect.currencies import candidates, currency_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("EUR", "EUR"),
        ("gbp", "GBP"),
        ("€", "EUR"),
        ("Euro", "EUR"),
        ("US-Dollar", "USD"),
        ("libra esterlina", "GBP"),
        ("$", None),
        ("kr", None),
        ("each", None),
    ],
)
def test_codes_signs_and_names(text: str, code: str | None) -> None:
    assert currency_of(text) == code


def test_a_shared_sign_has_several_candidates() -> None:
    assert candidates("$")[0] == "USD"
    assert "CAD" in candidates("$")
    assert candidates("chf") == ("CHF",)
    assert candidates("pcs") == ()
