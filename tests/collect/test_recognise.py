from __future__ import annotations

import pytest

from clientplan.collect.grid import Grid, Row
from clientplan.collect.recognise import nothing_for_us, read_headers, recognise
from clientplan.collect.shapes import Shape
from clientplan.errors import SourceUnreadable


def grid(*rows: str) -> Grid:
    return Grid("f.csv", [Row(number, [*row.split(";")]) for number, row in enumerate(rows, start=1) if row])


@pytest.mark.parametrize(
    ("headers", "table"),
    [
        ("client_id;date;amount", "revenue"),
        ("account;sector;year_established;revenue;employees;office_location;subsidiary_of", "clients"),
        ("opportunity_id;sales_agent;product;account;deal_stage;engage_date;close_date;close_value", "opportunities"),
        ("Kundennummer;Kunde;Belegdatum;Nettobetrag;Währung", "revenue"),
        ("Nº cliente;Cliente;Fecha factura;Importe neto (EUR)", "revenue"),
        ("Code client;Raison sociale;Secteur;Pays;Chargé de clientèle", "clients"),
        ("Kunde;Ansprechpartner;Funktion;E-Mail", "people"),
        ("Client;Date de visite;Objet;Durée (min);Compte rendu", "activities"),
        ("Kunde;Verkaufschance;Phase;Auftragswert;Abschlussdatum", "opportunities"),
        ("Assigned;Subject;Date;Status;Priority;Company / Account;Contact;Opportunity;Created Date", "activities"),
        (
            "Account ID;Account Name;Type;Rating;Industry;Annual Revenue;Billing Country;Account Owner;Last Activity",
            "clients",
        ),
        (
            "Opportunity Name;Stage;Amount;Close Date;Account Name;Opportunity Owner;Created Date;Account Owner",
            "opportunities",
        ),
        ("Record ID;Company name;Company owner;Create Date;Industry;Country/Region;Last Activity Date", "clients"),
        ("Record ID;First Name;Last Name;Email;Job Title;Company Name;Associated Company IDs", "people"),
        (
            "Record ID;Deal Name;Deal Stage;Amount;Deal owner;Close Date;Create Date;Associated Company IDs",
            "opportunities",
        ),
        ("Record ID;Activity Type;Activity Date;Notes;Associated Company IDs", "activities"),
        ("Customer;Industry;Country;Account Manager;Invoice date;Net amount;Currency", "revenue"),
        ("Client;Date;Amount;Type;Notes", "revenue"),
    ],
)
def test_tables_by_their_headers(headers: str, table: str) -> None:
    reading = read_headers(headers.split(";"))
    assert reading is not None
    assert reading.table == table


@pytest.mark.parametrize("headers", ["product;series;sales_price", "sales_agent;manager;regional_office", ""])
def test_without_a_client_it_is_nothing_for_us(headers: str) -> None:
    assert recognise(grid(headers, "x;y;z")) is None


def test_the_sentence_names_the_columns_and_what_to_do() -> None:
    assert nothing_for_us(grid("product;series", "a;b")) == (
        "f.csv: no client column, so nothing was taken from it. Columns found: product, series. "
        "If one of them names the client, call it Client, Account or Customer"
    )


def test_the_header_is_found_below_titles() -> None:
    found = recognise(grid("Umsatzliste 2026", "Stand: 15.09.2026;Ruth", "Kunde;Datum;Betrag", "Acme;2026-01-01;5"))
    assert found is not None
    assert (found.line, found.table, found.label) == (3, "revenue", "German list, revenue")
    assert [row.line for row in found.rows] == [4]


def test_a_record_that_holds_header_words_is_no_header() -> None:
    found = recognise(grid("Account Name;Account Type;Industry", "Acme;Customer;Sector", "Beta;Client;Food"))
    assert found is not None
    assert (found.line, len(found.rows)) == (1, 2)


def test_a_record_is_no_header_where_the_header_is_unknown() -> None:
    assert recognise(grid("Kundschaft;Typ", "Acme;Kunde")) is None


def test_repeated_headers_are_left_out_and_counted() -> None:
    found = recognise(grid("Kunde;Datum;Betrag", "A;2026-01-01;1", "Kunde;Datum;Betrag", "B;2026-01-02;2"))
    assert found is not None
    assert ([row.line for row in found.rows], found.repeated) == ([2, 4], 1)


def test_two_tables_in_one_sheet_are_refused() -> None:
    with pytest.raises(SourceUnreadable, match=r"more than one table \(headers in lines 1 and 4\).*a file of its own"):
        recognise(grid("Kunde;Branche;Land", "A;Food;DE", "", "Kunde;Datum;Betrag;Whg", "A;2026-01-01;1;EUR"))


def test_earlier_words_win_and_texts_are_joined() -> None:
    reading = read_headers(
        ["Comments", "Full Comments", "Subject", "Date", "Company / Account", "Amount", "Total amount"]
    )
    assert reading is not None
    assert [place.header.written for place in reading.places["notes"]] == ["Full Comments", "Comments"]


def test_of_two_amounts_one_is_read_and_the_other_reported() -> None:
    found = recognise(grid("Client;Date;Total;Amount;Amount (converted)", "A;2026-01-01;1;2;3"))
    assert found is not None
    assert found.places["amount"][0].header.written == "Amount"
    assert found.unused == ["Total", "Amount (converted)"]


def test_a_crms_words_are_heard_only_from_that_crm() -> None:
    hubspot = read_headers(["Record ID", "Company name"])
    plain = read_headers(["Company name", "Record ID"])
    assert hubspot is not None
    assert plain is not None
    assert (hubspot.shape, "client_id" in hubspot.places) == (Shape.HUBSPOT, True)
    assert (plain.shape, "client_id" in plain.places) == (Shape.LIST, False)


def test_a_salesforce_footer_is_left_out_and_tells_whose_report_it_is() -> None:
    found = recognise(
        grid("Account Name;Invoice Date;Amount", "A;2026-01-01;1", "", "My report", "Copyright (c) salesforce.com")
    )
    assert found is not None
    assert (found.shape, found.footer, len(found.rows)) == (Shape.SALESFORCE, 2, 1)
    assert found.label == "Salesforce report, revenue"
