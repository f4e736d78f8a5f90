"""Which marked parts stand on which page, so that one page can be laid out without the others."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from clientplan.render.tree import ITEM, SECTION

Part = tuple[str, str | None]  # a section, or an item in it


@dataclass(frozen=True)
class PageParts:
    """One page: the parts that stand on it, and the sections that only go on there."""

    parts: frozenset[Part]
    going_on: frozenset[str]
    first: bool


def parts_of(document: Any) -> tuple[PageParts, ...]:
    """The pages of a laid-out document (WeasyPrint's)."""
    seen: set[str] = set()
    found = []
    for number, page in enumerate(document.pages):
        parts = frozenset(_parts(page))
        sections = {section for section, item in parts if item is None}
        found.append(PageParts(parts, frozenset(sections & seen), first=not number))
        seen |= sections
    return tuple(found)


def only(root: Element, page: PageParts) -> Element:
    """The same tree with nothing but what stands on a page; what runs along stays."""
    for parent in list(root.iter()):
        for child in list(parent):
            if not _belongs(child, parent, page):
                parent.remove(child)
    return root


def _belongs(child: Element, parent: Element, page: PageParts) -> bool:
    section = child.get(SECTION)
    if section is not None:
        return (section, child.get(ITEM)) in page.parts
    if child.tag == "header":
        return page.first
    # The heading of a section stands where it begins.
    return not (child.tag == "h2" and parent.get(SECTION) in page.going_on)


def known(pages: Collection[PageParts]) -> frozenset[Part]:
    """Every part that stands anywhere."""
    return frozenset(part for page in pages for part in page.parts)


def marks(root: Element) -> frozenset[Part]:
    """Every part that a page's markup has."""
    return frozenset(
        (section, element.get(ITEM)) for element in root.iter() if (section := element.get(SECTION)) is not None
    )


def _parts(page: Any) -> set[Part]:
    boxes = page._page_box.descendants()  # noqa: SLF001  # as in layout.py
    elements = (box.element for box in boxes if box.element is not None and isinstance(box.element.tag, str))
    return {(element.get(SECTION), element.get(ITEM)) for element in elements if SECTION in element.attrib}
