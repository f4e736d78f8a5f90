"""How many pages a plan is likely to take, from its markup alone.

It is right to a tenth of a page mostly: too rough to choose between two steps, and enough to see that a plan is far too
long for the usual one, so that no layout is spent on that.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from clientplan.render.density import Density
from clientplan.render.tree import SECTION

# Pages of A4 at the usual density, fitted to 288 layouts of all packs over short, usual and overlong plans.
_HEAD = 0.22
_A_SECTION = 0.036
_A_ROW = 0.023
_A_LETTER_OF_A_ROW = 0.000324  # of its longest cell
_A_LETTER_OF_PROSE = 0.00035
_SURE = 0.2  # pages that the estimate is hardly ever wrong by


def pages(root: Element) -> float:
    """The estimate for a page's tree."""
    sections = sum(1 for element in root.iter("section") if SECTION in element.attrib)
    rows = [max((_letters(cell) for cell in row), default=0) for row in root.iter("tr")]
    prose = sum(_letters(element) for tag in ("p", "li") for element in root.iter(tag))
    return (
        _HEAD + _A_SECTION * sections + _A_ROW * len(rows) + _A_LETTER_OF_A_ROW * sum(rows) + _A_LETTER_OF_PROSE * prose
    )


def beginning(root: Element, budget: int) -> Density:
    """The step to begin with: the usual one, unless the plan is too long for that beyond doubt."""
    needed = pages(root)
    if needed <= budget + _SURE:
        return Density.NORMAL
    denser = Density.NORMAL.denser()
    return next((step for step in denser if step.expected(needed, Density.NORMAL) <= budget), Density.TIGHT)


def _letters(element: Element) -> int:
    return sum(map(len, element.itertext()))
