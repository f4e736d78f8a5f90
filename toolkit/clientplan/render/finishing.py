"""The last touches to a PDF: what WeasyPrint leaves for us to write into the file, between composing and writing it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pydyf

from clientplan.render import glyph_map
from clientplan.render.standard import MEDIA_TYPE


def finish(document: Any, pdf: pydyf.PDF) -> None:
    """Called by WeasyPrint: puts right what WeasyPrint 70 leaves wrong; then each object is put down."""
    for cell in _headers(document):
        # A screen reader asks a header cell whether it speaks for its row or its column (PDF 32000-1, table 349).
        scope = cell.element.attrib.get("scope", "col")
        cell.mark["A"]["Scope"] = "/Row" if scope.startswith("row") else "/Column"
    for item in pdf.objects:
        extra = getattr(item, "extra", {})
        if extra.get("Type") == "/EmbeddedFile":
            extra["Subtype"] = "/" + MEDIA_TYPE.replace("/", "#2f")  # what WeasyPrint guesses depends on the system
        if extra.get("Subtype") == "/Image":
            extra["Interpolate"] = "false"  # an archive leaves no choice to the reader (ISO 19005-3, 6.2.8)
    glyph_map.mend(document.fonts.values(), pdf.objects)
    if "AF" in pdf.catalog:
        pdf.catalog["AF"][:] = list(dict.fromkeys(pdf.catalog["AF"]))  # each is named twice
    _mend_lists(pdf)
    pdf.objects[:] = [_Written(item) for item in pdf.objects]


def _mend_lists(pdf: pydyf.PDF) -> None:
    """Items stand directly in a list, and a list holds nothing else: one that is laid out as a table comes out as
    lists of lists of boxes of items (ISO 14289-1, 7.6; PDF 32000-1, 14.8.4.3.3).
    """
    elements = {item.reference: item for item in pdf.objects if _is_element(item)}
    lists = {item["P"] for item in elements.values() if item["S"] == "/LI"}
    for reference, element in elements.items():
        if reference in lists:
            element["S"] = "/L"
        elif element["S"] == "/L":
            element["S"] = "/Div"


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


def _is_element(item: Any) -> bool:
    """Whether it is part of the structure that a screen reader reads."""
    return isinstance(item, dict) and item.get("Type") == "/StructElem"
