"""Plots of a portfolio for notebooks; matplotlib loads here."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from clientplan.analysis.portfolio import Portfolio

if TYPE_CHECKING:
    from clientplan.insight.plots import Plot


def risks(found: Portfolio) -> Plot:
    """Who is likely to erode, and why."""
    from clientplan.insight.plots import risks as drawn
    from clientplan.insight.plots.risks import listed

    return drawn(listed((one.name, one.risk, one.base_rate, one.reason) for one in found.standings))


def hours(found: Portfolio) -> Plot | None:
    """Hours now and advised; None where none can be advised."""
    from clientplan.insight.plots import Shift
    from clientplan.insight.plots import hours as drawn

    if found.hours is None:
        return None
    advice, ranges = found.hours.advice, found.hours.ranges
    columns = (advice.now, advice.advised, ranges.low, ranges.high)
    values = zip(*(map(float, column) for column in columns), strict=True)
    return drawn([Shift(name, *row) for name, row in zip(advice.clients, values, strict=True)])


def spent(found: Portfolio) -> Plot | None:
    """Where the hours of the last quarter went, by client with a plan; None where nothing has hours."""
    from clientplan.insight.plots import Spent
    from clientplan.insight.plots import spent as drawn

    table, names = found.spent.clients, found.book.names
    columns = [table[name].tolist() for name in ("smart_hours", "linked_hours", "undifferentiated_hours")]
    timed = [
        Spent(names.get(client, client), *row)
        for client, row in zip(table.index, zip(*columns, strict=True), strict=True)
        if not isnan(row[0])  # those whose log has no durations have no hours
    ]
    return drawn(timed, sentence=found.spent.sentence) if timed else None


def results(found: Portfolio, client: str) -> list[Plot]:
    """A client's results against plan, one plot a currency; none where nothing is planned."""
    from clientplan.insight.plots import results as drawn

    name, locale = found.book.names.get(client, client), found.book.settings.locale
    months = found.months
    return [
        drawn(
            months[(months["client_id"] == client) & (months["currency"] == one.currency)],
            one.sentence,
            name=name,
            locale=locale,
        )
        for one in found.to_date
        if one.client == client
    ]
