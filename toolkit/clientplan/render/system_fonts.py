"""Noto fonts of this system: looked for only where a page has characters that no face of ours has.

Noto is one family for nearly every script, drawn to stand beside each other. Fonts of other names aren't asked: how
they look, and how wide they run, nobody here has seen.
"""

from __future__ import annotations

import os
import platform
import re
import struct
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from clientplan.system import CJK, EMOJI, noto_line

_NAME = re.compile(r"(Noto\w+)(-Regular|-VF|-VariableFont_\w+|\[[\w,]+\])?")  # the last three are of every weight
_REGULAR = "-Regular"
_BOLDS = ("-SemiBold", "-Bold")
_KINDS = frozenset({".ttf", ".otf", ".ttc"})
_COLLECTION = b"ttcf"
_LESSER = ("Display", "Looped", "Mono", "Nastaliq", "Rashi", "Slanted", "Traditional", "UI", "Unjoined")
_REGIONS = {"zh-Hant": "TC", "zh-TW": "TC", "zh-HK": "HK", "zh-MO": "HK", "zh": "SC", "ja": "JP", "ko": "KR"}
_EAST_ASIAN = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC", "FULLWIDTH", "HALFWIDTH")
SYMBOLS = "Symbols"
_EMOJI = range(0x1F000, 0x20000)
_NOBODYS = frozenset({"Cn", "Co", "Cs"})  # categories of characters that no font can know


@dataclass(frozen=True)
class Noto:
    name: str  # of the family, without spaces: NotoSansCJKSC
    path: Path
    number: int  # of the face within its file
    bold: Path | None


def find(missing: Iterable[str], locale: str) -> tuple[Noto, ...]:
    """As few fonts as cover these characters, the same ones each time on one system; those for none are left out."""
    known = fonts(folders())
    left = sorted(sign for sign in missing if unicodedata.category(sign) not in _NOBODYS)
    region = _region(left, locale)
    chosen: list[Noto] = []
    while left:
        kind = script(left[0])
        one = next((font for font in _ordered(known, kind, region) if left[0] in _characters(font)), None)
        if one is None:
            left = left[1:]
            continue
        chosen.append(one)
        left = [sign for sign in left if sign not in _characters(one)]
    return tuple(chosen)


def script(sign: str) -> str:
    """The script of a character, as the names of Noto fonts have it; CJK, Emoji and Symbols among them."""
    if ord(sign) in _EMOJI:
        return EMOJI
    name = unicodedata.name(sign, "")
    if name.startswith(_EAST_ASIAN):
        return CJK
    return name.partition(" ")[0].capitalize() if unicodedata.category(sign)[0] in "LM" else SYMBOLS


def package(sign: str) -> str | None:
    """The line that would install a font with this character; None where the fonts that it brings are here already."""
    if unicodedata.category(sign) in _NOBODYS:
        return None
    kind = script(sign)
    here = any(kind in font.name for font in fonts(folders()))
    return None if here else noto_line(kind if kind in {CJK, EMOJI} else None)


def folders() -> tuple[Path, ...]:
    """Where this kind of system keeps fonts."""
    home = Path.home()
    if platform.system() == "Windows":
        local = os.environ.get("LOCALAPPDATA", home / "AppData" / "Local")
        return Path(os.environ.get("WINDIR", "C:/Windows"), "Fonts"), Path(local, "Microsoft", "Windows", "Fonts")
    if platform.system() == "Darwin":
        return home / "Library" / "Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")
    data = os.environ.get("XDG_DATA_HOME") or home / ".local" / "share"
    return Path(data, "fonts"), home / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts")


@cache
def fonts(places: tuple[Path, ...]) -> tuple[Noto, ...]:
    """The Noto fonts in these folders; of two with the same name the first."""
    found: dict[str, Noto] = {}
    for path in (path for place in places for path in _files(place)):
        for name, number in _faces(path):
            found.setdefault(name, Noto(name, path, number, _bold(path)))
    return tuple(found[name] for name in sorted(found))


def read(path: Path, number: int) -> bytes:
    """A face as a file of its own; out of a collection only what belongs to it is taken."""
    content = path.read_bytes()
    if content[:4] != _COLLECTION:
        return content
    (start,) = struct.unpack_from(">L", content, 12 + 4 * number)
    head, tables = content[start : start + 12], struct.unpack_from(">H", content, start + 4)[0]
    at = 12 + 16 * tables
    directory, pieces = [], []
    for row in range(tables):
        tag, checksum, offset, length = struct.unpack_from(">4s3L", content, start + 12 + 16 * row)
        directory.append(struct.pack(">4s3L", tag, checksum, at, length))
        pieces.append(content[offset : offset + length].ljust(length + -length % 4, b"\0"))
        at += len(pieces[-1])
    return b"".join([head, *directory, *pieces])


def _files(place: Path) -> Iterator[Path]:
    for parent, inner, files in os.walk(place):
        inner.sort()
        for file in sorted(files):
            path = Path(parent, file)
            if _NAME.fullmatch(path.stem) and path.suffix.lower() in _KINDS:
                yield path


def _bold(path: Path) -> Path | None:
    name, kind = _split(path)
    if kind not in {None, _REGULAR}:
        return path
    beside = (path.with_name(name + ending + path.suffix) for ending in _BOLDS)
    return next((bold for bold in beside if bold.is_file()), None)


def _split(path: Path) -> tuple[str, str | None]:
    """The name of a font by its file, and what follows it."""
    found = _NAME.fullmatch(path.stem)
    return (found[1], found[2]) if found else (path.stem, None)


def _faces(path: Path) -> Iterator[tuple[str, int]]:
    """The name and number of each face in a file."""
    if path.suffix.lower() != ".ttc":
        yield _split(path)[0], 0
        return
    from fontTools.ttLib import TTCollection, TTLibError

    try:
        with path.open("rb") as file, TTCollection(file, lazy=True) as collection:
            for number, face in enumerate(collection):
                yield str(face["name"].getDebugName(1)).replace(" ", ""), number
    except (TTLibError, OSError):  # a broken one has none
        return


@lru_cache(maxsize=32)
def _characters(font: Noto) -> frozenset[str]:
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with font.path.open("rb") as file, TTFont(file, fontNumber=font.number, lazy=True) as opened:
            return frozenset(map(chr, opened.getBestCmap() or ()))
    except (TTLibError, OSError):  # a broken font has none
        return frozenset()


def _ordered(known: tuple[Noto, ...], kind: str, region: str) -> list[Noto]:
    """The fonts in the order in which they are asked for a character of a script."""

    def rank(font: Noto) -> tuple[bool, ...]:
        return (
            kind not in font.name,
            kind == CJK and not font.name.endswith(region),
            any(lesser in font.name for lesser in _LESSER),
            not font.name.startswith("NotoSans"),
        )

    return sorted(known, key=rank)  # stable: names in their order


def _region(missing: list[str], locale: str) -> str:
    """Whose forms of Chinese characters: the plan's language, else the one whose own letters stand beside them."""
    for language, region in _REGIONS.items():
        if locale.replace("_", "-").startswith(language):
            return region
    names = {unicodedata.name(sign, "").partition(" ")[0] for sign in missing}
    return "JP" if names & {"HIRAGANA", "KATAKANA"} else "KR" if "HANGUL" in names else "SC"
