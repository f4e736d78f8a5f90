"""Results against plan as a chart: where each bar and each line of the plan stands, in parts of the chart's size."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

Pair = tuple[Decimal | None, Decimal | None]  # plan and actual of one month; either may be open
_BAR = 0.5  # of a month's width


@dataclass(frozen=True)
class Mark:
    """One month. `top` and `height` of the bar and `plan` are parts of the chart's height, measured from its top."""

    left: float
    width: float
    top: float | None
    height: float | None
    plan: float | None


@dataclass(frozen=True)
class Chart:
    marks: tuple[Mark, ...]
    zero: float


@dataclass(frozen=True)
class Scale:
    """From the lowest to the highest figure, with zero in between, since a bar's length is what is compared."""

    low: Decimal
    high: Decimal

    def place(self, figure: Decimal) -> float:
        return round(float((self.high - figure) / ((self.high - self.low) or 1)), 4)


def scale(months: Iterable[Pair]) -> Scale:
    figures = [figure for pair in months for figure in pair if figure is not None]
    return Scale(min([*figures, Decimal(0)]), max([*figures, Decimal(0)]))


def chart(months: Sequence[Pair], on: Scale) -> Chart:
    marks = tuple(_mark(number, len(months), pair, on) for number, pair in enumerate(months))
    return Chart(marks, on.place(Decimal(0)))


def _mark(number: int, count: int, pair: Pair, on: Scale) -> Mark:
    plan, actual = pair
    zero = on.place(Decimal(0))
    end = None if actual is None else on.place(actual)
    return Mark(
        left=round((number + (1 - _BAR) / 2) / count, 4),
        width=round(_BAR / count, 4),
        top=None if end is None else min(end, zero),
        height=None if end is None else round(abs(end - zero), 4),
        plan=None if plan is None else on.place(plan),
    )
