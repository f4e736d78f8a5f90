"""The standard that a PDF keeps to, and what goes into the file beside its pages."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import NamedTuple

FILE = "plan.yaml"  # always the same name: it tells nothing
MEDIA_TYPE = "application/yaml"
RELATIONSHIP = "Source"  # the page is made from it
CREATOR = "Client Plan"


class Standard(StrEnum):
    """Both are tagged for screen readers; PDF/A-3a is also for archives, and may carry the plan as a file."""

    A = "PDF/A-3a"
    UA = "PDF/UA-1"

    @property
    def variant(self) -> str:
        """As WeasyPrint calls it."""
        return self.value.lower()


class Attached(NamedTuple):
    content: str
    description: str


class Finish(NamedTuple):
    """What goes into the file beside the pages. The day stands for all its dates: same plan, same day, same bytes."""

    standard: Standard = Standard.A
    day: date = date(2000, 1, 1)
    attached: Attached | None = None

    @property
    def made(self) -> datetime:
        return datetime.combine(self.day, time(), UTC)
