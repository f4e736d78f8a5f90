"""What the data say about every client, one line each; descriptive only."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from clientplan.forms.collected import NOTHING, lines, tables
from clientplan.forms.markup import table, tag
from clientplan.forms.nodes import Html
from clientplan.forms.panel import Panel
from clientplan.forms.text import NONE, aligned, amount, day, short_day

if TYPE_CHECKING:
    import pandas as pd

HEAD = (
    "Client",
    "Last 12 months",
    "The 12 before",
    "Months with an order, of 6",
    "Days since an order",
    "Activities, 90 days",
    "Hours, 90 days",
    "Last contact",
)
FIGURES = frozenset(range(1, len(HEAD)))


class OverviewPanel(Panel):
    def build(self) -> list[Any]:
        self._rows, self._notes = self._read()
        if not self._rows:
            return [Html(tag("p", *self._notes, class_="cp-nothing"))]
        notes = [tag("p", note, class_="cp-findings-head") for note in self._notes]
        shown = table(HEAD, self._rows, caption="", figures=FIGURES)
        return [Html(tag("div", *notes, shown))]

    def words(self) -> str:
        return "\n".join([*self._notes, *(aligned([HEAD, *self._rows]) if self._rows else [])])

    def _read(self) -> tuple[list[tuple[str, ...]], list[str]]:
        """The rows of the table, and what to know before reading them."""
        from clientplan.insight.overview import overview

        found, today = tables(self.desk.workspace), self.desk.workspace.today
        if found is None:
            return [], [NOTHING]
        figures = overview(found["clients"], found["revenue"], found["activities"], today=today)
        return [_row(line) for line in lines(figures)], [_span(today), *_stale(found["revenue"], today)]


def _row(line: Any) -> tuple[str, ...]:
    """A line of the overview in words; what never happened is a dash."""
    return (
        line.name,
        amount(line.last_year, line.currency),
        amount(line.year_before, line.currency),
        str(line.months_ordered),
        NONE if line.days_since_order is None else str(line.days_since_order),
        str(line.activities),
        f"{line.hours:.1f}" + (f" + {line.untimed} untimed" if line.untimed else ""),
        NONE if line.last_contact is None else short_day(line.last_contact),
    )


def _span(today: date) -> str:
    from clientplan.insight.months import full_months

    months = full_months(today, 12)
    return f"12 months: {months[0]:%B %Y} to {months[-1]:%B %Y}. Days are counted up to {day(today)}."


def _stale(revenue: pd.DataFrame, today: date) -> list[str]:
    """Where the newest row is old, so that zeros aren't taken for silence."""
    from clientplan.insight.freshness import stale_since

    newest = stale_since(revenue, today)
    if newest is None:
        return []
    return [f"The newest revenue row is of {day(newest)}. A zero after that day may only be an export that is missing."]
