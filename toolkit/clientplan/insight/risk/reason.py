"""Why a client is where it is on the list: sentences from the facts, never from the model."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, isnan

from clientplan.insight.risk.precedents import FEWEST

SEVERAL = 2.0  # times the usual pace, from which one says "times" and no longer "%"


@dataclass(frozen=True, slots=True)
class Told:
    """The facts of one client that its reason tells. What isn't known is nan."""

    orders: int
    days_since_order: float
    tenure_days: float
    months_ordered: int
    months_ordered_before: int
    usual_gap: float
    spend_quarter: float
    run_rate: float
    times: int
    eroded: int
    same_band: bool


@dataclass(frozen=True, slots=True)
class Past:
    """What the sentence may say of all clients: how many precedents there are, and how many of them eroded."""

    window: int  # days
    precedents: int
    eroded: int


def reason(client: Told, past: Past) -> str:
    """One to four sentences; too short a history gets words instead of numbers."""
    if not client.orders:
        return "No order so far, only credit notes: too little to tell."
    if client.orders == 1 and client.tenure_days < past.window:
        return f"One order so far, {days(client.days_since_order)} ago: too little to tell."
    if client.tenure_days < past.window:
        return (
            f"{client.orders} order days since the first {days(client.tenure_days)} ago, the last "
            f"{days(client.days_since_order)} ago: less than a year, too little to tell."
        )
    if client.days_since_order > past.window:
        return f"No order for {days(client.days_since_order)}: there is no pace left to fall from."
    facts = f"{months(client.months_ordered, client.months_ordered_before)} {_silence(client)}"
    if client.run_rate <= 0:
        return f"{facts} Orders are too rare for a usual pace, so it can't be said what a fall would be."
    return f"{facts} {_pace(client)} {_precedents(client, past)}"


def days(count: float) -> str:
    return "1 day" if count == 1 else f"{count:.0f} days"


def percent(part: float, whole: float) -> str:
    """Halves go up."""
    return f"{floor(100 * part / whole + 0.5)} %"


def months(ordered: float, before: float) -> str:
    """In how many of the last six months there was an order, and in how many of the six before."""
    recent = f"Ordered in {ordered:.0f}" if ordered else "Ordered in none"
    if ordered == before:
        return f"{recent} of the last 6 months, as in the 6 before."
    return f"{recent} of the last 6 months (was {before:.0f} of 6)."


def _silence(client: Told) -> str:
    since = f"{days(client.days_since_order)} since the last order"
    if isnan(client.usual_gap):
        return f"{since}, the only one within a year."
    return f"{since}, usual gap {floor(client.usual_gap + 0.5)}."


def _pace(client: Told) -> str:
    pace = client.spend_quarter / client.run_rate
    if pace < 0:
        return "In the last quarter more was credited than ordered."
    if client.spend_quarter == 0:
        return "Nothing spent in the last quarter."
    if pace >= SEVERAL:
        return f"Last quarter {floor(10 * pace + 0.5) / 10:.1f} times its usual pace."
    return f"Last quarter {percent(client.spend_quarter, client.run_rate)} of its usual pace."


def _precedents(client: Told, past: Past) -> str:
    if past.precedents < FEWEST:
        return "Your book is too young to say how often that ends in a loss."
    everyone = percent(past.eroded, past.precedents)
    if client.times < FEWEST:
        return (
            "Too few clients of yours have looked like this to say how it ends; of all, "
            f"{everyone} fell under half within six months."
        )
    like = "looked like this" if client.same_band else f"had ordered in {client.months_ordered or 'none'} of 6 months"
    return (
        f"Of the {client.times} times a client of yours {like}, {percent(client.eroded, client.times)} fell under half "
        f"within six months (all: {everyone})."
    )
