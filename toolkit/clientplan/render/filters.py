"""Filters for what escaping doesn't make safe: colours and lengths in styles, and addresses in links."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup, escape

_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_NUMBER = re.compile(r"-?(?:\d+(?:\.\d+)?|\.\d+)")
_UNITS = ("mm", "cm", "in", "pt", "pc", "px", "rem", "em", "%")
_FURTHEST = 10_000  # of any unit; ten metres of paper is more than anybody has
_SCHEMES = frozenset({"https", "http", "mailto"})


def colour(value: Any) -> str:
    """A colour for a style or a picture, as #rrggbb; from hex digits or a CSS name."""
    text = str(value)
    if _HEX.fullmatch(text):
        digits = text[1:] if len(text) > 4 else "".join(digit * 2 for digit in text[1:])  # noqa: PLR2004  # "#abc"
        return f"#{digits.lower()}"
    from PIL import ImageColor  # knows the names; loads Pillow

    if text.lower() in ImageColor.colormap:
        red, green, blue, *_ = ImageColor.getrgb(text.lower())
        return f"#{red:02x}{green:02x}{blue:02x}"
    raise ValueError(f"“{text}” isn't a colour. Write it like #1d4e5f, or by its CSS name, like teal")


def length(value: Any, unit: str = "") -> str:
    """A length for a style: a number with a unit, of at most 10,000."""
    text = f"{round(value, 4) if isinstance(value, float) else value}{unit}".strip()
    own = next((known for known in _UNITS if text.endswith(known)), "")
    number = text.removesuffix(own)
    if not _NUMBER.fullmatch(number) or abs(float(number)) > _FURTHEST or (float(number) and not own):
        raise ValueError(f"“{text}” isn't a length. Write a number with one of {', '.join(_UNITS)}, like 3mm")
    return text


def url(value: Any, shown: Any = None) -> Markup:
    """A link where the text is an address that a reader may follow, and else the text."""
    address = str(value)
    text = escape(address if shown is None else shown)
    return Markup('<a href="{}">{}</a>').format(address, text) if is_web(address) else text


def is_web(address: str) -> bool:
    """Whether it is a whole address on the web or of mail; nothing else is ever made a link."""
    if not address.isprintable() or address != address.strip() or " " in address:
        return False
    try:
        parts = urlsplit(address)
        return parts.scheme in _SCHEMES and bool(parts.hostname if parts.scheme != "mailto" else "@" in parts.path)
    except ValueError:
        return False


FILTERS: dict[str, Callable[..., str]] = {"css_colour": colour, "css_length": length, "url": url}
