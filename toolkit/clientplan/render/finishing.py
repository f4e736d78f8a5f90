"""The last touches to a PDF: what WeasyPrint leaves for us to write into the file, between composing and writing it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pydyf

from clientplan.render.standard import MEDIA_TYPE


def finish(document: Any, pdf: pydyf.PDF) -> None:
    """Called by WeasyPrint: scopes of table headers, the attached plan's media type; then each object is put down.

    A screen reader asks a header cell whether it speaks for its row or its column (PDF 32000-1, table 349).
    """
    for cell in _headers(document):
        scope = cell.element.attrib.get("scope", "col")
        cell.mark["A"]["Scope"] = "/Row" if scope.startswith("row") else "/Column"
    for item in pdf.objects:
        extra = getattr(item, "extra", None)
        if extra and extra.get("Type") == "/EmbeddedFile":
            extra["Subtype"] = "/" + MEDIA_TYPE.replace("/", "#2f")  # what WeasyPrint guesses depends on the system
    if "AF" in pdf.catalog:
        pdf.catalog["AF"][:] = list(dict.fromkeys(pdf.catalog["AF"]))  # WeasyPrint 70 names each twice
    pdf.objects[:] = [_Written(item) for item in pdf.objects]


class _Written(pydyf.Object):  # type: ignore[misc]  # pydyf ships no types
    """An object of the file as its bytes. pydyf asks for them twice, once for the file's identifier, and would
    compress every font and page anew.
    """

    def __init__(self, item: pydyf.Object) -> None:
        super().__init__()
        self.number, self.generation, self.free = item.number, item.generation, item.free
        self._compressible = item.compressible
        self._data = b"" if item.free == "f" else item.data

    @property
    def data(self) -> bytes:
        return self._data

    @property
    def compressible(self) -> bool:
        return bool(self._compressible)


def _headers(document: Any) -> Iterator[Any]:
    for page in document.pages:
        for box in page._page_box.descendants():  # noqa: SLF001  # as in layout.py
            if box.element_tag == "th" and hasattr(box, "mark"):
                yield box
