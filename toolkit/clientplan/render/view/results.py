"""Results against plan, month by month: a chart, the figures below it, and the sentence that they come to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_FLOOR, Decimal

from clientplan.plan.people import Result, Results
from clientplan.plan.plan import Plan
from clientplan.render.chart import Chart, Pair, Scale, chart, scale
from clientplan.render.view.head import Fact
from clientplan.render.view.shown import Code
from clientplan.render.view.voice import Voice

_MONTH = re.compile(r"(\d{4})-(\d{2})")
_A_ROW = 12  # months side by side; more go into a second row
_UNITS = ((Decimal(1_000_000), "millions"), (Decimal(1_000), "thousands"), (Decimal(1), "ones"))
_LARGE = 10  # from this many of a unit on, the figures are shown in it


@dataclass(frozen=True)
class MonthView:
    label: str
    year: str | None  # where a new year begins
    plan: str | None
    actual: str | None


@dataclass(frozen=True)
class Row:
    months: tuple[MonthView, ...]
    chart: Chart


@dataclass(frozen=True)
class ResultsView:
    title: str
    unit: str
    rows: tuple[Row, ...]
    alternative: Code


def results(plan: Plan, voice: Voice) -> ResultsView | None:
    found = plan.results
    if found is None or not any(month.plan is not None or month.actual is not None for month in found.months):
        return None
    title = attained(found, voice)
    ones, unit = _unit(found)
    axis = scale(_pairs(found.months))
    return ResultsView(
        title=title,
        unit=voice.words(f"results.{unit}", currency=found.currency),
        rows=tuple(
            _row(found.months[at : at + _A_ROW], ones, axis, voice) for at in range(0, len(found.months), _A_ROW)
        ),
        alternative=Code(voice.words("results.chart", title=title)),
    )


def worth(plan: Plan, voice: Voice) -> tuple[Fact, ...]:
    """What the client is worth to us a year."""
    figures, formats = plan.figures, voice.formats
    facts = {
        "revenue": figures.revenue and formats.money(figures.revenue.amount, figures.revenue.currency),
        "margin": None if figures.margin is None else formats.percent(figures.margin / 100),
        "potential": figures.potential and formats.money(figures.potential.amount, figures.potential.currency),
    }
    return tuple(Fact(voice.words(f"worth.{name}"), value) for name, value in facts.items() if value)


def attained(found: Results, voice: Voice) -> str:
    """The message of the chart in one sentence: €212,400 of €230,000 planned to date (92%)."""
    actual, planned = found.to_date
    if planned <= 0:
        year = sum((month.plan for month in found.months if month.plan is not None), Decimal())
        return voice.words("results.planned", name=found.name, plan=voice.formats.money(year, found.currency))
    return voice.words(
        "results.attained",
        name=found.name,
        actual=voice.formats.money(actual, found.currency),
        plan=voice.formats.money(planned, found.currency),
        part=voice.formats.percent((actual / planned).quantize(Decimal("0.01"), rounding=ROUND_FLOOR)),
    )


def _unit(found: Results) -> tuple[Decimal, str]:
    """The unit in which the figures are shown: millions, thousands or ones."""
    largest = max(abs(figure) for pair in _pairs(found.months) for figure in pair if figure is not None)
    return next((unit for unit in _UNITS if largest >= unit[0] * _LARGE), _UNITS[-1])


def _pairs(months: tuple[Result, ...]) -> list[Pair]:
    return [(month.plan, month.actual) for month in months]


def _row(months: tuple[Result, ...], ones: Decimal, axis: Scale, voice: Voice) -> Row:
    return Row(tuple(_months(months, ones, voice)), chart(_pairs(months), axis))


def _months(months: tuple[Result, ...], ones: Decimal, voice: Voice) -> Iterator[MonthView]:
    def shown(figure: Decimal | None) -> str | None:
        return None if figure is None else voice.formats.number(figure / ones, places=0 if ones == 1 else 1)

    year = None
    for month in months:
        day = first_day(month.month)
        new = day.year if day and day.year != year else None
        year = day.year if day else year
        label = voice.formats.month(day) if day else month.month
        yield MonthView(label, voice.formats.count(new) if new else None, shown(month.plan), shown(month.actual))


def first_day(month: str) -> date | None:
    """A month written as 2026-04; None for any other name, which is shown as it stands."""
    match = _MONTH.fullmatch(month)
    if match is None or not 1 <= int(match[2]) <= 12:  # noqa: PLR2004  # months of a year
        return None
    return date(int(match[1]), int(match[2]), 1)
