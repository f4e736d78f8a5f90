"""Where the hours went: what served an objective, what moved it on, and what could be stopped."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clientplan.forms.insight import InsightPanel
from clientplan.forms.pieces import Piece, heading, nothing, picture, sentences

if TYPE_CHECKING:
    from clientplan.analysis.portfolio import Portfolio

_MOST = 8  # questions, and dead ends: more are a list that nobody works through


class SpentPanel(InsightPanel):
    def pieces(self, found: Portfolio) -> Iterator[Piece]:
        from clientplan.analysis.plots import spent
        from clientplan.analysis.usable import of_spent

        if not found.book.plans:
            yield nothing("No client has a plan for today, so no activity can be judged by one.")
            return
        plot, names = spent(found), found.book.names
        yield picture(plot) if plot else sentences([found.spent.sentence])
        yield from self.usable(found, of_spent)
        asked, ends, stops = found.spent.questions, found.spent.dead_ends, found.spent.stops
        if len(asked):
            yield heading("Only you can say")
            yield sentences(asked["question"].head(_MOST).tolist())
        if len(ends):
            yield heading("Ended without a next step")
            told = zip(
                *(ends[name].head(_MOST).tolist() for name in ("client_id", "date", "subject", "reason")), strict=True
            )
            yield sentences(
                [f"{names.get(client, client)}, {day:%d %b}, {what}: {why}" for client, day, what, why in told]
            )
        if len(stops):
            yield heading("What could be stopped")
            yield sentences(stops["sentence"].tolist())
