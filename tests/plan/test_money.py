from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic import ValidationError

from clientplan.plan.money import Money
from clientplan.plan.people import Figures


@pytest.mark.parametrize(
    ("written", "amount", "currency"),
    [
        ("480000 EUR", "480000", "EUR"),
        ("480 000.50 GBP", "480000.50", "GBP"),
        (" 1'200CHF ", "1200", "CHF"),
        ("-5 USD", "-5", "USD"),
    ],
)
def test_an_amount_with_its_currency(written: str, amount: str, currency: str) -> None:
    money = Money.model_validate(written)
    assert money == Money.of(amount, currency)
    assert isinstance(money.amount, Decimal)
    assert Money.model_validate(str(money)) == money


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("480000", "“480000” isn't an amount with its currency. Write it like 480000 EUR"),
        ("480000 eur", "isn't an amount with its currency"),
        ("€480000", "isn't an amount with its currency"),
        ("EUR 480000", "isn't an amount with its currency"),
        ("480.000 EUR", "“480.000” can be read in two ways. Write 480000 or 480"),
        ("480,000 EUR", "has a comma"),
    ],
)
def test_what_is_no_amount_is_refused(written: str, sentence: str) -> None:
    with pytest.raises(ValidationError, match=sentence):
        Figures.model_validate({"revenue": written})


def test_an_amount_is_exact_and_written_so_that_it_can_be_read_again() -> None:
    assert str(Money.of("0.30", "EUR")) == "0.30 EUR"
    assert str(Money.of("1E+5", "EUR")) == "100000 EUR"
    assert Money.model_validate(str(Money.of("1.234", "EUR"))) == Money.of("1.234", "EUR")
