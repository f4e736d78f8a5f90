"""The week: were the right calls made, and what would the next days hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clientplan.forms.insight import InsightPanel
from clientplan.forms.pieces import Piece, heading, nothing, rows, sentences
from clientplan.forms.text import NONE

if TYPE_CHECKING:
    from clientplan.analysis.portfolio import Portfolio

_DONE = ("Day", "Client", "What", "Serves", "Why")
_AHEAD = ("Day", "Client", "What", "Hours", "Why")


class WeekPanel(InsightPanel):
    def pieces(self, found: Portfolio) -> Iterator[Piece]:
        from clientplan.analysis.week import ahead, seen

        monday, week = seen(found)
        yield heading(f"Week of {monday.day} {monday:%B %Y}")
        if week:
            yield rows(_DONE, [(day, client, what, serves or NONE, why) for day, client, what, serves, why in week])
        else:
            yield nothing("Nothing was logged, and nothing is due.")
        proposal, names = ahead(found), found.book.names
        yield heading(f"A proposal from {proposal.monday.day} {proposal.monday:%B} on")
        yield sentences([proposal.sentence])
        if proposal.blocks:
            yield rows(
                _AHEAD,
                [
                    (f"{one.day:%a %d %b}", names.get(one.client, one.client), one.what, f"{one.hours:g}", one.why)
                    for one in proposal.blocks
                ],
                frozenset({3}),
            )
        if left := [f"{names.get(one.client, one.client)}, {one.what}: {one.why}" for one in proposal.unfit]:
            yield heading("Didn't fit")
            yield sentences(left)
        if bare := [f"{one.name}: {one.why}" for one in proposal.untouched]:
            yield heading("Nothing this week for")
            yield sentences(bare)
