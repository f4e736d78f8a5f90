"""Money, numbers, percentages and dates as a language and country write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_interval, format_skeleton
from babel.localedata import locale_identifiers
from babel.numbers import format_currency, format_decimal, format_percent

from clientplan.errors import RenderRefused

_NARROW = re.compile(r"[\u202f\u2009]")  # narrow spaces that not every face has
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
            return cls(asked)
        # en_NL writes numbers as the Dutch do; where there is no such mixture, the English of the world
        known = set(locale_identifiers())
        names = (f"{language}_{asked.territory}", f"{language}_001", language)
        return cls(Locale.parse(next(name for name in names if name in known)))

    def number(self, figure: Decimal, places: int | None = None) -> str:
        """With as many decimals as it has, or with this many."""
        if places is not None:
            pattern = f"#,##0.{'0' * places}" if places else "#,##0"
            return _text(format_decimal(figure, format=pattern, locale=self.locale))
        return _text(format_decimal(figure.normalize(), locale=self.locale, decimal_quantization=False))

    def percent(self, fraction: Decimal) -> str:
        """0.925 is 92.5 %."""
        return _text(format_percent(fraction.normalize(), locale=self.locale, decimal_quantization=False))

    def money(self, amount: Decimal, currency: str) -> str:
        """Whole amounts without cents."""
        whole = amount == amount.to_integral_value()
        pattern = self.locale.currency_formats["standard"].pattern
        shown = re.sub(r"0\.0+", "0", pattern) if whole else pattern
        return _text(format_currency(amount, currency, format=shown, locale=self.locale, currency_digits=not whole))

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
        return _text(format_date(day, format="long", locale=self.locale))

    def short_day(self, day: date) -> str:
        """15 Sept 2026, as narrow columns need it."""
        return _text(format_date(day, format="medium", locale=self.locale)).replace(" ", UNBROKEN)

    def period(self, first: date, last: date) -> str:
        return _text(format_interval(first, last, skeleton="yMMMd", locale=self.locale))

    def month_of_year(self, month: date) -> str:
        """Apr 2026."""
        return _text(format_skeleton("yMMM", month, locale=self.locale))

    def month(self, month: date) -> str:
        return _text(format_date(month, format="LLL", locale=self.locale))


def is_currency(unit: str) -> bool:
    return unit in get_global("all_currencies")


def _text(text: str) -> str:
    return _NARROW.sub(UNBROKEN, text)
