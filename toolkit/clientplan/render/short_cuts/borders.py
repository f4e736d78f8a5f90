"""Borders of boxes: none, or one rule above or below, is what nearly all boxes of a page have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint import draw

_as_weasyprint = draw.draw_border
_CORNERS = tuple(f"border_{corner}_radius" for corner in ("top_left", "top_right", "bottom_right", "bottom_left"))


def cuts() -> Iterator[tuple[Any, str, Any]]:
    yield draw, _as_weasyprint.__name__, draw_border


def draw_border(stream: Any, box: Any) -> None:
    """As WeasyPrint's, which draws a frame and cuts away the sides that aren't there."""
    side = _side(box)
    if side is None:
        _as_weasyprint(stream, box)
    elif side and box.style["visibility"] == "visible":
        _draw_rule(stream, box, side)


def _side(box: Any) -> str | None:
    """The one side that has a plain rule; nothing where no side has one; None where there is more to a border."""
    style, above, below = box.style, box.border_top_width, box.border_bottom_width
    if style["border_image_source"][0] != "none" or style["column_width"] != "auto" or style["column_count"] != "auto":
        return None
    if box.border_left_width or box.border_right_width or (above and below):
        return None
    if not above and not below:
        return ""
    side = "top" if above else "bottom"
    plain = style[f"border_{side}_style"] == "solid" and all(getattr(box, corner) == (0, 0) for corner in _CORNERS)
    return side if plain else None


def _draw_rule(stream: Any, box: Any, side: str) -> None:
    color = box.style[f"border_{side}_color"]
    color = box.style["color"] if color == "currentcolor" else color
    if not color.alpha:
        return
    width = getattr(box, f"border_{side}_width")
    top = box.border_box_y() + (box.border_height() - width if side == "bottom" else 0)
    with stream.artifact(), stream.stacked():
        stream.set_color(color)
        stream.rectangle(box.border_box_x(), top, box.border_width(), width)
        stream.fill()
