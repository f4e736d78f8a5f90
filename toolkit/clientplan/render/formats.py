"""Money, numbers, percentages and dates as a language and country write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_interval, format_skeleton
from babel.localedata import locale_identifiers
from babel.numbers import format_currency, format_decimal, format_percent, get_currency_symbol

from clientplan.errors import RenderRefused
from clientplan.own_months import own_months

_NARROW = re.compile(r"[\u202f\u2009]")  # narrow spaces that not every face has
_LATIN = "0123456789"
_DIGITS = {"arab": "٠١٢٣٤٥٦٧٨٩"}  # of the numbering systems that the languages of the page have beside our own
_AS_LATIN = "\u200e"  # what stands before it belongs to text from left to right
UNBROKEN = "\u00a0"


@dataclass(frozen=True)
class Formats:
    locale: Locale

    @classmethod
    def of(cls, locale: str, language: str) -> Formats:
        """How `locale` writes, in the words of `language` (English month names on a page with English words).

        Raises:
            RenderRefused: there is no such language.
        """
        try:
            asked = Locale.parse(locale, sep="-" if "-" in locale else "_")
        except (UnknownLocaleError, ValueError):
            raise RenderRefused(f"locale: “{locale}” isn't a language we know. Write it like en-GB or de") from None
        if asked.language == language:
            return cls(own_months(asked))
        # en_NL writes numbers as the Dutch do; where there is no such mixture, the English of the world
        known = set(locale_identifiers())
        names = (f"{language}_{asked.territory}", f"{language}_001", language)
        return cls(own_months(Locale.parse(next(name for name in names if name in known))))

    @property
    def direction(self) -> str:
        """Of the text, as HTML says it: ltr or rtl."""
        return str(self.locale.text_direction)

    @property
    def numbering(self) -> str:
        """The numbering system: latn for 0 to 9, arab where the country writes ٠ to ٩."""
        system: str = self.locale.default_numbering_system
        return system if system in _DIGITS else "latn"

    @property
    def arrow(self) -> str:
        """From what was to what is."""
        return "←" if self.direction == "rtl" else "→"

    def number(self, figure: Decimal, places: int | None = None) -> str:
        """With as many decimals as it has, or with this many."""
        if places is not None:
            pattern = f"#,##0.{'0' * places}" if places else "#,##0"
            return self._figure(format_decimal(figure, format=pattern, **self._as))
        return self._figure(format_decimal(figure.normalize(), **self._as, decimal_quantization=False))

    def percent(self, fraction: Decimal) -> str:
        """0.925 is 92.5 %."""
        return self._figure(format_percent(fraction.normalize(), **self._as, decimal_quantization=False))

    def money(self, amount: Decimal, currency: str) -> str:
        """Whole amounts without cents."""
        whole = amount == amount.to_integral_value()
        pattern = self.locale.currency_formats["standard"].pattern
        shown = re.sub(r"0\.0+", "0", pattern) if whole else pattern
        written = self._figure(format_currency(amount, currency, format=shown, **self._as, currency_digits=not whole))
        if self.direction == "rtl":  # UK£ keeps its pound behind it
            symbol = get_currency_symbol(currency, self.locale)
            written = written.replace(symbol, f"{symbol}{_AS_LATIN}" if symbol[0].isascii() else symbol)
        return written

    def value(self, figure: Decimal, unit: str | None) -> str:
        """A value of a measure; an ISO currency as unit makes it money, `%` a percentage."""
        if unit is None:
            return self.number(figure)
        if is_currency(unit):
            return self.money(figure, unit)
        if unit == "%":
            return self.percent(figure / 100)
        return f"{self.number(figure)}{UNBROKEN}{unit}"

    def sticks(self, unit: str | None) -> bool:
        """Whether this unit belongs to each number, as that of money and percentages does."""
        return unit is not None and (unit == "%" or is_currency(unit))

    def day(self, day: date) -> str:
        """15 September 2026."""
        return self._text(format_date(day, format="long", locale=self.locale))

    def short_day(self, day: date) -> str:
        """15 Sept 2026, as narrow columns need it."""
        return self._text(format_date(day, format="medium", locale=self.locale)).replace(" ", UNBROKEN)

    def period(self, first: date, last: date) -> str:
        return self._text(format_interval(first, last, skeleton="yMMMd", locale=self.locale))

    def month_of_year(self, month: date) -> str:
        """Apr 2026."""
        return self._text(format_skeleton("yMMM", month, locale=self.locale))

    def month(self, month: date) -> str:
        return self._text(format_date(month, format="LLL", locale=self.locale))

    def count(self, number: int) -> str:
        """A number that isn't an amount: a year, a revision."""
        return self._text(str(number))

    @property
    def _as(self) -> dict[str, Any]:
        return {"locale": self.locale, "numbering_system": self.numbering}

    def _figure(self, text: str) -> str:
        """With the locale's own signs for - and %, which keep their side from right to left: Babel leaves them out."""
        if self.direction == "rtl":
            signs = self.locale.number_symbols[self.numbering]
            text = text.replace("-", signs["minusSign"]).replace("%", signs["percentSign"])
        return self._text(text)

    def _text(self, text: str) -> str:
        return _NARROW.sub(UNBROKEN, text).translate(str.maketrans(_LATIN, _DIGITS.get(self.numbering, _LATIN)))


def is_currency(unit: str) -> bool:
    return unit in get_global("all_currencies")
