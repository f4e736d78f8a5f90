"""Next steps that a log only tells in words: "Back on site 11 August", "Nächster Termin 24.07."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from babel import Locale

from clientplan.own_months import own_months

_LANGUAGES = ("en", "de", "fr", "es")
_YEAR, _SOON = 366, 120  # days after the activity that a step may be; without a year it is one that was, or comes soon
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_NUMBERS = re.compile(  # 24.07. and 24.07.2026, but not 2.5; 7/24 and 7/24/2026
    r"(?<![\d.,/])(?:(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4}|\d{2})?"
    r"|(?P<first>\d{1,2})/(?P<second>\d{1,2})(?:/(?P<slash>\d{4}|\d{2}))?)(?![\d/]|[.,]\d)"
)


def dated(text: str, after: date, *, month_first: bool = False) -> date | None:
    """The first day that a text names after the day of its activity, and within a year of it; None where it has none.

    Args:
        text: subject and notes.
        after: the day of the activity.
        month_first: 7/24 is 24 July; points always have the day first.
    """
    found = [day for day in _days(text, after, month_first=month_first) if 0 < (day - after).days < _YEAR]
    return min(found, default=None)


def _days(text: str, after: date, *, month_first: bool) -> Iterator[date]:
    for year, month, day in _ISO.findall(text):
        yield from _day(int(year), int(month), int(day))
    for found in _NUMBERS.finditer(_ISO.sub(" ", text)):
        day, month = found["day"], found["month"]
        if day is None:
            day, month = (found["second"], found["first"]) if month_first else (found["first"], found["second"])
        yield from _near(int(month), int(day), after, found["year"] or found["slash"] or "")
    months, words = _months()
    for match in words.finditer(text):
        name = next(word for word in (match["after"], match["before"]) if word)
        yield from _near(months[name.casefold()], int(match["day"] or match["late"]), after, match["year"] or "")


def _near(month: int, day: int, after: date, year: str) -> Iterator[date]:
    if year:
        yield from _day(int(year) + (2000 if len(year) == len("26") else 0), month, day)
        return
    for one in (*_day(after.year, month, day), *_day(after.year + 1, month, day)):
        if 0 < (one - after).days < _SOON:
            yield one


def _day(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        return  # 38.600 parts, or 31 June: no day


@cache
def _months() -> tuple[dict[str, int], re.Pattern[str]]:
    """Each name of a month in our languages, and a day beside one: 11 August, le 3 sept., 24. Juli 2026, May 4th."""
    found: dict[str, int] = {}
    for language in _LANGUAGES:
        names = own_months(Locale.parse(language)).months
        for form in ("wide", "abbreviated"):
            for kind in ("format", "stand-alone"):
                found |= {name.rstrip(".").casefold(): number for number, name in names[kind][form].items()}
    words = "|".join(sorted(map(re.escape, found), key=len, reverse=True))
    day_first = rf"(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th|er)?\s+(?:de\s+)?(?P<after>{words})\b\.?"
    month_first = rf"\b(?P<before>{words})\b\.?\s+(?P<late>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)"
    return found, re.compile(rf"(?:{day_first}|{month_first})(?:,?\s+(?:de\s+)?(?P<year>20\d\d))?", re.IGNORECASE)
