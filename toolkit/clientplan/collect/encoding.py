"""Which encoding a text file is in."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from clientplan.errors import SourceUnreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8 with a byte order mark"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_WESTERN = "äöüßéèêëàâîïôûùçñáíóúåæøãõÄÖÜÉÈÀÂÎÔÇÑÁÍÓÚÅÆØ"
_CENTRAL = "äöüßáéíóúýąćęłńśźżčďěňřšťůžőűÄÖÜÁÉÍÓÚÝĄĆĘŁŃŚŹŻČĎĚŇŘŠŤŮŽŐŰ"
# What business software in Europe and the Americas writes when it doesn't write UTF-8, the most common first, with
# the letters that tell it from the others: in the wrong one, "Müller" has a sign where its ü should be.
_SINGLE_BYTE = (
    ("cp1252", "Windows-1252", _WESTERN),
    ("cp1250", "Windows-1250", _CENTRAL),
    ("mac_roman", "Mac Roman", _WESTERN),
    ("cp850", "DOS 850", _WESTERN),
)
_SIGNS = "€£§°·–—‘’‚“”„…«»ºª¿¡©®™\u00a0"  # noqa: RUF001 - these are what is looked for
_SAMPLE = 65_536
_UNPRINTABLE = frozenset(range(32)) - {9, 10, 12, 13, 26}
_DAMAGED = "\ufffd"
_FEW_DAMAGED = 10  # characters beyond ASCII to one that isn't UTF-8: a CRM has cut a note in the middle of a letter
_MOSTLY = 0.6  # of the high bytes of UTF-16 are zero in text with Latin letters, digits and delimiters


@dataclass(frozen=True)
class Decoded:
    text: str
    encoding: str  # as the report says it
    certain: bool = True  # false where the bytes alone don't settle it


def decode(data: bytes, file: str) -> Decoded:
    """The text of a file.

    Raises:
        SourceUnreadable: it isn't text.
    """
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data.decode(codec), name)
            except UnicodeDecodeError:
                raise _junk(file, f"it is marked as {name} and isn't") from None
    wide = _utf16_without_mark(data)
    if wide:
        return Decoded(data.decode(wide, errors="replace"), "UTF-16 without a byte order mark")
    if _UNPRINTABLE & set(data[:_SAMPLE]):
        raise _junk(file, "it holds bytes that no text has")
    text = data.decode("utf-8", errors="replace")
    damaged = text.count(_DAMAGED) - data.count(_DAMAGED.encode())
    if not damaged:
        return Decoded(text, "UTF-8")
    beyond_ascii = sum(not character.isascii() for character in text)
    if beyond_ascii > _FEW_DAMAGED * damaged:
        return Decoded(text, f"UTF-8 with damaged letters ({damaged})", certain=False)
    return _single_byte(data)


def _utf16_without_mark(data: bytes) -> str | None:
    sample = data[:_SAMPLE]
    for offset, codec in ((1, "utf-16-le"), (0, "utf-16-be")):
        high, low = sample[offset::2], sample[1 - offset :: 2]
        if len(high) > 1 and high.count(0) > _MOSTLY * len(high) and low.count(0) == 0 and len(data) % 2 == 0:
            return codec
    return None


def _single_byte(data: bytes) -> Decoded:
    beyond_ascii = b"\n".join(line for line in data.splitlines() if not line.isascii())[:_SAMPLE]
    codec, name, _ = max(_SINGLE_BYTE, key=lambda known: _plausible(beyond_ascii.decode(known[0], "replace"), known[2]))
    return Decoded(data.decode(codec, errors="replace"), name, certain=False)


def _plausible(text: str, letters: str) -> int:
    """How many characters beyond ASCII stand where they make sense: letters, and signs outside words."""
    words = len(re.findall(f"[{letters}]", text))
    signs = len(re.findall(rf"(?<![^\W\d_])[{_SIGNS}]|[{_SIGNS}](?![^\W\d_])", text))
    return words + signs


def _junk(file: str, why: str) -> SourceUnreadable:
    return SourceUnreadable(f"{file} isn't a text file: {why}. Export it again as CSV or XLSX")
