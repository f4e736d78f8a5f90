"""The open client's results against plan, and whether they or its measures drift."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from clientplan.forms.insight import InsightPanel
from clientplan.forms.pieces import Piece, heading, nothing, picture, sentences

if TYPE_CHECKING:
    from clientplan.analysis.portfolio import Portfolio


class ResultsPanel(InsightPanel):
    def pieces(self, found: Portfolio) -> Iterator[Piece]:
        from clientplan.analysis.drifts import drifts
        from clientplan.analysis.plots import results
        from clientplan.analysis.usable import of_drift, of_results

        client = self.client_of(found)
        plots = results(found, client) if client else []
        for plot in plots:
            yield picture(plot)
        if not plots:
            yield nothing("Nothing is planned by month for this client: the form for results in Purpose takes it.")
        yield from self.usable(found, of_results)
        if client and (told := drifts(found, client)):
            yield heading("Drift")
            yield sentences(told)
            yield from self.usable(found, partial(of_drift, told))
