"""The steps by which a page gets denser: first with less space between things, and only then with smaller type.

What each step changes stands in `shared/density.css`, under the step's name.
"""

from __future__ import annotations

from enum import StrEnum


class Density(StrEnum):
    ROOMY = "roomy"
    NORMAL = "normal"
    SNUG = "snug"
    COMPACT = "compact"
    TIGHT = "tight"

    def denser(self) -> tuple[Density, ...]:
        """The steps beyond this one, the nearest first."""
        steps = tuple(Density)
        return steps[steps.index(self) + 1 :]

    def expected(self, needed: float, at: Density) -> float:
        """The pages that content takes at this step where it takes so many at another: what is worth trying."""
        return needed * _PAGES[self] / _PAGES[at]


# Pages that the same content takes, measured over the sample plans; only a guess at what to lay out next rests on it.
_PAGES = {
    Density.ROOMY: 1.27,
    Density.NORMAL: 1.0,
    Density.SNUG: 0.9,
    Density.COMPACT: 0.86,
    Density.TIGHT: 0.76,
}
