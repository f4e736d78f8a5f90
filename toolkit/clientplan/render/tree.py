"""A page's markup as a tree: read, marked with its density, and with the sections that it leaves out taken away."""

from __future__ import annotations

from collections.abc import Collection
from xml.etree.ElementTree import Element, ParseError, fromstring

SECTION, ITEM = "data-section", "data-item"  # how templates mark what they print


def read(markup: str, *, ours: bool) -> Element:
    """The tree of a page. Our own templates write markup that is well-formed, which is read in no time."""
    if ours:
        try:
            return fromstring(markup)  # noqa: S314  # made by our own templates, which declare no entities
        except ParseError:
            pass  # a plan may hold a character that XML forbids
    import tinyhtml5

    root: Element = tinyhtml5.parse(markup, namespace_html_elements=False)
    return root


def marked(root: Element, density: str, without: Collection[str] = ()) -> Element:
    """The same tree, with the density as a class of its root and without these sections."""
    root.set("class", f"{root.get('class', '')} {density}".strip())
    if without:
        for parent in list(root.iter()):
            for child in list(parent):
                if child.get(SECTION) in without and ITEM not in child.attrib:
                    parent.remove(child)
    return root
