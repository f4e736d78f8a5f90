"""The sender's brand: a name or a logo in the head of each page and one accent colour, checked for contrast."""

from __future__ import annotations

import colorsys
import re
from dataclasses import dataclass, field

from clientplan.errors import RenderRefused

DEFAULT_COLOUR = "#1d4e5f"
LOGO = "clientplan:logo"  # how the page asks for it
_HEX = re.compile(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_READABLE = 4.5  # contrast of text on its ground, WCAG 2.2, success criterion 1.4.3
_TINT = 0.06

Rgb = tuple[float, float, float]
_WHITE: Rgb = (1.0, 1.0, 1.0)


@dataclass(frozen=True)
class Brand:
    """Raises RenderRefused while it is made if the colour isn't one, or a logo has no name to it."""

    name: str | None = None
    colour: str | None = None
    logo: bytes | None = field(default=None, repr=False)  # as logo.py makes it: small, and nothing but a picture

    def __post_init__(self) -> None:
        if self.logo is not None and not self.name:
            raise RenderRefused("brand logo: give the brand's name as well, for those who can't see the picture")
        if self.colour is not None and not _HEX.fullmatch(self.colour):
            raise RenderRefused(f"brand colour: “{self.colour}” isn't a colour. Write it like {DEFAULT_COLOUR}")

    @property
    def accent(self) -> str:
        """The colour, darkened in its own hue until text in it can be read on white and on the tint."""
        colour = _rgb(self.colour or DEFAULT_COLOUR)
        hue, light, saturation = colorsys.rgb_to_hls(*colour)
        while contrast(colour, _mixed(colour)) < _READABLE:
            light -= 0.01
            colour = colorsys.hls_to_rgb(hue, light, saturation)
        return _hex(colour)

    @property
    def tint(self) -> str:
        """The accent, so pale that it serves as a ground for text."""
        return _hex(_mixed(_rgb(self.accent)))

    def stylesheet(self) -> str:
        return f":root {{ --accent: {self.accent}; --tint: {self.tint} }}"


def contrast(one: Rgb, other: Rgb) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: Rgb) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)  # noqa: PLR2004  # sRGB as WCAG defines it
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _mixed(colour: Rgb) -> Rgb:
    red, green, blue = (_TINT * part + (1 - _TINT) * white for part, white in zip(colour, _WHITE, strict=True))
    return red, green, blue


def _rgb(text: str) -> Rgb:
    digits = text[1:] if len(text) > 4 else "".join(digit * 2 for digit in text[1:])  # noqa: PLR2004  # "#abc"
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def _hex(colour: Rgb) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)
