"""The text of a printed page, as PDFium gives it back."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from clientplan.render.matching import turns


def text(page: pypdfium2.PdfPage, *, visible: bool) -> str:
    """All text of a page, or what can be seen of it: with `visible` what lies outside the paper isn't part of it.

    PDFium puts a line that runs from right to left in order as a whole, over the columns of a table. So on a page with
    such letters the pieces of text are taken one by one, in the order in which they were set.
    """
    opened = page.get_textpage()
    try:
        whole: str = opened.get_text_bounded() if visible else opened.get_text_range()
        return "\n".join(_pieces(page, opened, visible=visible)) if turns(whole) else whole
    finally:
        opened.close()


def _pieces(page: pypdfium2.PdfPage, opened: pypdfium2.PdfTextPage, *, visible: bool) -> Iterator[str]:
    width, height = page.get_size()
    for piece in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_TEXT,)):
        left, bottom, right, top = piece.get_bounds()
        if not visible or (right > 0 and left < width and top > 0 and bottom < height):
            yield _of(piece, opened)


def _of(piece: pypdfium2.PdfObject, opened: pypdfium2.PdfTextPage) -> str:
    length = pdfium.FPDFTextObj_GetText(piece, opened, None, 0)  # bytes
    room = (ctypes.c_ushort * (length // 2))()
    pdfium.FPDFTextObj_GetText(piece, opened, room, length)
    return bytes(room).decode("utf-16-le").rstrip("\0")
