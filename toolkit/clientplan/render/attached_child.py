"""Takes the plan out of a PDF: run as a program of its own, so that a hostile file harms nothing."""

from __future__ import annotations

from typing import Any

from clientplan.render.program import answer

TAKEN, NONE, MANY, LARGE, PASSWORD, DAMAGED = "taken", "none", "many", "large", "password", "damaged"
_MOST = 100  # attachments that are looked through
_PASSWORD_WANTED = "Incorrect password"  # noqa: S105  # how pdfium says it


def taken(pdf: bytes) -> tuple[str, bytes]:
    """How it went, and the attachment's bytes as they are."""
    import pypdfium2

    try:
        return _attachment(pypdfium2.PdfDocument(pdf))
    except pypdfium2.PdfiumError as error:
        return (PASSWORD if _PASSWORD_WANTED in str(error) else DAMAGED), b""


def _attachment(document: Any) -> tuple[str, bytes]:
    from clientplan.plan.parsing import MAX_BYTES
    from clientplan.render.standard import FILE

    count = document.count_attachments()
    if count > _MOST:
        return MANY, b""
    for number in range(count):
        attachment = document.get_attachment(number)
        if attachment.get_name() == FILE:
            content = bytes(attachment.get_data())
            return (TAKEN, content) if len(content) <= MAX_BYTES else (LARGE, b"")
    return NONE, b""


if __name__ == "__main__":
    answer(taken)
