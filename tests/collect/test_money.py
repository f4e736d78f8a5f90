from __future__ import annotations

import pandas as pd

from clientplan.collect.money import CONTRADICTS, NO_AMOUNT, UNKNOWN, Currencies, resolve
from clientplan.collect.tables import TEXT_DTYPE


def resolved(*rows: tuple[str, str], header: str | None = None, default: str | None = None) -> Currencies:
    stated, beside = (pd.Series(list(column), dtype=TEXT_DTYPE) for column in zip(*rows, strict=True))
    return resolve(stated, beside, header, default)


def test_the_column_then_the_cell_then_the_header_then_the_default(plain) -> None:
    assert plain(resolved(("EUR", "")).code) == ["EUR"]
    assert plain(resolved(("", "£"), default="EUR").code) == ["GBP"]
    assert plain(resolved(("", ""), header="CHF", default="EUR").code) == ["CHF"]
    assert plain(resolved(("", ""), default="EUR").code) == ["EUR"]
    assert plain(resolved(("", "")).code) == [None]


def test_a_shared_sign_is_settled_by_what_stands_elsewhere_and_never_guessed(plain) -> None:
    assert plain(resolved(("CAD", "$"), ("", "US$")).code) == ["CAD", "USD"]
    assert plain(resolved(("", "$"), default="AUD").code) == ["AUD"]
    unsettled = resolved(("", "$"), default="EUR")
    assert plain(unsettled.code) == [None]
    assert unsettled.unsettled == ["$"]
    assert unsettled.faults == {}


def test_what_is_wrong_is_told_by_row(plain) -> None:
    found = resolved(("EUR", "£"), ("coins", ""), ("", "pcs"), ("EUR", "€"))
    assert {reason: bad.tolist() for reason, bad in found.faults.items()} == {
        CONTRADICTS: [True, False, False, False],
        UNKNOWN: [False, True, False, False],
        NO_AMOUNT: [False, False, True, False],
    }
    assert plain(found.code)[3] == "EUR"
