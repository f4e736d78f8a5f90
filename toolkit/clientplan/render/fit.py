"""The page budget: as few pages as it takes, the heart on the first, what air they leave, never a line cropped.

One layout tells how many pages a plan takes; what it would take at another density follows from that closely enough
to choose what to try. So most plans are laid out once, many twice, none more than three times.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from clientplan.render.density import Density
from clientplan.render.layout import Layout
from clientplan.render.refusal import refusal

_HEART_ENDS = "next_step"  # purpose, objectives, actions and this belong together, on the first page
_LONELY = 0.35  # a last page with less on it than this is worth a try without it
_AIRY = 0.6  # a single page with less on it than this leaves room for larger type
_HOPEFUL = 1.03  # what is expected to need so much of the room may still turn out to fit


class Trial(NamedTuple):
    density: Density
    without: tuple[str, ...] = ()  # sections that are left out


class Fitted(NamedTuple):
    trial: Trial
    layout: Layout


LayOut = Callable[[Trial], Layout]


def fit(
    lay_out: LayOut, budget: int, name: str, optional: tuple[str, ...] = (), first: Density = Density.NORMAL
) -> Fitted:
    """The density that serves the plan best, and what of the optional sections had to be left out.

    Raises:
        DoesNotFit: even the densest needs too many pages; says how many lines, and where most of them are.
    """
    trial = Trial(first)
    layout = lay_out(trial)
    if layout.pages > budget:
        return _made_to_fit(lay_out, Fitted(trial, layout), budget, name, optional)
    wish = _wish(layout, first, budget)
    if wish is not None:
        other = lay_out(Trial(wish))
        if _serves(other, layout, wish):
            return Fitted(Trial(wish), other)
    return Fitted(trial, layout)


def _made_to_fit(lay_out: LayOut, tried: Fitted, budget: int, name: str, optional: tuple[str, ...]) -> Fitted:
    for hope in (_HOPEFUL, 1.0):  # the last layout isn't left to hope
        trial = _closer(tried, budget, optional, hope)
        if trial is None:
            break
        tried = Fitted(trial, lay_out(trial))
        if tried.layout.pages <= budget:
            return tried
    raise refusal(name, tried.layout, budget, tried.trial.without)


def _closer(tried: Fitted, budget: int, optional: tuple[str, ...], hope: float) -> Trial | None:
    """What is likely to fit: the next denser step that is expected to, or the densest without optional sections."""
    (density, without), layout = tried
    for step in density.denser():
        if step.expected(layout.needed, density) <= budget * hope:
            return Trial(step, without)
    expected = Density.TIGHT.expected(layout.needed, density)
    left = list(without)
    for section in optional:
        if section not in left and (share := layout.share(section)):
            left.append(section)
            expected -= Density.TIGHT.expected(share, density)
            if expected <= budget / _HOPEFUL:
                break
    closer = Trial(Density.TIGHT, tuple(left))
    return None if closer == tried.trial else closer


def _wish(layout: Layout, density: Density, budget: int) -> Density | None:
    """A step that is expected to serve the plan better than one that fits already; the densest is for need alone."""
    heart = layout.reach(_HEART_ENDS) or 0.0
    alone = layout.needed - (layout.pages - 1)
    for step in density.denser()[:-1]:
        if heart > 1 and budget > 1 and step.expected(heart, density) <= 1:
            return step
        if layout.pages > 1 and alone < _LONELY and step.expected(layout.needed, density) <= layout.pages - 1:
            return step
    if layout.pages == 1 and layout.needed < _AIRY and Density.ROOMY.expected(layout.needed, density) < 1:
        return Density.ROOMY
    return None


def _serves(other: Layout, than: Layout, wish: Density) -> bool:
    """Whether what was hoped for of a step has come true."""
    if other.pages != than.pages:
        return other.pages < than.pages
    return wish is Density.ROOMY or (other.reach(_HEART_ENDS) or 0.0) <= 1 < (than.reach(_HEART_ENDS) or 0.0)
