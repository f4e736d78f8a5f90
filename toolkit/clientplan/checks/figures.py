"""What the data says about a client, handed to the checks as plain values by whoever has the data."""

from __future__ import annotations

from dataclasses import dataclass

from clientplan.plan.words import Phase


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything is open where there is no data: the checks that need it then say nothing."""

    phase: Phase | None = None
    because: str = ""  # the reason for that phase, as a sentence: "Last quarter 58 % of plan."
