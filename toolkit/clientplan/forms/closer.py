"""One client closer by: revenue by month, the last activities, and whom the exports know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Self

from clientplan.forms import box
from clientplan.forms.chart import bars
from clientplan.forms.collected import NOTHING, client_of, lines, tables
from clientplan.forms.desk import Desk
from clientplan.forms.markup import Markup, joined, table, tag
from clientplan.forms.nodes import Html
from clientplan.forms.panel import Panel
from clientplan.forms.row import grid
from clientplan.forms.text import NONE, aligned, amount, short_day

if TYPE_CHECKING:
    import pandas as pd

    Tables = Mapping[str, pd.DataFrame]

_ACTIVITY = ("When", "Kind", "Subject", "With", "Minutes")
_PERSON = ("Name", "Role")


@dataclass(frozen=True)
class Closer:
    """What is shown of a client, as words and figures."""

    revenue: dict[str, list[tuple[str, float]]]  # by currency: each month and what was sold in it
    activities: list[tuple[str, ...]]
    people: list[tuple[str, ...]]

    @classmethod
    def of(cls, found: Tables, client: str, today: date) -> Self:
        from clientplan.insight.client import latest, monthly, people

        months = monthly(found["revenue"], client, today=today)
        names = [f"{month:%b %Y}" for month in months.index]
        return cls(
            {str(code): list(zip(names, map(float, months[code]), strict=True)) for code in months.columns},
            [_activity(one) for one in lines(latest(found["activities"], client, today=today))],
            [(one.name, one.role or NONE) for one in lines(people(found["people"], client))],
        )

    def words(self) -> list[str]:
        revenue = [
            f"{name}  {amount(value, code)}" for code, months in self.revenue.items() for name, value in months if value
        ]
        return [
            *(["Revenue by month", *revenue] if revenue else ["No revenue in these months."]),
            *(["Last activities", *aligned(self.activities)] if self.activities else ["No activities."]),
            *(["People", *aligned(self.people)] if self.people else ["No people."]),
        ]

    def markup(self) -> Markup:
        charts = [_chart(code, months) for code, months in self.revenue.items()]
        return joined(
            *(charts or [tag("p", "No revenue in the last 24 full months.", class_="cp-heading")]),
            _listed("Last activities", _ACTIVITY, self.activities, figures=frozenset({4})),
            _listed("People in the exports", _PERSON, self.people),
        )


class ClientPanel(Panel):
    """Opens on the plan's client."""

    def __init__(self, desk: Desk) -> None:
        self.client = box.link("Look at")
        self._tables: Tables | None = None
        self._shown = Html()
        super().__init__(desk)
        self.client.observe(self.guard(self._show))

    def build(self) -> list[Any]:
        self._tables, document = tables(self.desk.workspace), self.desk.document
        if self._tables is None:
            return [Html(tag("p", NOTHING, class_="cp-nothing"))]
        clients = self._tables["clients"]
        named = sorted((one.name or one.client_id, one.client_id) for one in lines(clients))
        self.client.offer([box.BLANK, *named])
        self.client.show(client_of(document.plan, clients) if document else None)
        self._show()
        return [grid({"client": self.client}, {"client": 12}), self._shown]

    def words(self) -> str:
        closer = self._closer()
        return "\n".join(closer.words()) if closer else "Choose a client." if self._tables else NOTHING

    def _show(self) -> None:
        closer = self._closer()
        self._shown.value = closer.markup() if closer else ""

    def _closer(self) -> Closer | None:
        if self._tables is None or self.client.value is None:
            return None
        return Closer.of(self._tables, self.client.value, self.desk.workspace.today)


def _activity(one: Any) -> tuple[str, ...]:
    minutes = NONE if one.minutes is None else f"{one.minutes:.0f}"
    return short_day(one.date), one.kind or NONE, one.subject or NONE, one.contact or NONE, minutes


def _chart(code: str, months: list[tuple[str, float]]) -> Markup:
    """The picture, and the same figures for those who don't see it."""
    title = f"Revenue by month in {code}, {months[0][0]} to {months[-1][0]}"
    highest = amount(max(value for _, value in months), code)
    rows = [(name, amount(value, code)) for name, value in months]
    figures = table(("Month", "Revenue"), rows, caption=title, figures=frozenset({1}))
    return joined(
        tag("p", title, class_="cp-heading"),
        bars(months, title=title, top=highest),
        tag("details", tag("summary", "The figures"), figures),
    )


def _listed(
    title: str, head: tuple[str, ...], rows: Sequence[tuple[str, ...]], figures: frozenset[int] = frozenset()
) -> Markup:
    heading = tag("p", title, class_="cp-heading")
    return joined(heading, table(head, rows, caption="", figures=figures) if rows else tag("p", "None in the exports."))
