"""Books to look at: small ones from rows, the sample's, and the sample's tables as plain rows."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from statistics import median
from typing import Any

import pandas as pd
import pytest

from clientplan.analysis.book import Book
from clientplan.analysis.portfolio import Portfolio
from clientplan.analysis.reading import read
from clientplan.collect.tables import shaped
from clientplan.plan.plan import Plan
from clientplan.plan.reading import read as read_plan
from clientplan.settings import Settings
from clientplan.workspace import Workspace

TODAY = date(2026, 9, 15)
LOOK = TODAY  # the first day whose orders aren't known
YEAR, QUARTER, MONTH, HORIZON = 364, 91, 30, 182  # days, as the risk counts them
Dated = dict[date, Decimal]


@dataclass(frozen=True)
class Raw:
    """The tidy tables of the sample as the csv module reads them, and what a person could work out of them."""

    names: dict[str, str]
    revenue: list[dict[str, str]]
    activities: list[dict[str, str]]
    plans: dict[str, Plan]

    def spends(self, client: str) -> Dated:
        """Net of credit notes, by day."""
        found: Dated = {}
        for row in self.of(client):
            day = date.fromisoformat(row["date"])
            found[day] = found.get(day, Decimal()) + Decimal(row["amount"])
        return found

    def of(self, client: str) -> list[dict[str, str]]:
        return [row for row in self.revenue if row["client_id"] == client]

    def ordered(self, client: str, look: date = LOOK) -> list[date]:
        """The days with an order before the look, in order."""
        days = {date.fromisoformat(row["date"]) for row in self.of(client) if Decimal(row["amount"]) > 0}
        return sorted(day for day in days if day < look)

    def sold(self, client: str, first: date, last: date) -> Decimal:
        return sum((amount for day, amount in self.spends(client).items() if first <= day <= last), Decimal())

    def quarter(self, client: str, look: date = LOOK) -> Decimal:
        return self.sold(client, look - timedelta(days=QUARTER), look - timedelta(days=1))

    def pace(self, client: str, look: date = LOOK) -> Decimal:
        """The median of the last four quarters."""
        return median(self.quarter(client, look - timedelta(days=QUARTER * back)) for back in range(4))

    def gaps(self, client: str, look: date = LOOK) -> list[int]:
        """Days between orders, of those that began within a year."""
        days = self.ordered(client, look)
        return [(after - day).days for day, after in pairwise(days) if day >= look - timedelta(days=YEAR)]

    def months_ordered(self, client: str, look: date = LOOK, *, back: int = 0) -> int:
        """Of six twelfths of a year, how many had an order; `back` skips the latest."""
        months = {((look - day).days - 1) * 12 // YEAR for day in self.ordered(client, look)}
        return len(months & set(range(back, back + 6)))

    def planned(self, client: str) -> Decimal | None:
        """The plan's months, as a year."""
        plan = self.plans.get(client)
        if plan is None or plan.results is None:
            return None
        total = sum((month.plan or Decimal() for month in plan.results.months), Decimal())
        return total * Decimal("365.25") / ((plan.period.last - plan.period.first).days + 1)


@pytest.fixture(scope="session")
def sample(sample_read: Workspace) -> Portfolio:
    """Everything about the sample's clients, worked out once; nothing may be changed in it."""
    found = read(sample_read)
    assert found is not None
    return Portfolio(found)


@pytest.fixture(scope="session")
def raw(sample_read: Workspace) -> Raw:
    def rows(name: str) -> list[dict[str, str]]:
        with (sample_read.data / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    plans = [sample_read.store.load(name).plan for name in sample_read.store.names()]
    names = {row["client_id"]: row["name"] for row in rows("clients")}
    return Raw(names, rows("revenue"), rows("activities"), {str(plan.client.id): plan for plan in plans})


@pytest.fixture
def plan() -> Callable[..., Plan]:
    """A plan for 2026, from its client's id and name, and YAML that says more."""

    def made(client: str = "1", name: str = "Harrow", more: str = "") -> Plan:
        head = f"schema: 1\nclient: {{name: {name}, id: '{client}'}}\n"
        period = "" if "period:" in more else "period: {first: 2026-01-01, last: 2026-12-31}\n"
        return read_plan(head + period + more)

    return made


@pytest.fixture
def book() -> Callable[..., Book]:
    """A book from rows: clients (id, name), orders (id, day, amount, currency) and activities (by column)."""

    def made(
        *plans: Plan,
        clients: Sequence[Sequence[Any]] = (("1", "Harrow"), ("2", "Finch")),
        orders: Iterable[Sequence[Any]] = (),
        log: Iterable[Mapping[str, Any]] = (),
        today: date = TODAY,
        **settings: Any,
    ) -> Book:
        revenue = pd.DataFrame(list(orders), columns=["client_id", "date", "amount", "currency"])
        activities = pd.DataFrame(list(log), columns=["client_id", "date", "minutes", "kind", "contact", "subject"])
        tables = {
            "clients": shaped("clients", pd.DataFrame(list(clients), columns=["client_id", "name"])),
            "revenue": shaped("revenue", revenue.assign(date=pd.to_datetime(revenue["date"]))),
            "activities": shaped("activities", activities.assign(date=pd.to_datetime(activities["date"]))),
        }
        return Book(tables, plans, today, Settings.model_validate(settings))

    return made


@pytest.fixture
def weekly() -> Callable[..., Iterator[tuple[Any, ...]]]:
    """An order a week for two years, the last one on `last`."""

    def made(
        client: str, amount: float, currency: str | None = "EUR", *, last: date = date(2026, 9, 14), weeks: int = 104
    ) -> Iterator[tuple[Any, ...]]:
        for back in range(weeks):
            yield client, last - timedelta(days=7 * back), amount, currency

    return made
