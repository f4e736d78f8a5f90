"""Which way the texts of a page run: WeasyPrint knows `dir="ltr"` and `"rtl"`, but neither `dir="auto"` nor `<bdi>`.

A text in another script than the page's keeps its own direction. Its first letter tells which (HTML: dir attribute).
"""

from __future__ import annotations

import unicodedata
from typing import Any
from xml.etree.ElementTree import Element

from clientplan.render.matching import turns

AUTO, LEFT, RIGHT = "auto", "ltr", "rtl"
_LETTERS = {"L": LEFT, "R": RIGHT, "AL": RIGHT}  # by the bidirectional class of a letter
_ISOLATE = "bdi"
_CELLS = frozenset({"td", "th"})


def settle(root: Element[Any], html: str) -> None:
    """Gives each `dir="auto"` and each `<bdi>` of a page the direction of its own text.

    A text without letters, such as a figure, has the page's. A page without a letter that runs from right to left needs
    none of it, and loses each `<bdi>` that says nothing else: a box less to lay out and to draw.
    """
    if not turns(html):
        _unwrap(root)
        return
    usual = root.get("dir", LEFT)
    for element in list(root.iter()):
        if element.get("dir", AUTO if element.tag == _ISOLATE else "") != AUTO:
            continue
        own = direction("".join(element.itertext())) or usual
        if element.tag not in _CELLS:
            element.set("dir", own)
            continue
        del element.attrib["dir"]
        if own != usual:
            _wrap(element, own)


def _unwrap(root: Element[Any]) -> None:
    for parent in list(root.iter()):
        before = None
        for child in list(parent):
            if child.tag != _ISOLATE or child.attrib or len(child):
                before = child
                continue
            text = f"{child.text or ''}{child.tail or ''}"
            if before is None:
                parent.text = f"{parent.text or ''}{text}"
            else:
                before.tail = f"{before.tail or ''}{text}"
            parent.remove(child)


def direction(text: str) -> str | None:
    """That of the first letter; None where there is none."""
    return next((_LETTERS[kind] for kind in map(unicodedata.bidirectional, text) if kind in _LETTERS), None)


def _wrap(cell: Element[Any], own: str) -> None:
    """Turns what is in a cell, and not the cell: its padding stays on the side where the other cells have it."""
    inner = cell.makeelement(_ISOLATE, {"dir": own})
    inner.text, inner[:] = cell.text, list(cell)
    cell.text, cell[:] = None, [inner]
