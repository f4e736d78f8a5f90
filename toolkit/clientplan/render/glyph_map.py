"""Which characters each glyph of the file stands for, so that what is copied, read aloud or searched is what was said.

WeasyPrint gives all characters of a cluster to its first glyph and none to the others, and a glyph keeps what it got
first: of a letter with a vowel sign, the sign may stand for both and the letter for nothing. A font says itself what
its glyphs are, by its character map or by their names (uni0644.init, uni06440627): that goes in where there is doubt.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any
from zlib import crc32

from clientplan.render.fonts import FACES

_ENTRY = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]*)>")
_NOTHING = b"> <>"
_CODES = b"<0000> <ffff>"  # no entry: how far the numbers of glyphs go
_FORMS = re.compile("[\ufb1d-\ufdff\ufe70-\ufefc]")  # letters as they look within a word, which nobody writes
_ONE = 4  # hexadecimal digits of a character
_UNSEEN = "\u200b"  # for a glyph that only belongs to its neighbours: a reader makes up a sign where there is none
_KEPT = 4  # fonts that were read
_read: dict[tuple[int, int], dict[int, tuple[str, ...]]] = {}
_USUAL = frozenset(face.family for face in FACES)


def mend(fonts: Iterable[Any], objects: Iterable[Any]) -> None:
    """Mends the maps of a document's fonts (WeasyPrint's) among the objects of its file (pydyf's).

    A font is opened only where a glyph of it stands for nothing, or one of a further face for several characters.
    """
    owners = {font.name: font for font in fonts}
    for item in objects:
        if isinstance(item, dict) and item.get("Type") == "/Font" and "ToUnicode" in item:
            owner = owners.get(item.get("BaseFont"))
            lines = _lines(item["ToUnicode"], objects)
            if owner is None or not any(_doubtful(line, owner) for line in lines):
                continue
            known = _known(owner)
            lines[:] = [_mended(line, known) for line in lines]


def _doubtful(line: bytes, owner: Any) -> bool:
    if line.endswith(_NOTHING):
        return True
    entry = _ENTRY.fullmatch(line)
    return entry is not None and len(entry[2]) > _ONE and owner.family not in _USUAL


def _lines(reference: bytes, objects: Any) -> list[bytes]:
    number = int(reference.split()[0])
    found: list[bytes] = next(item.stream for item in objects if item.number == number)
    return found


def _mended(line: bytes, known: Mapping[int, tuple[str, ...]]) -> bytes:
    entry = _ENTRY.fullmatch(line)
    if entry is None or line == _CODES:
        return line
    told = bytes.fromhex(entry[2].decode()).decode("utf-16-be")
    own = known.get(int(entry[1], 16), ())
    if told not in own:
        told = next((text for text in own if text in told or not told), told)
    return b"<" + entry[1] + b"> <" + (told or _UNSEEN).encode("utf-16-be").hex().encode() + b">"


def _plain(form: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", form[0])


def _known(font: Any) -> dict[int, tuple[str, ...]]:
    """By the number of a glyph what it may stand for; nothing of a font that can't be read."""
    from fontTools.agl import toUnicode
    from fontTools.ttLib import TTFont, TTLibError
    from weasyprint.text.fonts import get_hb_object_data

    content = get_hb_object_data(font.hb_face)
    key = (len(content), crc32(content))
    if key in _read:
        return _read[key]
    found: dict[int, tuple[str, ...]] = {}
    try:
        opened = TTFont(BytesIO(content), fontNumber=font.index, lazy=True)
        characters = defaultdict(list)
        for point, name in (opened.getBestCmap() or {}).items():
            characters[name].append(chr(point))
        for number, name in enumerate(opened.getGlyphOrder()):
            own = tuple(characters[name]) or (toUnicode(name),)
            found[number] = tuple(_FORMS.sub(_plain, text) for text in own if text)
    except TTLibError:
        return {}
    while len(_read) >= _KEPT:
        del _read[next(iter(_read))]
    _read[key] = found
    return found
