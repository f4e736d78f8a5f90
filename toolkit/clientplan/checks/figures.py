"""What is known beside the plan, handed to the checks as plain values by whoever knows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clientplan.plan.money import Money
from clientplan.plan.plan import Plan
from clientplan.plan.source import Path
from clientplan.plan.words import Edition, Phase


@dataclass(frozen=True, slots=True)
class Leak:
    """Internal text that stands in a print for the client."""

    path: Path  # of the internal field
    where: str  # page, title, author, keywords …, attachment, outline, file (its name); inside: no reader shows it
    which: str = ""  # the number of the page, the name of the attachment


@dataclass(frozen=True, slots=True)
class Long:
    """A section of a page with its lines, the ids of the items that it is long by, and the lines that are too many."""

    section: str
    lines: int
    items: tuple[str, ...] = ()
    over: int = 0


@dataclass(frozen=True, slots=True)
class Print:
    """What a print of the plan turned out like."""

    edition: Edition
    pages: int
    budget: int  # pages
    over: int = 0  # lines that are too many
    longest: tuple[Long, ...] = ()  # the longest first; told of a print that has too many pages
    lost: tuple[str, ...] = ()  # places whose text isn't in the PDF
    type_size: float | None = None  # of the body, pt
    margin: float | None = None  # the narrowest, mm
    leaks: tuple[Leak, ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """One past activity with the client."""

    when: date
    kind: str = ""  # as the log calls it: call, visit
    subject: str = ""
    hours: float | None = None
    who: str | None = None  # at the client
    objective: str | None = None  # the id of the one it served
    next_step: date | None = None  # the day that was agreed


@dataclass(frozen=True, slots=True)
class Log:
    """The client's activities, the oldest first. `judged`: objectives and next steps have been looked for in it."""

    contacts: tuple[Contact, ...]
    judged: bool = False


@dataclass(frozen=True, slots=True)
class Holding:
    """One client of the portfolio."""

    client: str
    manager: str | None = None
    phase: Phase | None = None
    hours: Decimal | None = None  # a month, as planned
    potential: Money | None = None  # a year


@dataclass(frozen=True, slots=True)
class Advice:
    """The best use of the hours that there are, against today's."""

    worth_now: float
    worth_best: float
    moves: tuple[tuple[str, float], ...]  # client, hours a month more (or less, below 0)


@dataclass(frozen=True, slots=True)
class Portfolio:
    """All clients, this one among them."""

    holdings: tuple[Holding, ...]
    advice: Advice | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything is open where nothing is known: the checks that need it then say nothing."""

    phase: Phase | None = None  # as the client's data say
    because: str = ""  # the reason for that phase, as a sentence: "Last quarter 58 % of plan."
    changed: date | None = None  # when the plan's file was changed last
    previous: Plan | None = None  # the same client's plan before this one
    prints: tuple[Print, ...] = ()
    log: Log | None = None
    capacity: tuple[tuple[str, Decimal], ...] = ()  # hours a month that a person has for clients
    portfolio: Portfolio | None = None
