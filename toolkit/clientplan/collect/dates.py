"""Dates as people write them: day or month first is deduced from the whole column, and asked for where it can't be."""

from __future__ import annotations

from functools import cache

import pandas as pd
from babel import Locale

from clientplan.collect.conventions import Evidence
from clientplan.collect.grid import Texts
from clientplan.collect.headers import bare
from clientplan.collect.tables import DATE_DTYPE, TEXT_DTYPE
from clientplan.own_months import own_months

# A time of day and a zone may follow any date; the calendar day stays the one that is written.
_TIME = (
    r"(?:(?:\s*T\s*|,?\s+(?:at\s+|um\s+|à\s+)?)[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2}(?:[.,][0-9]+)?)?"
    r"\s*(?:[AaPp]\.?\s?[Mm]\.?)?\s*(?:Uhr|Z|[A-Z]{3,4}|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_YEAR_FIRST = r"(?P<year>[0-9]{4})(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?:(?P=mark)(?P<day>[0-9]{1,2}))?" + _TIME
_COMPACT = r"(?P<year>(?:19|20)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"
_YEAR_LAST = (
    r"(?P<first>[0-9]{1,2})(?P<mark>[-/.])\s?(?P<second>[0-9]{1,2})(?P=mark)\s?(?P<year>[0-9]{4}|(?<!-)[0-9]{2})"
    + _TIME
)
_MONTH_ONLY = r"(?P<month>[0-9]{1,2})[-/.](?P<year>[0-9]{4})"
_NAME = r"(?P<name>[^\W\d_]{3,}\.?)"
_WEEKDAY = r"(?:[^\W\d_]{2,}\.?,?\s+)?"
_DAY_THEN_NAME = (
    rf"{_WEEKDAY}(?P<day>[0-9]{{1,2}})(?:\.|st|nd|rd|th|er)?[-\s/]*(?:de\s+)?{_NAME}[-\s/,]*(?:del?\s+)?"
    r"(?P<year>[0-9]{4})" + _TIME
)
_NAME_THEN_DAY = rf"{_WEEKDAY}{_NAME}\s+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>[0-9]{{4}})" + _TIME
_NAME_ONLY = rf"{_NAME}[-\s/]+(?:de\s+)?(?P<year>[0-9]{{4}})"
_FORMS = (_YEAR_FIRST, _COMPACT, _YEAR_LAST, _DAY_THEN_NAME, _NAME_THEN_DAY, _NAME_ONLY, _MONTH_ONLY)
_MONTHS = 12
_CENTURY = 90  # 90 to 99 are 1990 to 1999, 00 to 89 are 2000 to 2089: no account list reaches further back


def evidence(texts: Texts) -> Evidence:
    """What the dates with the year last show. Dotted ones show nothing: no country writes month.day.year."""
    parts = _unique(texts).str.extract(f"^{_YEAR_LAST}$").dropna()
    parts = parts[parts["mark"] != "."]
    written = parts["first"] + parts["mark"] + parts["second"] + parts["mark"] + parts["year"]
    first, second = parts["first"].astype(int), parts["second"].astype(int)
    settled = {
        "dmy": _first(written, (first > _MONTHS) & (second <= _MONTHS)),
        "mdy": _first(written, (first <= _MONTHS) & (second > _MONTHS)),
    }
    either = (first != second) & (first <= _MONTHS) & (second <= _MONTHS)
    return Evidence({way: shown for way, shown in settled.items() if shown}, _first(written, either))


def read(texts: Texts, order: str) -> pd.Series[pd.Timestamp]:
    """The days of a column, NaT where the text is no date; a month without a day is its first day.

    `order` is `dmy` or `mdy`; ISO, dotted, spelt and Excel's own dates are read alike with either.
    """
    unique = _unique(texts)
    found = pd.Series(pd.NaT, index=unique.index).astype(DATE_DTYPE)
    for pattern in _FORMS:
        left = unique[found.isna()]
        if left.empty:
            break
        parts = left.str.extract(f"^{pattern}$").dropna(subset="year")
        if pattern is _YEAR_LAST:
            day_first = (parts["mark"] == ".") | (order == "dmy")
            parts["day"] = parts["first"].where(day_first, parts["second"])
            parts["month"] = parts["second"].where(day_first, parts["first"])
        found[parts.index] = _days(parts)
    by_text = dict(zip(unique, found, strict=True))
    return texts.text.map(by_text).astype(DATE_DTYPE)


def _unique(texts: Texts) -> pd.Series[str]:
    """Each different text; numbers of a workbook are no dates, since the workbook would say so."""
    return pd.Series(texts.text[~texts.exact].unique(), dtype=TEXT_DTYPE)


def _days(parts: pd.DataFrame) -> pd.Series[pd.Timestamp]:
    year = parts["year"].astype(int)
    short = parts["year"].str.len() == len("26")
    year = year + 2000 * short - 100 * (short & (year >= _CENTURY))
    month = parts["month"].astype(int) if "month" in parts else parts["name"].map(_month).fillna(0).astype(int)
    day = parts["day"].fillna("1").astype(int) if "day" in parts else pd.Series(1, index=parts.index)
    days = pd.to_datetime(pd.DataFrame({"year": year, "month": month, "day": day}), errors="coerce")
    return days.astype(DATE_DTYPE)


def _month(name: str) -> int | None:
    return _months().get(bare(name))


@cache
def _months() -> dict[str, int]:
    """English, German, French and Spanish month names, whole and shortened, to 1 to 12."""
    found = {"sept": 9, "maerz": 3, "mrz": 3}
    for language in ("en", "de", "fr", "es"):
        months = own_months(Locale(language)).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in months[context][width].items():
                    found.setdefault(bare(name), number)
    return found


def _first(texts: pd.Series[str], where: pd.Series[bool]) -> str | None:
    found = texts[where]
    return None if found.empty else str(found.iloc[0])
