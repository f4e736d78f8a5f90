"""What a PDF carries: the text of its pages, what a reader shows beside them, and every other text in the file."""

from __future__ import annotations

import html
import re
import zlib
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

import pypdfium2

from clientplan.render import page_text

PAGE, ATTACHMENT, OUTLINE, INSIDE = "page", "attachment", "outline", "inside"
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_STRING = re.compile(rb"\(((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*)\)|<([0-9A-Fa-f\s]{8,})>", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_FONTS = {b"\x00\x01\x00\x00", b"true", b"OTTO"}
_SIGNS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r\n": b"", b"\r": b""}
_OCTAL = b"01234567"
_UTF_16 = b"\xfe\xff"


class Carried(NamedTuple):
    text: str
    where: str  # page, title, author, subject, keywords …, attachment, outline, inside
    which: str = ""  # the number of the page, the name of the attachment


def carried(pdf: bytes) -> Iterator[Carried]:
    """Every text of a PDF with the place where a reader meets it; last what no reader shows, all in one."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        yield from _pages(document)
        for name, text in document.get_metadata_dict(skip_empty=True).items():
            yield Carried(text, name.lower())
        for number in range(document.count_attachments()):
            yield from _attachment(document.get_attachment(number))
        for bookmark in document.get_toc():
            yield Carried(bookmark.get_title(), OUTLINE)
    finally:
        document.close()
    yield Carried("\n".join(_strings(pdf)), INSIDE)


def _pages(document: pypdfium2.PdfDocument) -> Iterator[Carried]:
    """With what lies outside the paper: it can be copied all the same."""
    for number, page in enumerate(document, 1):
        yield Carried(page_text.text(page, visible=False), PAGE, str(number))


def _attachment(attachment: pypdfium2.PdfAttachment) -> Iterator[Carried]:
    name = attachment.get_name()
    yield Carried(name, ATTACHMENT, name)
    try:
        content = bytes(attachment.get_data())
    except pypdfium2.PdfiumError:
        return  # an empty one
    yield Carried(html.unescape(content.decode("utf-8", "replace")), ATTACHMENT, name)


def _strings(pdf: bytes) -> Iterator[str]:
    """The strings of all objects, and the streams that are text: XMP, links, what a picture says instead of itself."""
    for content in _contents(pdf):
        if content.lstrip().startswith(b"<"):
            yield html.unescape(content.decode("utf-8", "replace"))
        for literal, digits in _STRING.findall(content):
            text = _decoded(literal, digits)
            yield text
            if "%" in text:
                yield unquote(text)


def _contents(pdf: bytes) -> Iterator[bytes]:
    """What stands outside of the file's streams, and every stream itself, but fonts."""
    end = 0
    while start := _STREAM.search(pdf, end):
        yield pdf[end : start.start()]
        content, end = _stream(pdf, start.end())
        if content[:4] not in _FONTS:
            yield content
    yield pdf[end:]


def _stream(pdf: bytes, start: int) -> tuple[bytes, int]:
    """A stream and where it ends; as it is where it isn't compressed."""
    end = pdf.find(b"endstream", start)
    end = len(pdf) if end < 0 else end
    try:
        inflate = zlib.decompressobj()
        content = inflate.decompress(pdf[start:])
    except zlib.error:
        return pdf[start:end], end
    return content, len(pdf) - len(inflate.unused_data)


def _decoded(literal: bytes, digits: bytes) -> str:
    if digits:
        even = b"".join(digits.split())
        raw = bytes.fromhex((even + b"0" * (len(even) % 2)).decode())
    else:
        raw = _ESCAPE.sub(_escaped, literal)
    if raw.startswith(_UTF_16):
        return raw.decode("utf-16", "replace")
    return raw.decode("utf-8", "replace")


def _escaped(match: re.Match[bytes]) -> bytes:
    sign = match[1]
    return bytes([int(sign, 8) % 256]) if sign[0] in _OCTAL else _SIGNS.get(sign, sign)
