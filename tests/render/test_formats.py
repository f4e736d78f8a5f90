from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from clientplan.errors import RenderRefused
from clientplan.render.coverage import ARABIC, characters, lacking
from clientplan.render.formats import Formats, is_currency

BRITISH, GERMAN, FRENCH = Formats.of("en-GB", "en"), Formats.of("de-DE", "de"), Formats.of("fr-FR", "fr")


@pytest.mark.parametrize(
    ("formats", "written"),
    [(BRITISH, "£1,234.50"), (GERMAN, "1.234,50\u00a0£"), (FRENCH, "1\u00a0234,50\u00a0£GB")],
)
def test_money_with_cents(formats: Formats, written: str) -> None:
    assert formats.money(Decimal("1234.5"), "GBP") == written


def test_whole_money_has_no_cents() -> None:
    assert BRITISH.money(Decimal(492000), "EUR") == "€492,000"
    assert GERMAN.money(Decimal("492000.00"), "EUR") == "492.000\u00a0€"


def test_a_number_keeps_its_decimals_and_no_more() -> None:
    assert [BRITISH.number(Decimal(figure)) for figure in ("1234.50", "4.8E+5", "0.00000001", "-3")] == [
        "1,234.5",
        "480,000",
        "0.00000001",
        "-3",
    ]


def test_a_number_with_places() -> None:
    assert BRITISH.number(Decimal(17), places=1) == "17.0"
    assert BRITISH.number(Decimal(1234), places=0) == "1,234"


def test_the_unit_makes_money_percentages_or_stands_behind() -> None:
    assert BRITISH.value(Decimal(9400), "GBP") == "£9,400"
    assert BRITISH.value(Decimal("87.5"), "%") == "87.5%"
    assert GERMAN.value(Decimal("87.5"), "%") == "87,5\u00a0%"
    assert BRITISH.value(Decimal(15), "min") == "15\u00a0min"
    assert BRITISH.value(Decimal(15), None) == "15"


def test_only_money_and_percentages_stick_to_each_number() -> None:
    assert [BRITISH.sticks(unit) for unit in ("GBP", "%", "min", None)] == [True, True, False, False]
    assert not is_currency("DAYS")


def test_dates() -> None:
    day = date(2026, 9, 5)
    assert (BRITISH.day(day), GERMAN.day(day), FRENCH.day(day)) == (
        "5 September 2026",
        "5. September 2026",
        "5 septembre 2026",
    )
    assert BRITISH.short_day(day) == "5\u00a0Sept\u00a02026"
    assert " ".join(BRITISH.period(date(2026, 1, 1), date(2026, 12, 31)).split()) == "1 Jan \u2013 31 Dec 2026"


@pytest.mark.parametrize(
    ("locale", "number"), [("nl-NL", "1.234,5"), ("ja", "1,234.5"), ("sr-Latn-RS", "1,234.5"), ("ar-EG", "1,234.5")]
)
def test_english_words_keep_the_numbers_of_the_country_where_there_is_such_a_mixture(locale: str, number: str) -> None:
    formats = Formats.of(locale, "en")
    assert formats.number(Decimal("1234.5")) == number
    assert formats.day(date(2026, 9, 15)) == "15 September 2026"
    assert formats.locale.language == "en"


def test_spanish() -> None:
    spanish = Formats.of("es-ES", "es")
    assert spanish.money(Decimal("12345.5"), "EUR") == "12.345,50\u00a0€"
    assert spanish.day(date(2026, 9, 5)) == "5 de septiembre de 2026"
    assert spanish.month(date(2026, 9, 1)) == "sept"


@pytest.mark.parametrize(
    ("locale", "number", "percent", "day"),
    [
        ("ar-EG", "\u061c-١٬٢٣٤٫٥", "٩٢٫٥٪\u061c", "٥ سبتمبر ٢٠٢٦"),
        ("ar-SA", "\u061c-١٬٢٣٤٫٥", "٩٢٫٥٪\u061c", "٥ سبتمبر ٢٠٢٦"),
        ("ar-AE", "\u200e-1,234.5", "92.5\u200e%\u200e", "5 سبتمبر 2026"),
        ("ar-MA", "\u200e-1.234,5", "92,5\u200e%\u200e", "5 شتنبر 2026"),
        ("ar", "\u200e-1,234.5", "92.5\u200e%\u200e", "5 سبتمبر 2026"),
    ],
)
def test_arabic_as_each_country_writes_it(locale: str, number: str, percent: str, day: str) -> None:
    formats = Formats.of(locale, "ar")
    assert formats.number(Decimal("-1234.5")) == number
    assert formats.percent(Decimal("0.925")) == percent
    assert formats.day(date(2026, 9, 5)) == day
    assert (formats.direction, formats.arrow) == ("rtl", "←")


def test_the_letters_of_a_currency_stay_with_its_sign() -> None:
    assert Formats.of("ar-AE", "ar").money(Decimal(5000), "GBP") == "\u200f5,000\u00a0UK£\u200e"
    assert Formats.of("ar-EG", "ar").money(Decimal(5000), "EGP") == "\u200f٥٬٠٠٠\u00a0ج.م.\u200f"


@pytest.mark.parametrize(
    ("first", "then", "month"),
    [("ar-EG", "ar-MA", "شتنبر"), ("ar-AE", "ar-SY", "أيلول"), ("es-ES", "es-MX", "sep"), ("en-US", "en-GB", "Sept")],
)
def test_months_are_those_of_the_locale_whatever_was_printed_before(first: str, then: str, month: str) -> None:
    assert Formats.of(first, first[:2]).month(date(2026, 9, 1)) != month
    assert Formats.of(then, then[:2]).month(date(2026, 9, 1)) == month


def test_every_figure_and_month_has_its_glyphs() -> None:
    for locale in ("ar", "ar-EG", "ar-AE", "ar-MA", "ar-SY", "es-ES", "es-MX"):
        formats = Formats.of(locale, locale[:2])
        texts = [
            formats.money(Decimal("-12345.67"), unit) for unit in ("EUR", "USD", "GBP", "AED", "SAR", "EGP", "MAD")
        ]
        texts += [formats.month(date(2026, month, 1)) for month in range(1, 13)]
        texts += [formats.percent(Decimal("0.5")), formats.number(Decimal("-9876543210.5")), formats.arrow]
        assert lacking(texts) <= characters(ARABIC)


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(RenderRefused, match=r"locale: “qq” isn't a language we know\. Write it like en-GB or de"):
        Formats.of("qq", "en")


def test_no_face_lacks_a_space_that_formats_write() -> None:
    for formats in (BRITISH, GERMAN, FRENCH):
        for text in (formats.number(Decimal(1234567)), formats.period(date(2026, 1, 1), date(2027, 2, 2))):
            assert not {"\u202f", "\u2009"} & set(text)
