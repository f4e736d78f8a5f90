"""The language of one page: its words and its formats, and the day on which it is printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clientplan.render.formats import Formats
from clientplan.render.words import Words, words


@dataclass(frozen=True)
class Voice:
    words: Words
    formats: Formats
    today: date

    @classmethod
    def of(cls, locale: str, today: date) -> Voice:
        """Raises RenderRefused where there is no such language."""
        found = words(locale)
        return cls(found, Formats.of(locale, found.language), today)

    def day(self, day: date | None) -> str | None:
        """A date as columns have room for it; None for none."""
        return None if day is None else self.formats.short_day(day)

    def word(self, section: str, state: StrEnum | None) -> str | None:
        """The word for a phase, a level or a status; None for none."""
        return None if state is None else self.words(f"{section}.{state.value}")
