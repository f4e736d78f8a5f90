"""The styles of a page, filled in at once.

WeasyPrint works a property of an element out when it is first asked for, each with the same few questions. Most have
their initial value or that of the parent, which can be put in by the dozen: a print takes a twentieth less, and the
values are the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from weasyprint import Document
from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES

_OWN_RULES = {"page", "position", "float", "display"}  # these are worked out from more than themselves


def _plain(name: str) -> bool:
    return name not in _OWN_RULES and not name.startswith("text_decoration_")


_INITIAL = {
    name: value
    for name, value in INITIAL_VALUES.items()
    if _plain(name) and name not in INHERITED and name not in INITIAL_NOT_COMPUTED
}
_WITHOUT_SIDES = {name: value for name, value in _INITIAL.items() if name not in PHYSICAL_FUNCTIONS}
_INHERITED = tuple(sorted(name for name in INHERITED if _plain(name)))
_LOGICAL = {logical(block="ttb", inline=inline) for logical in PHYSICAL_FUNCTIONS.values() for inline in ("ltr", "rtl")}


def fill_in(styles: Iterable[Any]) -> None:
    """Puts in what no rule says of an element; `styles` in the order of the page, so that parents come first."""
    for style in {id(style): style for style in styles}.values():
        said = style.cascaded
        # The start of a line is left or right: where a rule speaks of it, both are worked out one by one.
        initial = _INITIAL if _LOGICAL.isdisjoint(said) else _WITHOUT_SIDES
        style.update({name: value for name, value in initial.items() if name not in said and name not in style})
        parent = style.parent_style
        if parent is not None:
            style.update({name: parent[name] for name in _INHERITED if name not in said and name not in style})


class FilledIn(Document):  # type: ignore[misc]  # WeasyPrint ships no types
    """A document whose styles are filled in before they are laid out."""

    @classmethod
    def _build_layout_context(cls, *arguments: Any, **named: Any) -> Any:
        context = super()._build_layout_context(*arguments, **named)
        fill_in(context.style_for.get_computed_styles().values())
        return context
