"""This week: what was done and is due, and a proposal for the days that are left of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from clientplan.analysis.portfolio import Portfolio
from clientplan.analysis.words import same_name
from clientplan.errors import HoursRefused
from clientplan.plan.plan import Plan

if TYPE_CHECKING:
    from clientplan.insight.week import Week

_WORKDAYS = 5
_USUAL = 20.0  # hours of a week for clients, where nobody has said how many there are


def seen(found: Portfolio) -> tuple[date, list[tuple[str, str, str, str | None, str]]]:
    """The Monday; then day, client, what, the objective it serves and why, a row an activity or action."""
    today = found.book.today
    monday = today - timedelta(days=today.weekday())
    week, names = found.spent.week(monday), found.book.names
    columns = ("date", "client_id", "kind", "subject", "objective_id", "reason", "planned")
    rows = zip(*(week[name].tolist() for name in columns), strict=True)
    return monday, [
        (
            f"{day:%a}{' (planned)' * planned}",
            names.get(client, client),
            ": ".join(part for part in (kind, what) if part),
            serves,
            why,
        )
        for day, client, kind, what, serves, why, planned in rows
    ]


def ahead(found: Portfolio) -> Week:
    """A proposal for the manager's open actions, contacts and hours (see `insight.week`)."""
    from clientplan.insight.week import client_of, open_work, propose

    book = found.book
    advised, last = _advised(found), found.last_contacts
    mine = {client: plan for client, plan in book.plans.items() if _is_mine(plan, book.settings.manager)}
    clients = [
        client_of(
            plan.replace(client=plan.client.replace(id=client)),
            hours=advised.get(client),
            last_contact=last.get(client),
        )
        for client, plan in mine.items()
    ]
    works = [
        work
        for client, plan in mine.items()
        for work in open_work(plan.replace(client=plan.client.replace(id=client)), book.settings.manager)
    ]
    return propose(works, clients, list(_capacity(found)), as_of=book.today)


def _advised(found: Portfolio) -> dict[str, float]:
    """Hours a month by client, where they can be advised on; the week stands without."""
    try:
        hours = found.hours
    except HoursRefused:
        return {}
    return dict(zip(hours.clients, map(float, hours.advice.advised), strict=True)) if hours else {}


def _is_mine(plan: Plan, manager: str | None) -> bool:
    """Whether a client is the manager's, as far as both names are known."""
    return manager is None or plan.manager is None or same_name(plan.manager, manager)


def _capacity(found: Portfolio) -> Iterator[float]:
    """Hours of each day, Monday to Friday: a person's month by its weeks and days, else a usual week."""
    settings = found.book.settings
    month = settings.capacity.get(settings.manager or "")
    week = _USUAL if month is None else float(month) * 12 / 52
    yield from [round(4 * week / _WORKDAYS) / 4] * _WORKDAYS
