"""Takes the plan out of a PDF: run as a program of its own, so that a hostile file harms nothing.

In comes the PDF. Out go one line, how it went, and then the attachment's bytes as they are.
"""

from __future__ import annotations

import sys

from clientplan.render import limits

TAKEN, NONE, MANY, LARGE, PASSWORD, DAMAGED = "taken", "none", "many", "large", "password", "damaged"
_MOST = 100  # attachments that are looked through
_PASSWORD_WANTED = "Incorrect password"  # noqa: S105  # how pdfium says it


def main() -> None:
    limits.limit_memory()
    limits.limit_time(limits.SECONDS)
    import pypdfium2

    try:
        outcome, content = _taken(pypdfium2.PdfDocument(sys.stdin.buffer.read()))
    except pypdfium2.PdfiumError as error:
        outcome, content = (PASSWORD if _PASSWORD_WANTED in str(error) else DAMAGED), b""
    sys.stdout.buffer.write(f"{outcome}\n".encode() + content)


def _taken(document: object) -> tuple[str, bytes]:
    from clientplan.plan.source import MAX_BYTES
    from clientplan.render.standard import FILE

    count = document.count_attachments()  # type: ignore[attr-defined]  # pypdfium2 ships no types
    if count > _MOST:
        return MANY, b""
    for number in range(count):
        attachment = document.get_attachment(number)  # type: ignore[attr-defined]
        if attachment.get_name() == FILE:
            content = bytes(attachment.get_data())
            return (TAKEN, content) if len(content) <= MAX_BYTES else (LARGE, b"")
    return NONE, b""


if __name__ == "__main__":
    main()
