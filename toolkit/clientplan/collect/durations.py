"""How long an activity took, in minutes."""

from __future__ import annotations

import pandas as pd

from clientplan.collect.grid import Texts
from clientplan.collect.numbers import Written

MINUTES = {"minutes": 1.0, "hours": 60.0, "seconds": 1 / 60, "milliseconds": 1 / 60_000}
_CLOCK = r"^(?P<hours>[0-9]+):(?P<minutes>[0-5][0-9])(?::(?P<seconds>[0-5][0-9]))?$"
_WORDS = (
    r"^(?=[0-9])(?:(?P<hours>[0-9]+)\s*(?:h|hrs?|hours?|Std\.?|Stunden?|heures?|horas?)\s*)?"
    r"(?:(?P<minutes>[0-9]+)\s*(?:m|mins?\.?|minutes?|Minuten?|minutos?))?$"
)


def numeric(texts: Texts) -> Written:
    """The column with only its plain numbers: durations like 1:30 and 45 min say nothing about decimal marks."""
    unlike = texts.text.str.contains(r"[:A-Za-z]", regex=True)
    return Written.of(Texts(texts.header, texts.text.mask(unlike, ""), texts.exact))


def read(texts: Texts, decimal: str, unit: str) -> pd.Series[float]:
    """Minutes; NaN where the text is no duration. A plain number counts in the header's `unit`."""
    clock, words = texts.text.str.extract(_CLOCK), texts.text.str.extract(_WORDS)
    whole = (
        clock["hours"].astype("float64") * 60
        + clock["minutes"].astype("float64")
        + clock["seconds"].astype("float64").fillna(0) / 60
    )
    said = words["hours"].astype("float64").fillna(0) * 60 + words["minutes"].astype("float64").fillna(0)
    said = said.where(words.notna().any(axis=1))
    plain = numeric(texts).read(decimal) * MINUTES[unit]
    found = plain.where(plain.notna(), whole.where(whole.notna(), said))
    return found.where(found >= 0)
