"""HubSpot exports: "Record ID" first, associations as ids joined by ";". Orders come in as closed-won deals."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from pathlib import Path

from generator.activities import Activity
from generator.client import Client
from generator.dirty import HUBSPOT_ACTIVITIES, HUBSPOT_DEALS
from generator.portfolio import MANAGER, Portfolio, email
from generator.rows import Row, write_csv

STAGES = {
    "qualified": "Qualified to buy",
    "proof": "Presentation scheduled",
    "proposal": "Contract sent",
    "won": "Closed won",
    "lost": "Closed lost",
}
KINDS = {"call": "Call", "email": "Email", "meeting": "Meeting", "visit": "Site visit", "event": "Event"}


def write(portfolio: Portfolio, folder: Path) -> None:
    clients = portfolio.of("hubspot")
    ids = _contact_ids(clients)
    for name, rows in (
        ("companies", _companies(clients)),
        ("contacts", _contacts(clients, ids)),
        ("deals", _deals(portfolio, ids)),
        ("activities", _activities(portfolio, ids)),
    ):
        write_csv(folder / f"{name}.csv", rows, end="\n", quote_all=True)


def _contact_ids(clients: list[Client]) -> dict[str, int]:
    names = (person.name for client in clients for person in client.people)
    return {name: 15_340_201_700 + 37 * number for number, name in enumerate(names)}


def _companies(clients: list[Client]) -> Iterable[Row]:
    yield [
        "Record ID",
        "Company name",
        "Company Domain Name",
        "Company owner",
        "Create Date",
        "Industry",
        "City",
        "Country/Region",
        "Lifecycle Stage",
    ]
    for one in clients:
        created = _at(datetime.combine(one.known or one.since, time(9, 5)))
        yield [one.id, one.name, one.domain, MANAGER, created, one.industry, one.city, one.country, "Customer"]


def _contacts(clients: list[Client], ids: dict[str, int]) -> Iterable[Row]:
    yield [
        "Record ID",
        "First Name",
        "Last Name",
        "Email",
        "Job Title",
        "Company Name",
        "Contact owner",
        "Associated Company IDs",
    ]
    for client in clients:
        for person in client.people:
            names = [person.first, person.family, email(client, person), person.role]
            yield [ids[person.name], *names, client.name, MANAGER, client.id]


def _deals(portfolio: Portfolio, ids: dict[str, int]) -> Iterable[Row]:
    yield [
        "Record ID",
        "Deal Name",
        "Pipeline",
        "Deal Stage",
        "Amount",
        "Currency",
        "Deal owner",
        "Create Date",
        "Close Date",
        "Associated Company IDs",
        "Associated Contact IDs",
    ]
    rows = [*_sales(portfolio.of("hubspot"), ids), *_orders(portfolio)]
    for place, row in HUBSPOT_DEALS:
        rows.insert(place, list(row))
    yield from rows


def _sales(clients: list[Client], ids: dict[str, int]) -> Iterable[Row]:
    """What is being sold: open and lost. What was won is invoiced, and stands among the orders."""
    deals = [(client, deal) for client in clients for deal in client.deals]
    for number, (client, deal) in enumerate(deals):
        created, close = (
            _at(datetime.combine(date.fromisoformat(deal[name]), time(10, 15))) for name in ("created", "close")
        )
        contacts = ";".join(str(ids[person.name]) for person in client.people[:2])
        stage, amount = STAGES[deal["stage"]], f"{deal['amount']:.2f}"
        name = f"{deal['name']} {client.name}"
        place = 9_108_004_410 + 61 * number
        yield [place, name, "Sales", stage, amount, client.currency, MANAGER, created, close, client.id, contacts]


def _orders(portfolio: Portfolio) -> Iterable[Row]:
    for number, one in enumerate(portfolio.invoices("hubspot")):
        day = _at(datetime.combine(one.day, time(6, 30)))
        amount, place = f"{one.amount:.2f}", 9_200_000_013 + 83 * number
        yield [
            place,
            f"{one.text} ({40_318 + number})",
            "ERP orders",
            STAGES["won"],
            amount,
            one.client.currency,
            MANAGER,
            day,
            day,
            one.client.id,
            "",
        ]


def _activities(portfolio: Portfolio, ids: dict[str, int]) -> Iterable[Row]:
    yield [
        "Record ID",
        "Activity Type",
        "Activity Date",
        "Activity assigned to",
        "Title",
        "Notes",
        "Duration (milliseconds)",
        "Associated Company IDs",
        "Associated Contact",
        "Associated Contact IDs",
    ]
    rows = [_activity(number, one, ids) for number, one in enumerate(portfolio.activities("hubspot"))]
    for place, row in HUBSPOT_ACTIVITIES:
        rows.insert(place, list(row))
    yield from rows


def _activity(number: int, one: Activity, ids: dict[str, int]) -> Row:
    return [
        27_410_558_001 + 17 * number,
        KINDS[one.kind],
        _at(one.start),
        one.who,
        one.subject,
        one.note,
        "" if one.minutes is None else one.minutes * 60_000,
        ";".join(filter(None, (one.client.id, one.also))),
        one.contact.name,
        ids[one.contact.name],
    ]


def _at(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"
