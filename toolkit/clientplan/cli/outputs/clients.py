"""The portfolio on a terminal: a table of all clients, then what to know in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from math import isnan
from typing import Any

from rich.table import Table

from clientplan.analysis.hours import Hours
from clientplan.analysis.portfolio import Portfolio
from clientplan.cli.outputs.tables import as_text
from clientplan.errors import HoursRefused
from clientplan.plan.words import Phase

_NONE = "–"
_HOURS = ("now", "advised", "low", "high", "one_more_hour")
_DIGITS = 6  # sums of floats differ beyond, from one engine to another
_HIGH = 2.0  # times the base rate: a risk that is worth a sentence


def lines(found: Portfolio) -> Iterator[str]:
    """The table, and below it the sentences by what they are about."""
    yield as_text(_table(found))
    yield from _told("Clients to look at", _reasons(found))
    yield from _told("Results against plan", _results(found))
    yield from _told("Hours", _hours(found))
    yield from _told("Where the hours of the last quarter went", _spent(found))


def record(found: Portfolio) -> dict[str, Any]:
    """The same for machines; hours a month, risks from 0 to 1, results in their own currency."""
    to_date = {one.client: one for one in found.to_date}
    advised = _advised(found)
    return {
        "version": 1,
        "day": found.book.today.isoformat(),
        "clients": [
            {
                "client": one.client,
                "name": one.name,
                "phase": {"said": one.said, "found": one.found, "watch": one.watch, "because": one.because},
                "risk": {"chance": one.risk, "base_rate": one.base_rate, "reason": one.reason},
                "attained": to_date[one.client].attained if one.client in to_date else None,
                "hours": advised.get(one.client),
            }
            for one in found.standings
        ],
        "hours": list(_hours(found)),
        "spent": {name: _plain(value) for name, value in found.spent.portfolio.items()},
    }


def _table(found: Portfolio) -> Table:
    table = Table()
    for name in ("Client", "Phase", "Orders say"):
        table.add_column(name)
    for name in ("Risk", "To date", "Hours", "Advised", "Smart"):
        table.add_column(name, justify="right")
    attained = {one.client: one.attained for one in found.to_date}
    advised, smart = _advised(found), found.spent.clients
    for one in found.standings:
        hours = advised.get(one.client)
        share = smart["smart_share"].get(one.client) if len(smart) else None
        table.add_row(
            one.name,
            one.said or _NONE,
            f"{one.found}, watch" if one.watch else one.found,
            _chance(one.risk) if found.told_apart else _NONE,
            _percent(attained.get(one.client)),
            f"{hours['now']:g}" if hours else _NONE,
            f"{hours['advised']:g}" if hours else _NONE,
            _percent(share),
        )
    return table


def _advised(found: Portfolio) -> dict[str, dict[str, float]]:
    hours = _advice(found)
    if hours is None:
        return {}
    advice, ranges = hours.advice, hours.ranges
    columns = zip(advice.now, advice.advised, ranges.low, ranges.high, hours.one_more, strict=True)
    return {
        client: {name: round(float(value), _DIGITS) for name, value in zip(_HOURS, row, strict=True)}
        for client, row in zip(hours.clients, columns, strict=True)
    }


def _reasons(found: Portfolio) -> Iterator[str]:
    """Of those that erode, may erode, or stand elsewhere than the manager says."""
    for one in found.standings:
        likely = one.risk is not None and one.base_rate and one.risk >= _HIGH * one.base_rate
        if one.contradiction:
            yield f"{one.name}. {one.contradiction}"
        elif one.found is Phase.EROSION:
            yield f"{one.name}: {one.because}"
        if likely or one.watch:
            yield f"{one.name}: {one.reason}"
    if not found.told_apart:
        yield found.too_young


def _results(found: Portfolio) -> Iterator[str]:
    names = found.book.names
    yield from (f"{names.get(one.client, one.client)}: {one.sentence}" for one in found.to_date)


def _advice(found: Portfolio) -> Hours | None:
    """None where there is none. What was asked for and can't be is the caller's to hear of."""
    try:
        return found.hours
    except HoursRefused:
        if found.budget is not None:
            raise
        return None


def _refused(found: Portfolio) -> Iterator[str]:
    try:
        _ = found.hours
    except HoursRefused as error:
        yield from str(error).splitlines()


def _hours(found: Portfolio) -> Iterator[str]:
    if refused := list(_refused(found)):
        yield from refused
        return
    if found.hours is None:
        yield "Hours can be advised on once two clients have results and hours, planned or logged."
        return
    yield from found.hours.sentences
    yield from found.hours.misfits
    if found.hours.untimed:
        yield f"Without hours, and so left out: {', '.join(found.hours.untimed)}."
    if found.hours.without_rate:
        missing = ", ".join(found.hours.without_rate)
        yield f"Left out are clients in {missing}: say what it is worth in {found.hours.currency}, under [exchange]."


def _spent(found: Portfolio) -> Iterator[str]:
    if not found.book.plans:
        yield "No client has a plan for today, so no activity can be judged by one."
        return
    yield found.spent.sentence
    yield from found.spent.stops["sentence"]
    if asked := len(found.spent.questions):
        from clientplan.insight.spoken import several

        may = several(asked, "activity", "activities")
        yield f"{may} may have served an objective, and only you can say so: notebook 07_portfolio asks."


def _told(title: str, sentences: Iterator[str]) -> Iterator[str]:
    if said := list(sentences):
        yield f"\n{title}"
        yield from (f"  {sentence}" for sentence in said)


def _chance(part: float | None) -> str:
    """To the nearest per cent: a chance isn't known any better."""
    return _NONE if part is None else f"{100 * part:.0f} %"


def _percent(part: float | None) -> str:
    from clientplan.insight.spoken import percent

    return _NONE if part is None or isnan(part) else percent(part)


def _plain(value: Any) -> Any:
    return None if isnan(value) else round(float(value), _DIGITS)
