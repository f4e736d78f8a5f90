"""What of the analysis a manager may take into the plan of one client: a sentence, its source, and where it belongs.

No sentence names another client, or says of one what the others showed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from clientplan.analysis.portfolio import Portfolio
from clientplan.analysis.sources import of_activities, of_orders
from clientplan.plan.objective import Objective
from clientplan.plan.promotion import Place, Promotion
from clientplan.plan.value import plain
from clientplan.plan.words import Phase


def of_standing(found: Portfolio, client: str, collected: date) -> Iterator[Promotion]:
    """What speaks for the phase; where the orders fall, that is a risk too."""
    source = of_orders(found.book, client, collected)
    for one in found.standings:
        if one.client == client:
            yield Promotion(one.because, source, Place.REASON)
            if one.watch or one.found is Phase.EROSION:
                yield Promotion(f"Orders are falling. {one.because}", source, Place.RISK)


def of_results(found: Portfolio, client: str, collected: date) -> Iterator[Promotion]:
    """Results against plan, which are ours alone, and readings of the objectives that the client may read too."""
    plan = found.book.plans.get(client)
    if plan is None:
        return
    source = of_orders(found.book, client, collected, plan.period.first)
    yield from (Promotion(one.sentence, source, Place.REASON) for one in found.to_date if one.client == client)
    for objective in plan.objectives:
        if not objective.internal and (fact := _fact(objective)):
            yield fact


def of_drift(told: Sequence[str], found: Portfolio, client: str, collected: date) -> Iterator[Promotion]:
    """A drift that was found is a risk; that there is none is nothing to write down."""
    from clientplan.insight.drift.of_results import NOT_A_FORECAST

    source = of_orders(found.book, client, collected)
    drifting = [one.removesuffix(NOT_A_FORECAST).rstrip() for one in told if "drifting:" in one.casefold()]
    yield from (Promotion(one, source, Place.RISK) for one in drifting)


def of_spent(found: Portfolio, client: str, collected: date) -> Iterator[Promotion]:
    """What the hours with this client served, and which of its activities could be stopped."""
    source = of_activities(found.book, client, collected)
    hours, smart = (found.spent.clients[name].to_dict().get(client, 0.0) for name in ("hours", "smart_hours"))
    if hours > 0:
        sentence = f"Of {hours:.0f} hours in the last quarter, {smart:.0f} moved an objective on"
        yield Promotion(sentence, source, Place.NOTES)
    for what, frees in zip(*(found.spent.stops_of(client)[name].tolist() for name in ("what", "frees")), strict=True):
        yield Promotion(f"{what} ({frees:.1f} h a month)", source, Place.STOP)


def of_hours(found: Portfolio, client: str, _collected: date) -> Iterator[Promotion]:
    """Hours now and advised."""
    advice = found.hours
    if advice is None or client not in advice.clients:
        return
    at = advice.clients.index(client)
    now, then = advice.advice.now[at], advice.advice.advised[at]
    low, high = advice.ranges.low[at], advice.ranges.high[at]
    between = f", {low:g} to {high:g} if a judgment is off" if low != high else ""
    sentence = f"{now:g} hours a month now, {then:g} advised{between}"
    yield Promotion(sentence, f"advice of {found.book.today.day} {found.book.today:%b %Y}", Place.NOTES)


def _fact(objective: Objective) -> Promotion | None:
    """A reading that has gone part of the way."""
    measure = objective.measure
    if measure is None or measure.latest is None or measure.baseline is None or not (measure.progress or 0) > 0:
        return None
    unit = f" {measure.unit}" if measure.unit else ""
    latest = measure.latest
    sentence = f"{measure.name or objective.words}: from {plain(measure.baseline)}{unit} to {plain(latest.value)}{unit}"
    return Promotion(sentence, f"readings of {objective.id}", Place.EVIDENCE, latest.when)
