"""The committed exports as plain rows, read without the package, so that a slip in either shows."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from clientplan import paths
from clientplan.plan.plan import Plan
from clientplan.plan.reading import read

EXPORTS = paths.sample_data() / "exports"
PLANS = sorted((paths.sample_data() / "plans").glob("*.yaml"))


@dataclass(frozen=True)
class Invoiced:
    client: str
    day: date
    amount: Decimal
    currency: str


@dataclass(frozen=True)
class Happened:
    client: str
    day: date
    kind: str
    who: str
    contact: str
    minutes: int | None
    text: str


@dataclass(frozen=True)
class Exports:
    clients: dict[str, str]  # id -> name
    people: dict[str, set[str]]  # client's id -> names
    revenue: list[Invoiced]
    activities: list[Happened]

    def months(self, client: str) -> dict[str, Decimal]:
        found: dict[str, Decimal] = {}
        for one in self.revenue:
            if one.client == client:
                month = f"{one.day:%Y-%m}"
                found[month] = found.get(month, Decimal()) + one.amount
        return found

    def total(self, client: str, first: str, last: str) -> Decimal:
        """Of the months from first to last, both counted."""
        return sum((amount for month, amount in self.months(client).items() if first <= month <= last), Decimal())


@pytest.fixture(scope="session")
def exports() -> Exports:
    book = CalamineWorkbook.from_path(EXPORTS / "excel" / "Kunden_DACH.xlsx")
    customers, contacts, log = (_sheet(book, name) for name in ("Kunden", "Kontakte", "Aktivitäten"))
    accounts, companies = _salesforce("accounts"), _hubspot("companies")
    clients = {row["Account ID"]: row["Account Name"] for row in accounts}
    clients |= {row["Record ID"]: row["Company name"] for row in companies}
    clients |= {row["Kundennummer"]: row["Kunde"] for row in customers}
    people: dict[str, set[str]] = {}
    named = [(row["Account ID"], row["First Name"], row["Last Name"]) for row in _salesforce("contacts")]
    named += [(row["Associated Company IDs"], row["First Name"], row["Last Name"]) for row in _hubspot("contacts")]
    named += [(row["Kundennummer"], row["Vorname"], row["Nachname"]) for row in contacts]
    for client, first, last in named:
        people.setdefault(client, set()).add(f"{first} {last}")
    return Exports(clients, people, [*_invoiced()], [*_happened(log)])


@pytest.fixture(scope="session", params=PLANS, ids=[path.stem for path in PLANS])
def plan_file(request: pytest.FixtureRequest) -> Path:
    return request.param


@pytest.fixture
def plan(plan_file: Path) -> Plan:
    return read(plan_file.read_bytes(), plan_file.name)


@pytest.fixture(scope="session")
def plans() -> list[Plan]:
    return [read(path.read_bytes(), path.name) for path in PLANS]


def rows(path: Path, encoding: str = "utf-8", delimiter: str = ",") -> list[dict[str, str]]:
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def _salesforce(name: str) -> list[dict[str, str]]:
    """Without the footer, whose lines have one cell."""
    return [row for row in rows(EXPORTS / "salesforce" / f"{name}.csv") if len([v for v in row.values() if v]) > 1]


def _hubspot(name: str) -> list[dict[str, str]]:
    return rows(EXPORTS / "hubspot" / f"{name}.csv")


def _sheet(book: CalamineWorkbook, name: str) -> list[dict[str, object]]:
    lines = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    return [dict(zip(lines[3], line, strict=True)) for line in lines[4:]]


def _invoiced() -> Iterator[Invoiced]:
    """Every row with a client, a day and an amount."""
    found = [
        (row["Account ID"], row["Invoice Date"], "%d/%m/%Y", row["Amount"], row["Amount Currency"])
        for row in _salesforce("invoices")
    ]
    found += [
        (row["Associated Company IDs"], row["Close Date"], "%Y-%m-%d %H:%M", row["Amount"], row["Currency"])
        for row in _hubspot("deals")
        if row["Deal Stage"] == "Closed won"
    ]
    found += [
        (
            row["Kundennummer"],
            row["Belegdatum"],
            "%d.%m.%Y",
            row["Nettobetrag"].replace(".", "").replace(",", "."),
            row["Währung"],
        )
        for row in rows(EXPORTS / "excel" / "Umsatz.csv", "cp1252", ";")
    ]
    for client, day, form, amount, currency in found:
        try:
            yield Invoiced(client, datetime.strptime(day, form).date(), Decimal(amount), currency)  # noqa: DTZ007 - a day has no zone
        except (ValueError, InvalidOperation):
            continue


def _happened(log: list[dict[str, object]]) -> Iterator[Happened]:
    """Every row with a day."""
    for row in _salesforce("activities"):
        who = row["Activity Type"], row["Assigned"], row["Contact"]
        minutes = int(row["Duration"]) if row["Duration"] else None
        day = _day(row["Date"], "%d/%m/%Y")
        if day:
            yield Happened(row["Account ID"], day, *who, minutes, f"{row['Subject']} {row['Full Comments']}")
    for row in _hubspot("activities"):
        who = row["Activity Type"], row["Activity assigned to"], row["Associated Contact"]
        milliseconds = row["Duration (milliseconds)"]
        minutes = int(milliseconds) // 60_000 if milliseconds else None
        day = _day(row["Activity Date"], "%Y-%m-%d %H:%M")
        if day:
            yield Happened(
                row["Associated Company IDs"].partition(";")[0], day, *who, minutes, f"{row['Title']} {row['Notes']}"
            )
    for line in log:
        kind, who_, contact = (str(line[name]) for name in ("Art", "Bearbeiter", "Ansprechpartner"))
        taken = line["Dauer (Min.)"]
        minutes = None if taken == "" else int(float(str(taken)))
        if isinstance(line["Datum"], date):
            text = f"{line['Betreff']} {line['Notiz']}"
            yield Happened(str(line["Kundennummer"]), line["Datum"], kind, who_, contact, minutes, text)


def _day(text: str, form: str) -> date | None:
    try:
        return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None
