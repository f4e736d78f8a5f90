"""Which states of a plan's history stay when there are many: the newest all, the older ones ever more thinly."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import datetime, timedelta

ALL = 200  # of the newest, whatever their age: the way back of a sitting
_HOUR, _DAY, _YEAR = timedelta(hours=1), timedelta(days=1), timedelta(days=366)


def staying(times: Sequence[datetime], now: datetime) -> list[bool]:
    """For each state, oldest first, whether it stays.

    The newest 200; of the last hour the last of each minute; of the last day the last of each hour; of the last year
    the last of each day; and the first of each day for good. Days are those of the user's calendar.
    """
    local = [when.astimezone() for when in times]
    stay = [place >= len(times) - ALL for place in range(len(times))]
    seen: set[Hashable] = set()
    for place in reversed(range(len(times))):
        when, age = local[place], now - times[place]
        spans = (
            (age <= _HOUR, (when.date(), when.hour, when.minute)),
            (age <= _DAY, (when.date(), when.hour)),
            (age <= _YEAR, (when.date(),)),
        )
        for young, span in spans:
            if young and span not in seen:
                seen.add(span)
                stay[place] = True
    days = set()
    for place, when in enumerate(local):
        if when.date() not in days:
            days.add(when.date())
            stay[place] = True
    return stay
