from __future__ import annotations

import pytest
from babel.numbers import format_decimal
from hypothesis import given, settings
from hypothesis import strategies as st

from clientplan.collect.numbers import Written


@given(
    cents=st.lists(st.integers(-(10**15) + 1, 10**15 - 1), min_size=1),
    locale=st.sampled_from(["en_GB", "de_DE", "de_CH", "fr_FR", "es_ES", "en_IN", "de_AT", "pt_PT"]),
)
@settings(deadline=None)
def test_what_a_locale_writes_is_read_to_the_cent(texts, plain, cents: list[int], locale: str) -> None:
    amounts = [cent / 100 for cent in cents]
    written = [format_decimal(amount, "#,##0.00" if locale != "en_IN" else "#,##,##0.00", locale) for amount in amounts]
    column = Written.of(texts(*written))
    decimal = column.evidence().way
    assert decimal == ("." if locale in {"en_GB", "de_CH", "en_IN"} else ",")
    assert plain(column.read(decimal)) == amounts


@given(st.text())
@settings(deadline=None)
def test_no_text_is_too_strange_to_be_refused(texts, plain, text: str) -> None:
    column = Written.of(texts(text.strip()))
    column.evidence()
    assert len(column.read(".")) == len(column.read(",")) == len(column.beside()) == 1


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("1,234.50", 1234.5),
        ("-3", -3),
        ("3-", -3),
        ("\u22123.10", -3.1),
        ("(12.00)", -12),
        ("($12.00)", -12),
        ("$-12.00", -12),
        ("1'234.50", 1234.5),
        ("1\u2019234.50", 1234.5),
        ("1\u00a0234.50", 1234.5),
        ("1\u202f234.50", 1234.5),
        ("50.-", 50),
        ("50.\u2013", 50),
        (".5", 0.5),
        ("007", 7),
        ("-0", 0),
        ("-2.77e-16", -2.77e-16),
    ],
)
def test_forms_of_a_number(texts, plain, cell: str, number: float) -> None:
    (read,) = plain(Written.of(texts(cell)).read("."))
    assert read == number
    assert str(read) != "-0.0"


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "tbc",
        "12 %",
        "1,23",
        "12.5.3",
        "--5",
        "(5",
        "5)",
        "-(5)-",
        "1.5E+05",
        "EUR 5 USD",
        "0x10",
        "inf",
        "nan",
        "9" * 14,
        "9" * 400,
        "\u0661\u0662",
        "1_000",
    ],
)
def test_what_is_no_number(texts, plain, cell: str) -> None:
    assert plain(Written.of(texts(cell)).read(".")) == [None]


@pytest.mark.parametrize(
    ("cells", "way"),
    [
        (["1.234,50"], ","),
        (["12,5", "1.234"], ","),
        (["1.234.567"], ","),
        (["1 234,567"], ","),
        (["1,234.50"], "."),
        (["0.123"], "."),
        (["1234.567"], "."),
        (["1,234,567"], "."),
        (["1.234"], None),
        (["1,234", "500"], None),
        (["500"], None),
    ],
)
def test_the_column_tells_its_decimal_mark(texts, cells: list[str], way: str | None) -> None:
    assert Written.of(texts(*cells)).evidence().way == way


def test_two_readings_are_seen_and_not_chosen_between(texts) -> None:
    assert Written.of(texts("1.234", "500")).evidence().either == "1.234"
    assert Written.of(texts("500")).evidence().either is None
    assert Written.of(texts("12,5", "12.5")).evidence().mixed


def test_the_currency_beside_the_number(texts, plain) -> None:
    column = Written.of(texts("€ 5", "5 EUR", "US$ 5", "CHF 5.-", "5 zł", "5", "nothing"))
    assert plain(column.beside()) == ["€", "EUR", "US$", "CHF", "zł", "", ""]
    assert plain(column.read(".")) == [5, 5, 5, 5, 5, 5, None]


def test_a_workbooks_own_numbers_need_no_decimal_mark(texts, plain) -> None:
    column = Written.of(texts("1.234", "1e-07", exact=True))
    assert column.evidence().either is None
    assert plain(column.read(",")) == [1.234, 1e-07]
