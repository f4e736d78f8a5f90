"""What a German office keeps in Excel: `Umsatz.csv` from the accounts, and a workbook of its own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import xlsxwriter
from generator.dirty import EXCEL_ACTIVITIES, EXCEL_REVENUE
from generator.portfolio import MANAGER, Portfolio, email
from generator.rows import Row, write_csv

STAGES = {"qualified": "Qualifiziert", "proof": "Versuch", "proposal": "Angebot", "won": "Gewonnen", "lost": "Verloren"}
KINDS = {"call": "Telefonat", "email": "E-Mail", "meeting": "Besprechung", "visit": "Besuch", "event": "Messe"}
MADE = datetime(2026, 9, 14, 16, 30)  # noqa: DTZ001 - a workbook's own date has no zone


def write(portfolio: Portfolio, folder: Path) -> None:
    write_csv(folder / "Umsatz.csv", _revenue(portfolio), end="\r\n", delimiter=";", encoding="cp1252")
    _workbook(folder / "Kunden_DACH.xlsx", portfolio)


def _revenue(portfolio: Portfolio) -> Iterable[Row]:
    yield ["Kundennummer", "Kunde", "Belegnummer", "Belegart", "Belegdatum", "Artikelgruppe", "Nettobetrag", "Währung"]
    rows: list[Row] = [
        [
            one.client.id,
            one.client.name,
            f"{'GS' if one.amount < 0 else 'RE'}-{number}",
            "Gutschrift" if one.amount < 0 else "Rechnung",
            f"{one.day:%d.%m.%Y}",
            one.text,
            _german(one.amount),
            one.client.currency,
        ]
        for number, one in enumerate(portfolio.invoices("excel"), start=30117)
    ]
    for place, row in EXCEL_REVENUE:
        rows.insert(place, list(row))
    yield from rows
    total = sum((one.amount for one in portfolio.invoices("excel")), Decimal())
    yield ["", "Summe", "", "", "", "", _german(total), "EUR"]


def _german(amount: Decimal) -> str:
    return f"{amount:,.2f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def _workbook(path: Path, portfolio: Portfolio) -> None:
    with xlsxwriter.Workbook(str(path)) as book:
        book.set_properties({"title": "Kunden DACH", "author": "Lukas Brandt", "created": MADE})
        for name, title, rows in (
            ("Kunden", "Kundenliste DACH", _clients(portfolio)),
            ("Kontakte", "Ansprechpartner", _people(portfolio)),
            ("Aktivitäten", "Aktivitäten seit 15.03.2025", _activities(portfolio)),
            ("Angebote", "Angebote und Projekte", _deals(portfolio)),
        ):
            _sheet(book, name, title, list(rows))


def _sheet(book: xlsxwriter.Workbook, name: str, title: str, rows: list[Row]) -> None:
    """A title and the date above the header, as people lay out what they print."""
    sheet = book.add_worksheet(name)
    heading = book.add_format({"bold": True, "font_size": 14})
    header = book.add_format({"bold": True, "bottom": 1})
    day = book.add_format({"num_format": "dd.mm.yyyy"})
    money = book.add_format({"num_format": "#,##0.00"})
    sheet.write_string(0, 0, title, heading)
    sheet.write_string(1, 0, "Stand: 14.09.2026")
    for column, text in enumerate(rows[0]):
        sheet.write_string(3, column, str(text), header)
        sheet.set_column(column, column, 18)
    for line, row in enumerate(rows[1:], start=4):
        for column, cell in enumerate(row):
            if isinstance(cell, date):
                sheet.write_datetime(line, column, cell, day)
            elif isinstance(cell, Decimal):
                sheet.write_number(line, column, cell, money)
            elif isinstance(cell, int):
                sheet.write_number(line, column, cell)
            elif cell:
                sheet.write_string(line, column, cell)
    sheet.freeze_panes(4, 0)


def _clients(portfolio: Portfolio) -> Iterable[Row]:
    yield ["Kundennummer", "Kunde", "Ort", "Land", "Branche", "Währung", "Betreuer", "Kunde seit"]
    for one in portfolio.of("excel"):
        yield [one.id, one.name, one.city, one.country, one.industry, one.currency, MANAGER, one.since]


def _people(portfolio: Portfolio) -> Iterable[Row]:
    yield ["Kundennummer", "Kunde", "Nachname", "Vorname", "Funktion", "E-Mail-Adresse"]
    for client in portfolio.of("excel"):
        for person in client.people:
            yield [client.id, client.name, person.family, person.first, person.role, email(client, person)]


def _activities(portfolio: Portfolio) -> Iterable[Row]:
    yield ["Datum", "Kundennummer", "Kunde", "Art", "Dauer (Min.)", "Ansprechpartner", "Betreff", "Notiz", "Bearbeiter"]
    rows: list[Row] = [
        [
            one.start.date(),
            one.client.id,
            one.client.name,
            KINDS[one.kind],
            "" if one.minutes is None else one.minutes,
            one.contact.name,
            one.subject,
            one.note,
            one.who,
        ]
        for one in portfolio.activities("excel")
    ]
    for place, row in EXCEL_ACTIVITIES:
        rows.insert(place, list(row))
    yield from rows


def _deals(portfolio: Portfolio) -> Iterable[Row]:
    yield [
        "Angebotsnummer",
        "Kundennummer",
        "Kunde",
        "Projekt",
        "Phase",
        "Betrag",
        "Währung",
        "Erstellt am",
        "Geplanter Abschluss",
        "Verantwortlich",
    ]
    deals = [(client, deal) for client in portfolio.of("excel") for deal in client.deals]
    for number, (client, deal) in enumerate(deals, start=1):
        created, close = (date.fromisoformat(deal[name]) for name in ("created", "close"))
        amount = Decimal(deal["amount"])
        who = [client.id, client.name, deal["name"], STAGES[deal["stage"]]]
        yield [f"A-{3300 + 7 * number}", *who, amount, client.currency, created, close, "Lukas Brandt"]
