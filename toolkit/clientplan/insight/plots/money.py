"""Money on an axis: short, and as the language writes it."""

from __future__ import annotations

from collections.abc import Callable

from babel import Locale
from babel.core import get_global
from babel.numbers import format_compact_currency

_MINUS = "\N{MINUS SIGN}"
_DIGITS = 3  # €1.25M: steps of a quarter need both decimals


def short_money(currency: str, locale: str = "en_GB") -> Callable[[float], str]:
    """How amounts of a currency are shown: €40K, -€1.5M; a plain number where the currency isn't known."""
    spoken = Locale.parse(locale.replace("-", "_"))
    known = currency in get_global("all_currencies")

    def shown(amount: float) -> str:
        if not known:
            return f"{amount:,.0f} {currency}".strip().replace("-", _MINUS)
        places = 0 if amount == 0 else 2
        text: str = format_compact_currency(amount, currency, locale=spoken, fraction_digits=places)
        return text.replace("-", _MINUS)

    return shown
