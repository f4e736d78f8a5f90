"""Lines of text between layout and drawing: WeasyPrint drops what Pango made of them, and has it made again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint.text.ffi import pango
from weasyprint.text.line_break import Layout

_dropped, _made_again = Layout.deactivate, Layout.reactivate
_ANY_WIDTH = -1


def cuts() -> Iterator[tuple[Any, str, Any]]:
    yield Layout, "deactivate", keep
    yield Layout, "reactivate", take_up


def keep(line: Any) -> None:
    """Nothing is dropped: a page or two of lines are a few megabytes, which end with the document."""


def take_up(line: Any, style: Any) -> None:
    """The kept line as WeasyPrint would make it again: without a width. Justified lines are spaced anew."""
    if line.justification_spacing or not hasattr(line, "layout"):
        _made_again(line, style)
    else:
        line.style = style
        pango.pango_layout_set_width(line.layout, _ANY_WIDTH)
