"""What goes into a week's proposal, and what comes out: plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from clientplan.plan.words import Phase


@dataclass(frozen=True, slots=True)
class Work:
    """An open action of the person whose week it is."""

    client: str  # its id
    id: str
    what: str
    due: date | None = None
    hours: float | None = None  # that are left to do


@dataclass(frozen=True, slots=True)
class Client:
    id: str
    name: str
    phase: Phase | None = None  # open: as in maintenance
    hours: float | None = None  # a month, as advised (or planned)
    last_contact: date | None = None
    next_contact: date | None = None  # already in the calendar


@dataclass(frozen=True, slots=True)
class Block:
    """Hours on one day for one action, or for a contact (`id` is then None)."""

    day: date
    client: str
    id: str | None
    what: str
    hours: float  # in quarters
    why: str


@dataclass(frozen=True, slots=True)
class Unfit:
    """An action or a contact, or the rest of one, for which the week has no hours."""

    client: str
    id: str | None
    what: str
    hours: float
    why: str
    pressing: bool  # it is overdue or due this week


@dataclass(frozen=True, slots=True)
class Untouched:
    """A client for whom the week holds nothing."""

    client: str
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Week:
    """Monday to Friday. Blocks are in the order of their days, and on a day in the order of their urgency."""

    monday: date
    capacity: tuple[float, ...]  # hours of each day that can be planned, Monday to Friday; 0 on a day that is past
    blocks: tuple[Block, ...]
    unfit: tuple[Unfit, ...]
    untouched: tuple[Untouched, ...]
    sentence: str
