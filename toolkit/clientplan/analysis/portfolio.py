"""Everything about a manager's clients on one day, each part worked out when it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from clientplan.analysis.book import Book
from clientplan.analysis.hours import Hours, hours
from clientplan.analysis.results import ToDate, results
from clientplan.analysis.spent import Spent, spent
from clientplan.analysis.standing import Standing, standings

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, eq=False)
class Portfolio:
    book: Book
    budget: float | None = None  # hours a month for all clients; None is what they have

    @cached_property
    def standings(self) -> list[Standing]:
        """All clients with an order, the likeliest to erode first."""
        return standings(self.book)

    @cached_property
    def hours(self) -> Hours | None:
        """Hours now and advised.

        Raises:
            HoursRefused, JudgmentsContradict: as `hours`.
        """
        return hours(self.book, self.standings, self.budget)

    @cached_property
    def spent(self) -> Spent:
        """Where the hours of the last quarter went."""
        return spent(self.book)

    @property
    def base_rate(self) -> float | None:
        """How many of the clients seen so far fell; None where too few were seen."""
        return next((one.base_rate for one in self.standings if one.base_rate is not None), None)

    @property
    def told_apart(self) -> bool:
        """Whether the book is old enough to say whose risk is higher."""
        return any(one.risk is not None and one.risk != one.base_rate for one in self.standings)

    @property
    def too_young(self) -> str:
        """What to say where it isn't."""
        if self.base_rate is None:
            return "The book is too young to say what is likely next. Go by the phase."
        return (
            f"The book is too young to say whose risk is higher: {100 * self.base_rate:.0f} % of the times that a "
            "client of yours was seen, it fell under half of its pace within six months. Go by the phase."
        )

    @cached_property
    def last_contacts(self) -> dict[str, date]:
        """The last activity with each client, up to today."""
        from clientplan.insight.activity.logged import last_contacts

        return last_contacts(self.book.tables["activities"], self.book.today)

    @property
    def to_date(self) -> list[ToDate]:
        return self._results[0]

    @property
    def months(self) -> pd.DataFrame:
        """Results against plan by month."""
        return self._results[1]

    @cached_property
    def _results(self) -> tuple[list[ToDate], pd.DataFrame]:
        return results(self.book)
