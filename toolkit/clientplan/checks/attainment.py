"""Results against plan, over the months that are over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from math import floor
from typing import NamedTuple

from clientplan.plan.people import Result, Results

QUARTER = 3  # months
_MONTH = re.compile(r"(?P<year>\d{4})[-/.](?P<month>0[1-9]|1[0-2])", re.ASCII)


class Month(NamedTuple):
    name: str
    plan: Decimal
    actual: Decimal
    number: int | None  # counted from the year 0; None where the name isn't one such as 2026-04


def months(results: Results | None, today: date) -> list[Month]:
    """The months that have both figures and are over, the oldest first; in the order of the plan if names differ.

    Half a month's invoices against a whole month's plan would look like a fall.
    """
    found = [_month(one, one.plan, one.actual) for one in results.months if one.plan is not None] if results else []
    known = [month for month in found if month is not None]
    past = [month for month in known if month.number is None or month.number < _counted(today.year, today.month)]
    if all(month.number is not None for month in past):
        past.sort(key=lambda month: month.number or 0)
    return past


def percent(months: Sequence[Month]) -> int | None:
    """What was reached of the plan, in whole per cent that aren't rounded up; None where nothing was planned."""
    plan = sum((month.plan for month in months), Decimal())
    return floor(100 * sum((month.actual for month in months), Decimal()) / plan) if plan > 0 else None


def under(months: Sequence[Month], share: float) -> bool:
    """Less than this part of the plan was reached; False where nothing was planned."""
    plan = sum((month.plan for month in months), Decimal())
    return plan > 0 and sum((month.actual for month in months), Decimal()) < Decimal(str(share)) * plan


def quarters(months: Sequence[Month], today: date) -> tuple[list[Month], list[Month]] | None:
    """The last quarter and the one that ends a month before it; None without four months in a row, up to now.

    Months that can't be told from their names count as in a row.
    """
    last = list(months[-QUARTER - 1 :])
    numbers = [month.number for month in last if month.number is not None]
    broken = any(after != before + 1 for before, after in pairwise(numbers))
    stale = bool(numbers) and _counted(today.year, today.month) - numbers[-1] > QUARTER
    return None if len(last) <= QUARTER or broken or stale else (last[1:], last[:-1])


def _month(one: Result, plan: Decimal | None, actual: Decimal | None) -> Month | None:
    if plan is None or actual is None:
        return None
    named = _MONTH.fullmatch(one.month)
    return Month(one.month, plan, actual, _counted(int(named["year"]), int(named["month"])) if named else None)


def _counted(year: int, month: int) -> int:
    return 12 * year + month
