"""Who matters at the client, what could go wrong, and what the client is worth: mostly internal."""

from __future__ import annotations

from decimal import Decimal

from clientplan.plan.money import Currency, Money
from clientplan.plan.value import Line, Number, Text, Value, shared
from clientplan.plan.words import Stance, Weight


class Person(Value):
    """A person at the client, in the business role; influence and support are ours alone to know."""

    name: Line = shared()
    role: Line | None = shared(None)
    contact: Line | None = shared(None, description="Who of us keeps the contact")
    decides: bool = False
    influence: Weight | None = None
    support: Stance | None = None
    note: Text | None = None


class Risk(Value):
    what: Text
    likelihood: Weight | None = None
    response: Text | None = None
    owner: Line | None = None


class Figures(Value):
    """What the client is worth to us a year."""

    revenue: Money | None = None
    margin: Number | None = None  # per cent of revenue
    potential: Money | None = None


class Result(Value):
    """Plan and actual of one month; `actual` is open until the month is over."""

    month: Line
    plan: Number | None = None
    actual: Number | None = None


class Results(Value):
    """Results against plan, month by month, in one currency."""

    name: Line = "Revenue"
    currency: Currency
    months: tuple[Result, ...] = ()

    @property
    def to_date(self) -> tuple[Decimal, Decimal]:
        """Actual and plan, summed over the months that have both."""
        both = [
            (month.actual, month.plan) for month in self.months if month.actual is not None and month.plan is not None
        ]
        return sum((actual for actual, _ in both), Decimal()), sum((plan for _, plan in both), Decimal())
