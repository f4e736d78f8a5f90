"""The page's own typeface, and text that is measured before it is set."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from matplotlib import font_manager
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontEntry, FontProperties

_PACKAGE = "font_source_sans_pro"
_FACES = {400: "SourceSansPro-Regular.ttf", 700: "SourceSansPro-Semibold.ttf"}  # every family has a bold, not a 600
_FAMILY = "Plan Sans"  # a name of our own, so that no font of the system can stand in
_OTHER_SCRIPTS = ("IBM Plex Sans Arabic", "Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans Devanagari")
_FALLBACK = "DejaVu Sans"  # comes with matplotlib
POINTS = 72  # an inch
TEXT, SMALL, TITLE = 9.5, 8.5, 13.0  # points
_MORE = "…"
_HINTED = 1.02  # on a screen's pixels letters stand a little wider than as they are drawn
_UNBROKEN = "\u00a0"


@cache
def families() -> tuple[str, ...]:
    """Our typeface and those that stand in for scripts which it lacks, as far as they are there."""
    spec = find_spec(_PACKAGE)
    folders = (spec.submodule_search_locations if spec else None) or []
    known = font_manager.fontManager.ttflist
    for weight, face in _FACES.items():
        file = next((Path(folder) / "files" / face for folder in folders), None)
        if file is not None and file.is_file():
            known.append(FontEntry(str(file), name=_FAMILY, weight=weight, stretch="normal", size="scalable"))
    there = {font.name for font in known}
    return (*(name for name in (_FAMILY, *_OTHER_SCRIPTS) if name in there), _FALLBACK)


def font(size: float = TEXT, *, strong: bool = False) -> FontProperties:
    return FontProperties(family=list(families()), size=size, weight=700 if strong else 400)


@cache
def _measure() -> RendererAgg:
    return RendererAgg(1, 1, POINTS * 10)  # type: ignore[no-untyped-call]  # as matplotlib has it


@lru_cache(maxsize=4096)
def width(text: str, size: float = TEXT, *, strong: bool = False) -> float:
    """Inches."""
    measured = _measure().get_text_width_height_descent
    pixels, _, _ = measured(text, font(size, strong=strong), ismath=False)  # type: ignore[no-untyped-call]  # the same
    return float(pixels) / (POINTS * 10) * _HINTED


def lines(text: str, room: float, size: float = TEXT, *, strong: bool = False, most: int | None = None) -> list[str]:
    """Text broken at spaces into lines of `room` inches; a word that is longer is cut, and so is what `most` leaves.

    No line begins with a per cent sign.
    """
    broken = [""]
    for word in " ".join(text.split()).replace(" %", f"{_UNBROKEN}%").split(" "):
        longer = f"{broken[-1]} {word}".strip()
        if width(longer, size, strong=strong) <= room:
            broken[-1] = longer
        elif broken == [""]:
            broken[-1] = word
        else:
            broken.append(word)
    if most is not None and len(broken) > most:
        broken = [*broken[: most - 1], f"{broken[most - 1]} {_MORE}"]
    return [_cut(line, room, size, strong=strong) for line in broken]


def _cut(line: str, room: float, size: float, *, strong: bool) -> str:
    if width(line, size, strong=strong) <= room:
        return line
    while line and width(f"{line}{_MORE}", size, strong=strong) > room:
        line = line[:-1]
    return f"{line.rstrip(f' {_MORE}')}{_MORE}"
