"""Hours now and advised over all clients."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clientplan.errors import HoursRefused
from clientplan.forms.insight import InsightPanel
from clientplan.forms.pieces import Piece, nothing, picture, rows, sentences
from clientplan.forms.text import amount

if TYPE_CHECKING:
    from clientplan.analysis.hours import Hours
    from clientplan.analysis.portfolio import Portfolio

_HEAD = ("Client", "Hours now", "Advised", "At best, if a judgment is off", "One more hour is worth")


class HoursPanel(InsightPanel):
    def pieces(self, found: Portfolio) -> Iterator[Piece]:
        from clientplan.analysis.plots import hours
        from clientplan.analysis.usable import of_hours

        try:
            plot, advice = hours(found), found.hours
        except HoursRefused as refused:
            yield nothing(str(refused))
            return
        if plot is None or advice is None:
            yield nothing("Hours can be advised on once two clients have results and hours, planned or logged.")
            return
        yield picture(plot)
        yield sentences([*advice.sentences, *advice.misfits])
        yield from self.usable(found, of_hours)
        yield rows(_HEAD, list(_rows(advice)), frozenset(range(1, len(_HEAD))))


def _rows(advice: Hours) -> Iterator[tuple[str, ...]]:
    now, then, low, high = advice.advice.now, advice.advice.advised, advice.ranges.low, advice.ranges.high
    for name, *hours, more in zip(advice.advice.clients, now, then, low, high, advice.one_more, strict=True):
        was, becomes, least, most = (f"{value:g}" for value in hours)
        between = least if least == most else f"{least} to {most}"
        yield name, was, becomes, between, amount(more, advice.currency)
