"""File names from client names that every system takes, and that never fall on another client's file."""

from __future__ import annotations

import re
import unicodedata

from clientplan.plan.plan import Client, Period

_RESERVED = {"con", "prn", "aux", "nul", *(f"{device}{digit}" for device in ("com", "lpt") for digit in "123456789")}
_LONGEST = 60
_SPELT = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "&": " and ", "+": " plus "})


def slug(name: str) -> str:
    """Lower-case letters, digits and `-`: `Müller & Söhne GmbH` becomes `muller-and-sohne-gmbh`.

    Letters of scripts without a Latin form stay as they are; a name without any becomes `client`.
    """
    folded = unicodedata.normalize("NFKD", name).casefold()  # a bold capital is a capital before it is a letter
    marks = unicodedata.normalize("NFKD", folded.translate(_SPELT))
    plain = "".join(mark for mark in marks if not unicodedata.combining(mark))
    words = re.sub(r"[\W_]+", "-", unicodedata.normalize("NFC", plain)).strip("-")
    while len(words.encode()) > _LONGEST:
        words = words[:-1].rstrip("-")
    return f"{words}-client" if words in _RESERVED else words or "client"


def plan_name(client: Client, period: Period) -> str:
    """`harrow-2026` for a calendar year, `harrow-2026-04` for a period that begins in another month."""
    first, last = period.first, period.last
    calendar_year = (first.month, first.day, last.month, last.day, first.year) == (1, 1, 12, 31, last.year)
    return f"{slug(client.name)}-{first:%Y}" if calendar_year else f"{slug(client.name)}-{first:%Y-%m}"
