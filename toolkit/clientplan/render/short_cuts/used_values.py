"""The used values of a box: most lengths of a page are plain, and asked for by the dozen."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

from weasyprint.layout import percent

_as_weasyprint = percent.resolve_percentages
_SIDES = ("top", "right", "bottom", "left")
_LENGTHS = (
    *(f"{kind}_{side}" for kind in ("margin", "padding") for side in _SIDES),
    *(f"{limit}{axis}" for axis in ("width", "height") for limit in ("", "min_", "max_")),
)
_BORDERS = tuple(f"border_{side}_width" for side in _SIDES)
_LEAST = ("min_width", "min_height")


def cuts() -> Iterator[tuple[Any, str, Any]]:
    """Each module that has taken the function over by its name."""
    name = _as_weasyprint.__name__
    for module in [module for path, module in sys.modules.items() if path.startswith("weasyprint.")]:
        if vars(module).get(name) is _as_weasyprint:
            yield module, name, resolve_percentages


def resolve_percentages(box: Any, containing_block: Any) -> None:
    """As WeasyPrint's, which goes through all cases for each of them. Whoever needs one of those is handed on."""
    used = _plain(box.style)
    if used is None:
        _as_weasyprint(box, containing_block)
        return
    vars(box).update(used)
    if box.style["box_sizing"] != "content-box":
        percent.adjust_box_sizing(box, "width")
        percent.adjust_box_sizing(box, "height")


def _plain(style: Any) -> dict[str, Any] | None:
    """The lengths of a box; None where one of them is part of something else, or has to be calculated."""
    if style["border_collapse"] == "collapse":
        return None
    used: dict[str, Any] = {}
    for name in _LENGTHS:
        value = style[name]
        if value is None or value == "auto":
            used[name] = value
        elif getattr(value, "unit", "%") == "%":
            return None
        else:
            used[name] = value.value
    for name in _LEAST:
        if used[name] == "auto":
            used[name] = 0
    for name in _BORDERS:
        used[name] = style[name]
    return used
