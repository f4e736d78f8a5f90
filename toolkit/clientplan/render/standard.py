"""The standard that a PDF keeps to, and what WeasyPrint leaves for us to write into the file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any, NamedTuple

from clientplan.render import glyph_map

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


def finish(document: Any, pdf: Any) -> None:
    """Called by WeasyPrint between composing the file and writing it: scopes of table headers, the attached
    plan's media type, what each glyph stands for.

    A screen reader asks a header cell whether it speaks for its row or its column (PDF 32000-1, table 349).
    """
    for cell in _headers(document):
        scope = cell.element.attrib.get("scope", "col")
        cell.mark["A"]["Scope"] = "/Row" if scope.startswith("row") else "/Column"
    for item in pdf.objects:
        extra = getattr(item, "extra", None)
        if extra and extra.get("Type") == "/EmbeddedFile":
            extra["Subtype"] = "/" + MEDIA_TYPE.replace("/", "#2f")  # what WeasyPrint guesses depends on the system
    glyph_map.mend(document.fonts.values(), pdf.objects)
    if "AF" in pdf.catalog:
        pdf.catalog["AF"][:] = list(dict.fromkeys(pdf.catalog["AF"]))  # WeasyPrint 70 names each twice


def _headers(document: Any) -> Iterator[Any]:
    for page in document.pages:
        for box in page._page_box.descendants():  # noqa: SLF001  # as in layout.py
            if box.element_tag == "th" and hasattr(box, "mark"):
                yield box
