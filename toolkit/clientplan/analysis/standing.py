"""Where each client stands: its phase, as the manager says and as the orders say, and what is likely next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from clientplan.analysis.book import Book, client_of
from clientplan.analysis.words import known
from clientplan.plan.plan import Plan
from clientplan.plan.words import Phase

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Standing:
    """One client. Phase and risk answer different questions: what is, and what is likely to come."""

    client: str  # its id
    name: str
    said: Phase | None  # the manager's word, which stands
    found: Phase
    watch: bool  # in maintenance, and among the likeliest to erode
    because: str  # the figures that decided the phase
    contradiction: str | None
    risk: float | None  # the chance that it erodes within half a year; None where nobody can tell
    base_rate: float | None
    reason: str  # of the risk, from plain facts

    @property
    def phase(self) -> Phase:
        return self.said or self.found


def standings(book: Book) -> list[Standing]:
    """All clients with an order before today, the likeliest to erode first; of equal ones those that erode now."""
    from clientplan.insight.one_currency import comparable
    from clientplan.insight.phase import classify
    from clientplan.insight.risk import explain

    orders = comparable(book.orders)
    phases, risks = classify(orders, book.today, _planned(book)), explain(orders, book.today)
    found = [_standing(book, str(client), phases.loc[client], risks.loc[client]) for client in phases.index]
    return sorted(found, key=lambda one: (-(one.risk or 0.0), one.found is not Phase.EROSION, one.name))


def standing_of(book: Book, plan: Plan) -> tuple[Phase, str] | None:
    """What the orders say of a plan's client, and why; None where it has no order."""
    from clientplan.insight.one_currency import comparable
    from clientplan.insight.phase import classify

    client = client_of(plan, book.tables["clients"])
    orders = comparable(book.orders)
    own = orders[orders["client_id"] == client]
    if own.empty:
        return None
    found = classify(own, book.today, _planned(book)).iloc[0]
    return Phase(found["phase"]), found["reason"]


def _standing(book: Book, client: str, phase: pd.Series[Any], risk: pd.Series[Any]) -> Standing:
    from clientplan.insight.phase import contradiction

    plan, found = book.plans.get(client), Phase(phase["phase"])
    said = plan.phase if plan else None
    return Standing(
        client,
        book.names.get(client, client),
        said,
        found,
        bool(phase["watch"]),
        phase["reason"],
        contradiction(said, found, phase["reason"]) if said else None,
        known(risk["risk"]),
        known(risk["base_rate"]),
        risk["reason"],
    )


def _planned(book: Book) -> pd.DataFrame | None:
    """A year's plan by client, as parts of the usual order of its currency, as the orders are."""
    from clientplan.insight.attainment.from_plans import months, yearly
    from clientplan.insight.one_currency import in_units_of

    planned = yearly(months(book.plans))
    return None if planned.empty else in_units_of(planned, book.orders)
