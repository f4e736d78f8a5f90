"""Currencies as exports write them: codes, signs, names."""

from __future__ import annotations

from functools import cache, lru_cache

from babel import Locale
from babel.core import get_global

# A sign that several currencies share settles nothing by itself.
SIGNS: dict[str, tuple[str, ...]] = {
    "€": ("EUR",),
    "£": ("GBP",),
    "$": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "CLP", "COP", "ARS"),
    "US$": ("USD",),
    "CA$": ("CAD",),
    "C$": ("CAD",),
    "A$": ("AUD",),
    "NZ$": ("NZD",),
    "R$": ("BRL",),
    "¥": ("JPY", "CNY"),
    "₹": ("INR",),
    "₺": ("TRY",),
    "₩": ("KRW",),
    "kr": ("SEK", "NOK", "DKK", "ISK"),
    "kr.": ("DKK", "SEK", "NOK", "ISK"),
    "zł": ("PLN",),
    "Kč": ("CZK",),
    "Ft": ("HUF",),
    "Fr.": ("CHF",),
    "SFr.": ("CHF",),
}


@cache
def codes() -> frozenset[str]:
    """Every ISO 4217 code there is or was."""
    return frozenset(get_global("all_currencies"))


@lru_cache(maxsize=1_000)
def currency_of(text: str) -> str | None:
    """The ISO code for a code, a sign that only one currency has, or a name in one of our languages."""
    text = text.strip()
    if text.upper() in codes():
        return text.upper()
    shared = SIGNS.get(text, ())
    return shared[0] if len(shared) == 1 else _names().get(text.casefold())


@lru_cache(maxsize=1_000)
def candidates(text: str) -> tuple[str, ...]:
    """What a code or sign beside an amount can stand for; empty when it is neither."""
    code = text.strip().upper()
    return (code,) if code in codes() else SIGNS.get(text.strip(), ())


@cache
def _names() -> dict[str, str]:
    found: dict[str, str] = {"euro": "EUR", "euros": "EUR"}
    for language in ("en", "de", "fr", "es"):
        for code, name in Locale(language).currencies.items():
            found.setdefault(name.casefold(), code)
    return found
