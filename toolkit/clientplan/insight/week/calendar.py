"""The five days of a week and the time left on each, in quarters of an hour, so that sums are exact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import ceil, floor, isfinite

from clientplan.errors import ClientPlanError

DAYS = 5
QUARTERS = 4  # of an hour
LEAST = 2  # quarters: shorter blocks are only good for finishing something
_CLOSE = 1e-9


def quarters(hours: float) -> int:
    """Rounded up: what is begun takes the whole quarter."""
    return ceil(hours * QUARTERS - _CLOSE)


@dataclass
class Days:
    """What is left of a week while it is being filled."""

    monday: date
    free: list[int] = field(default_factory=list)  # quarters, Monday to Friday

    @classmethod
    def of(cls, as_of: date, capacity: Sequence[float]) -> Days:
        """The week of a day, or the next one on a weekend; days that are past have no time left.

        Raises:
            ClientPlanError: the hours aren't five figures of 0 to 24.
        """
        if len(capacity) != DAYS or not all(isfinite(hours) and 0 <= hours <= 24 for hours in capacity):  # noqa: PLR2004  # hours of a day
            raise ClientPlanError(
                f"hours of the week: {list(capacity)}. Give five, Monday to Friday, each from 0 to 24"
            )
        today = as_of.weekday()
        monday = as_of - timedelta(days=today) + timedelta(weeks=today >= DAYS)
        past = today if today < DAYS else 0
        return cls(monday, [0 if at < past else floor(hours * QUARTERS + _CLOSE) for at, hours in enumerate(capacity)])

    @property
    def friday(self) -> date:
        return self.monday + timedelta(days=DAYS - 1)

    def day(self, at: int) -> date:
        return self.monday + timedelta(days=at)

    def whole(self, wanted: int, earliest: date) -> date | None:
        """Takes one uncut block, on the first day from `earliest` on that holds it, else on the last before."""
        from_here = min(max((earliest - self.monday).days, 0), DAYS)
        for at in (*range(from_here, DAYS), *reversed(range(from_here))):
            if self.free[at] >= wanted:
                self.free[at] -= wanted
                return self.day(at)
        return None

    def pieces(self, wanted: int) -> list[tuple[date, int]]:
        """Takes as much as there is from Monday on, cut at the ends of days: day and quarters."""
        taken = []
        for at in range(DAYS):
            here = min(wanted, self.free[at])
            if here and (here >= LEAST or here == wanted):
                self.free[at] -= here
                wanted -= here
                taken.append((self.day(at), here))
        return taken
