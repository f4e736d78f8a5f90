from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from clientplan.errors import RenderRefused
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


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(RenderRefused, match=r"locale: “qq” isn't a language we know\. Write it like en-GB or de"):
        Formats.of("qq", "en")


def test_no_face_lacks_a_space_that_formats_write() -> None:
    for formats in (BRITISH, GERMAN, FRENCH):
        for text in (formats.number(Decimal(1234567)), formats.period(date(2026, 1, 1), date(2027, 2, 2))):
            assert not {"\u202f", "\u2009"} & set(text)
