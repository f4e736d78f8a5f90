"""The log as the checks of activity look at it: what is past, whose it was, and how it is named in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import isfinite
from textwrap import shorten

from clientplan.checks.figures import Contact
from clientplan.checks.rule import Context
from clientplan.checks.spelling import words

_LONGEST = 50  # letters of a subject in a sentence


def past(context: Context) -> list[Contact]:
    """The contacts up to today, the oldest first."""
    contacts = context.figures.log.contacts if context.figures.log else ()
    return sorted((one for one in contacts if one.when <= context.today), key=lambda one: one.when)


def judged(context: Context) -> list[Contact]:
    """Those in the plan's period, where objectives and next steps have been looked for; none else."""
    known = context.figures.log is not None and context.figures.log.judged
    return [one for one in past(context) if one.when >= context.plan.period.first] if known else []


def hours(contact: Contact) -> float:
    """0 where they aren't known, or can't be hours."""
    known = contact.hours
    return known if known is not None and known > 0 and isfinite(known) else 0.0


def named(contact: Contact) -> str:
    """“Quarterly review”; the kind where the subject is open."""
    name = shorten(contact.subject, _LONGEST, placeholder=" …") or contact.kind
    return f"“{name}”" if name else str(contact.when)


@dataclass(frozen=True, slots=True)
class Who:
    """A person by the words of the name: Dr. Jutta Seidl is Jutta Seidl, and so is Seidl, Jutta."""

    name: str
    words: frozenset[str]

    @classmethod
    def of(cls, names: Iterable[str | None]) -> Iterator[Who]:
        """Those that are names, in their order."""
        for name in names:
            found = frozenset(word.folded for word in words(name or ""))
            if found:
                yield cls(" ".join((name or "").split()), found)

    def may_be(self, other: Who) -> bool:
        """One name holds all the words of the other."""
        return self.words <= other.words or other.words <= self.words
