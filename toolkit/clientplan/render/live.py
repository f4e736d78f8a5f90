"""Pictures of a page that is being written: after an edit, only the page that it stands on is laid out again.

That is a guess which holds nearly always: the parts stay on their pages. Where they don't (a part came or went, a
page runs over or has lost much), all is laid out as for a print.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any
from xml.etree.ElementTree import tostring

from clientplan.render import preview
from clientplan.render.collector import collector_paused
from clientplan.render.custom_properties import resolved
from clientplan.render.density import Density
from clientplan.render.directions import settle
from clientplan.render.fit import Trial
from clientplan.render.layout import Layout
from clientplan.render.order import Order
from clientplan.render.page_parts import PageParts, known, marks, only, parts_of
from clientplan.render.short_cuts import short_cuts
from clientplan.render.tree import marked, read
from clientplan.render.typesetter import typesetter
from clientplan.render.typesetting import laid_out

_LOST = 0.05  # of a page: with so much less on it, the next one's first part may have moved up
_AFTER_FIRST = "body > section:first-of-type { margin-top: 0 }"  # as at every top of a page that is no beginning
_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@dataclass(frozen=True)
class Glance:
    """A look that is asked of another process."""

    page: str  # its name: of the same one, only what has changed is laid out again
    order: Order


@dataclass(frozen=True)
class Look:
    """A page as it looks now."""

    pictures: tuple[bytes, ...]  # a PNG a page
    changed: tuple[int, ...]  # pages (from 0) whose picture is a new one
    filled: float  # pages, the last one as far as it is used
    budget: int  # pages that it may take


@dataclass(frozen=True)
class _Kept:
    """One page as it was drawn last."""

    parts: PageParts
    mark: bytes  # of what stands on it
    filled: float
    picture: bytes


class Live:
    """What one page looked like last; asked again and again with what has become of it."""

    def __init__(self, width: int = 900) -> None:
        self._width = width
        self._style: object = None
        self._first: Density | None = None
        self._trial = Trial(Density.NORMAL)
        self._kept: tuple[_Kept, ...] = ()

    def look(self, order: Order) -> Look:
        """The page as it looks with this order.

        Raises:
            DoesNotFit, RenderRefused, Missing: as for a print.
        """
        with collector_paused():
            return self._page_by_page(order) or self._all(order)

    def _page_by_page(self, order: Order) -> Look | None:
        """None where it can't be told that each part stays on its page."""
        kept = self._kept
        if not kept or self._style != _style(order):
            return None
        here = marks(marked(read(order.markup, ours=order.ours), "", self._trial.without))
        if here != known([one.parts for one in kept]):
            return None
        found = list(kept)
        changed = []
        for number, one in enumerate(kept):
            mark = _mark(order, one.parts, self._trial)
            if mark != one.mark:
                drawn = self._drawn(order, number, mark)
                if drawn is None:
                    return None
                found[number] = drawn
                changed.append(number)
        self._kept = tuple(found)
        return self._seen(changed, order.pages)

    def _drawn(self, order: Order, number: int, mark: bytes) -> _Kept | None:
        """One page drawn alone; None where it runs over, or where there is room for more of the next."""
        before = self._kept[number]
        page = only(marked(read(order.markup, ours=order.ours), *self._trial), before.parts)
        settle(page, order.markup)
        numbers = _numbers(number, len(self._kept), page.get("class", ""))
        styles = {**resolved(order.sheets, self._trial.density, page.get("dir", "")), "numbers": numbers}
        if number:
            styles["after the first"] = _AFTER_FIRST
        document, _ = typesetter(order.further).lay_out(page, styles, order.end.standard, order.files, lean=order.ours)
        filled = Layout(document, ()).filled(0)
        last = number == len(self._kept) - 1
        if len(document.pages) > 1 or (not last and filled < before.filled - _LOST):
            return None
        return replace(before, mark=mark, filled=filled, picture=self._picture(document))

    def _all(self, order: Order) -> Look:
        before, self._kept = {one.picture for one in self._kept}, ()
        trial, layout = laid_out(replace(order, first=self._first))
        self._style, self._first, self._trial = _style(order), trial.density, trial
        self._kept = tuple(
            _Kept(parts, _mark(order, parts, trial), layout.filled(number), self._picture(layout.document.copy([page])))
            for number, (parts, page) in enumerate(zip(parts_of(layout.document), layout.document.pages, strict=True))
        )
        return self._seen([number for number, one in enumerate(self._kept) if one.picture not in before], order.pages)

    def _seen(self, changed: list[int], budget: int) -> Look:
        filled = len(self._kept) - 1 + self._kept[-1].filled
        return Look(tuple(one.picture for one in self._kept), tuple(changed), filled, budget)

    def _picture(self, document: Any) -> bytes:
        """Drawn without tags, attachment and the rest of what makes a file good to keep."""
        with short_cuts():
            pdf = document.write_pdf()
        (picture,) = preview.pages(pdf, width=self._width)
        return picture


def _style(order: Order) -> object:
    """What holds for the whole page: with another, nothing that was kept is right."""
    return (order.sheets, order.pages, order.optional, order.files, order.further)


def _mark(order: Order, parts: PageParts, trial: Trial) -> bytes:
    page = only(marked(read(order.markup, ours=order.ours), *trial), parts)
    return sha256(tostring(page)).digest()


def _numbers(number: int, pages: int, classes: str) -> str:
    """The folio of a page that is laid out alone, which is page 1 of 1 to the style engine."""
    shown = [str(number + 1), str(pages)]
    if "digits-arab" in classes.split():
        shown = [text.translate(_ARABIC) for text in shown]
    return f'.page::before {{ content: "{shown[0]}" !important }} .pages::before {{ content: "{shown[1]}" !important }}'
