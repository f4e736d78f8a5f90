"""A page laid out but not yet written: how many pages it takes, and how many lines each of its parts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from statistics import median
from typing import Any

from clientplan.render.tree import ITEM, SECTION

_FRAMES = {"{http://www.w3.org/2000/svg}svg", "svg", "img"}  # pictures end at their frame


@dataclass(frozen=True)
class Part:
    """A section, or an item in it such as an action."""

    section: str
    item: str | None
    lines: int


@dataclass(frozen=True)
class Layout:
    document: Any  # WeasyPrint's, with its pages laid out
    logged: tuple[str, ...]

    @property
    def pages(self) -> int:
        count: int = len(self.document.pages)
        return count

    def filled(self, page: int) -> float:
        """How much of a page (counted from 0) its content fills, 0 to 1."""
        return self._used(page) / float(_box(self.document.pages[page]).height)

    @property
    def needed(self) -> float:
        """The pages that it takes, the last one as far as it is filled: 1.7."""
        return self.pages - 1 + self.filled(self.pages - 1)

    def lines_after(self, page: int) -> int:
        """The lines that stand on later pages than this one (counted from 0)."""
        return max(1, round(sum(self._used(later) for later in range(page + 1, self.pages)) / self._line()))

    def reach(self, section: str) -> float | None:
        """How many pages it takes from the top to the end of a section; None where there is no such section."""
        found = None
        for number, page in enumerate(self.document.pages):
            paper = _box(page)
            for box in paper.descendants():
                if _mark(box) == (section, None):
                    bottom = box.position_y + box.margin_height() - paper.content_box_y()
                    found = number + bottom / float(paper.height)
        return found

    def share(self, section: str) -> float:
        """How much of a page a section takes with the space around it; 0 where there is none."""
        return sum(height / float(_box(self.document.pages[0]).height) for height in self._heights()[section, None])

    def parts(self, after: int = -1) -> list[Part]:
        """Each marked part with its lines, in the order of the page; only those on later pages than this one."""
        line = self._line()
        heights = {mark: sum(found) for mark, found in self._heights(after).items()}
        return [Part(section, item, max(1, round(height / line))) for (section, item), height in heights.items()]

    def _heights(self, after: int = -1) -> dict[tuple[str, str | None], list[float]]:
        """The heights of each marked part, one a page that it stands on."""
        heights: dict[tuple[str, str | None], list[float]] = defaultdict(list)
        for page in self.document.pages[after + 1 :]:
            seen: set[int] = set()
            for box in _box(page).descendants():
                mark = _mark(box)
                if mark is not None and id(box.element) not in seen:  # a table's wrapper and the table are one element
                    seen.add(id(box.element))
                    heights[mark].append(box.margin_height())
        return heights

    def cropping(self) -> list[str]:
        """The elements that hide what they have no room for: it would still be found as text, and not be seen."""
        boxes = (box for page in self.document.pages for box in _box(page).descendants())
        tags = (box.element_tag or "page" for box in boxes if box.style["overflow"] != "visible")
        return [tag for tag in dict.fromkeys(tags) if tag not in _FRAMES]

    def _used(self, page: int) -> float:
        body = next(box for box in _box(self.document.pages[page]).descendants() if box.element_tag == "body")
        return float(body.border_height())

    def _line(self) -> float:
        """The usual height of a line of text."""
        boxes = (box for page in self.document.pages for box in _box(page).descendants())
        heights = [box.height for box in boxes if type(box).__name__ == "LineBox"]
        return float(median(heights)) if heights else 1.0


def _box(page: Any) -> Any:
    return page._page_box  # noqa: SLF001  # WeasyPrint measures each box, and offers no other way to the figures


def _mark(box: Any) -> tuple[str, str | None] | None:
    """`data-section` and `data-item` of the element that a box stands for."""
    element = box.element
    if element is None or not isinstance(element.tag, str) or SECTION not in element.attrib:
        return None
    return element.attrib[SECTION], element.attrib.get(ITEM)
