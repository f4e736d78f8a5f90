"""Where all clients stand: phase, what is likely next, and where the orders speak against the manager's word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clientplan.forms.insight import InsightPanel
from clientplan.forms.pieces import Piece, heading, picture, rows, sentences
from clientplan.forms.text import NONE

if TYPE_CHECKING:
    from clientplan.analysis.portfolio import Portfolio

_HEAD = ("Client", "You say", "The orders say", "What decided it")


class StandingsPanel(InsightPanel):
    def pieces(self, found: Portfolio) -> Iterator[Piece]:
        from clientplan.analysis.usable import of_standing

        stands = found.standings
        yield rows(
            _HEAD, [(one.name, one.said or NONE, f"{one.found}{', watch' * one.watch}", one.because) for one in stands]
        )
        if asked := [f"{one.name}. {one.contradiction}" for one in stands if one.contradiction]:
            yield heading("Your word stands. The orders speak against it here")
            yield sentences(asked)
        yield from self.usable(found, of_standing)
        yield heading("What is likely next")
        if found.told_apart:
            from clientplan.analysis.plots import risks

            yield picture(risks(found))
        else:
            yield sentences([found.too_young])
