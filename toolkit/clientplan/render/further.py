"""Faces beside the usual ones, for just the characters of a page that those don't have.

Arabic comes with us; for all other scripts, and emoji, the system is asked for Noto fonts. Each face keeps a family
name of its own: Pango turns to it where the families that a style sheet names have no glyph.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from clientplan.render import coverage, fonts, system_fonts
from clientplan.render.system_fonts import Noto

REGULAR, BOLD = 400, 600  # as the style sheets call them


@dataclass(frozen=True)
class Further:
    """One face with its content, so that it can go to a process that opens no file."""

    family: str
    weight: int
    content: bytes = field(repr=False)

    @property
    def address(self) -> str:
        return f"clientplan:font/{self.family.replace(' ', '-')}-{self.weight}.ttf"

    @property
    def rule(self) -> str:
        """Its @font-face rule."""
        return f'@font-face {{ font-family: "{self.family}"; font-weight: {self.weight}; src: url("{self.address}") }}'


def faces(texts: Iterable[str], locale: str) -> tuple[Further, ...]:
    """The faces for what the usual ones lack; none for most pages. What nobody has stays missing.

    Raises:
        Missing: the package of the Arabic face isn't installed.
    """
    left = coverage.lacking(texts)
    found: tuple[Further, ...] = ()
    if left and left & coverage.characters(coverage.ARABIC):
        left -= coverage.characters(coverage.ARABIC)
        found = _arabic()
    for noto in system_fonts.find(left, locale) if left else ():
        found += _loaded(noto)
    return found


@lru_cache(maxsize=1)
def _arabic() -> tuple[Further, ...]:
    return tuple(Further(face.family, face.weight, fonts.path(face).read_bytes()) for face in fonts.ARABIC)


@lru_cache(maxsize=4)
def _loaded(noto: Noto) -> tuple[Further, ...]:
    regular = Further(f"Plan {noto.name}", REGULAR, system_fonts.read(noto.path, noto.number))
    if noto.bold is None:
        return (regular,)
    return regular, Further(regular.family, BOLD, system_fonts.read(noto.bold, noto.number))
