"""Drift of a client's monthly results against plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from clientplan.insight.drift.cusum import FEWEST, Drift, drift
from clientplan.insight.spoken import amount, month

NOT_A_FORECAST = "This says what has been, not what comes."


def of_months(
    months: Sequence[pd.Period],
    planned: Sequence[float],
    actual: Sequence[float],
    *,
    unit: str,
    swing: float | None = None,
) -> Drift:
    """Months that are over, in a row and in the order of time, with a sentence.

    Args:
        months: each month, such as `Attainment.months` has them for one client and currency.
        planned: its plan, in `unit`.
        actual: its result, in `unit`.
        unit: the currency, as the sentence names it.
        swing: the usual ups and downs of a month against plan, in `unit`, where they are known.
    """
    found = drift([one.start_time.date() for one in months], planned, actual, swing=swing)
    return replace(found, sentence=_sentence(found, unit))


def _sentence(found: Drift, unit: str) -> str:
    if found.swing is None:
        return f"Month by month: {too_short(len(found.days), 'month')}"
    if found.since is None:
        return f"No drift: month by month, results keep to their plan. {NOT_A_FORECAST}"
    last = found.days[-1].year
    run = found.shortfalls[found.days.index(found.since) :]
    began, ended = month(found.since, beside=last), month(found.days[-1], beside=last)
    behind = f"{amount(sum(run), unit)} under plan {f'in {ended}' if len(run) == 1 else f'from {began} to {ended}'}"
    swing = amount(found.swing, unit)
    if found.alarm is None:
        return f"No drift so far: {behind}, no more than the usual ups and downs ({swing} a month). {NOT_A_FORECAST}"
    said = f"Drifting: {behind}, since {month(found.alarm, beside=last)} more than its ups and downs explain "
    said += f"({swing} a month)."
    if found.steady:
        said += f" Against plan it has lost {amount(-found.slope, unit, 0.0)} a month, too steadily for chance."
    return f"{said} {NOT_A_FORECAST}"


def too_short(count: int, what: str) -> str:
    if count < FEWEST:
        return f"too few {what}s to tell a drift from chance, {count} of at least {FEWEST}."
    return f"each {what} is as far from plan as the last, and without ups and downs no drift can be told from them."
