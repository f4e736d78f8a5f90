"""From which day a book is looked at, how far back and how far ahead."""

from __future__ import annotations

from dataclasses import dataclass, replace

WINDOW = 364  # days: a year of whole weeks, cut into 12 months and 4 quarters of equal length
HORIZON = 182  # days
MONTHS = 12
QUARTERS = 4


@dataclass(frozen=True, slots=True)
class Look:
    """A look at a book: rows before `day` are known, the window behind it is history, the horizon is what comes."""

    day: int  # days since 1970-01-01; the first day that isn't known
    window: int = WINDOW  # days
    horizon: int = HORIZON  # days

    def __post_init__(self) -> None:
        """Windows that can't be cut into months are refused.

        Raises:
            ValueError: says what is too short.
        """
        if self.window < 2 * MONTHS or self.horizon < 1:
            raise ValueError(
                f"window {self.window}, horizon {self.horizon}: give a window of at least {2 * MONTHS} days "
                "and a horizon of at least 1."
            )

    @property
    def quarter(self) -> int:
        return self.window // QUARTERS

    def earlier(self, quarters: int) -> Look:
        """The look that had just ended on this day, or one that many quarters before."""
        return replace(self, day=self.day - self.horizon - quarters * self.quarter)
