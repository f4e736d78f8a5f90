"""Drift of an objective: the readings of its measure against the pace of their days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from clientplan.insight.drift.cusum import Drift, drift
from clientplan.insight.drift.of_results import NOT_A_FORECAST, too_short
from clientplan.insight.spoken import day, several
from clientplan.plan.objective import Measure, Reading
from clientplan.plan.pace import expected
from clientplan.plan.value import plain
from clientplan.plan.words import Direction


def of_measure(
    measure: Measure, first: date, as_of: date, *, swing: float | None = None, running_total: bool | None = None
) -> Drift | None:
    """The readings from the plan's first day up to `as_of`, at whatever days they are, with a sentence.

    A reading is held against `plan.pace.expected`, what the page shows too. A running total carries each lost month
    along for good, so of it the gain from one reading to the next is held against the gain that the pace asks for. A
    measure to be held is looked at above and below, and the worse side is told.

    Args:
        measure: with baseline, target, due day and readings.
        first: the plan's first day, which is that of the baseline.
        as_of: readings of later days aren't there yet.
        swing: the usual ups and downs of a reading (of a gain), in the measure's unit, where they are known.
        running_total: whether the measure only adds up, such as what was invoiced since January. By default it does
            where the baseline is 0, the target is above it and no reading goes back.

    Returns:
        None where the measure has no pace: an end of it is open, or its direction contradicts its target.
    """
    readings = [reading for reading in measure.readings if first <= reading.when <= as_of]
    if measure.baseline is not None and measure.way is Direction.HOLD and measure.target in {None, measure.baseline}:
        return _held(measure, measure.baseline, readings, swing)
    paces = [expected(measure, first, reading.when) for reading in readings]
    if expected(measure, first, as_of) is None or measure.way is not _toward(measure):
        return None
    wanted = [pace for pace in paces if pace is not None]
    values = [reading.value for reading in readings]
    if _adds_up(measure, values) if running_total is None else running_total:
        wanted, values = _gains(wanted, measure.baseline), _gains(values, measure.baseline)
    sign = -1 if measure.way is Direction.DOWN else 1
    found = drift(
        [reading.when for reading in readings],
        [float(sign * value) for value in wanted],
        [float(sign * value) for value in values],
        swing=swing,
    )
    return replace(found, sentence=_sentence(found, measure, readings, paces))


def _held(measure: Measure, level: Decimal, readings: list[Reading], swing: float | None) -> Drift:
    days = [reading.when for reading in readings]
    sides = [
        drift(days, [float(sign * level)] * len(days), [float(sign * one.value) for one in readings], swing=swing)
        for sign in (1, -1)
    ]
    worse = max(sides, key=lambda side: side.sums[-1:])
    return replace(worse, sentence=_sentence(worse, measure, readings, [level for _ in readings]))


def _toward(measure: Measure) -> Direction | None:
    """The way from baseline to target, whatever is written."""
    return measure.replace(direction=None).way


def _adds_up(measure: Measure, values: list[Decimal]) -> bool:
    grows = measure.baseline == 0 and measure.way is Direction.UP and measure.unit != "%"
    return grows and values == sorted(values)


def _gains(values: list[Decimal], baseline: Decimal | None) -> list[Decimal]:
    before = [baseline or Decimal(), *values]
    return [after - earlier for earlier, after in zip(before, values, strict=False)]


def _sentence(found: Drift, measure: Measure, readings: list[Reading], paces: list[Decimal | None]) -> str:
    name = measure.name or "The measure"
    if found.swing is None:
        return f"{name}: {too_short(len(readings), 'reading')}"
    latest, pace = readings[-1], paces[-1]
    stands = f"{_shown(latest.value, measure)} on {day(latest.when)}, where the pace was {_shown(pace, measure)}"
    if found.since is None:
        return f"{name}: no drift, {stands}. {NOT_A_FORECAST}"
    behind = f"short of the pace since {day(found.since)}"
    count = several(len(found.days) - found.days.index(found.since), "reading")
    if found.alarm is None:
        return (
            f"{name}: no drift so far. {stands[0].upper()}{stands[1:]}; {behind} ({count}), "
            f"no more than its ups and downs explain. {NOT_A_FORECAST}"
        )
    steady = ", and falling away too steadily for chance" if found.steady else ""
    return (
        f"{name} is drifting: {stands}. It is {behind} ({count}), since {day(found.alarm)} by more than its ups and "
        f"downs explain{steady}. {NOT_A_FORECAST}"
    )


def _shown(value: Decimal | None, measure: Measure) -> str:
    """No more decimals than the measure itself is read with."""
    known = [measure.baseline, measure.target, *(reading.value for reading in measure.readings)]
    places = max(0, *(-int(figure.as_tuple().exponent) for figure in known if figure is not None))
    rounded = plain((value or Decimal()).quantize(Decimal(1).scaleb(-places)))
    return f"{rounded} {measure.unit or ''}".rstrip()
