from __future__ import annotations

import pytest

from clientplan.collect.headers import bare, is_total, is_won, read_header, words
from clientplan.collect.tables import TABLES, roles


@pytest.mark.parametrize("written", ["Account ID", "account_id", "AccountId", " ACCOUNT-ID "])
def test_only_letters_and_digits_count(written: str) -> None:
    assert bare(written) == "accountid"


def test_accents_and_eszett() -> None:
    assert bare("Währung") == bare("WAHRUNG")
    assert bare("Straße") == "strasse"


@pytest.mark.parametrize(
    ("written", "head", "currency", "duration"),
    [
        ("Betrag (EUR)", "betrag", "EUR", None),
        ("Umsatz in €", "umsatz", "EUR", None),
        ("Amount USD", "amount", "USD", None),
        ("Dauer (Std.)", "dauer", None, "hours"),
        ("Duration [ms]", "duration", None, "milliseconds"),
    ],
)
def test_units_are_taken_off(written: str, head: str, currency: str | None, duration: str | None) -> None:
    last = read_header(written)[-1]
    assert (last.bare, last.currency, last.duration) == (head, currency, duration)


@pytest.mark.parametrize("written", ["Amount (converted)", "Sales All", "Umsatz in Tsd. €", "Umsatz (TEUR)"])
def test_what_is_no_unit_stays_on(written: str) -> None:
    assert all(header.bare not in {"amount", "sales", "umsatz"} for header in read_header(written))


@pytest.mark.parametrize(("table", "column"), [(table, column) for table in TABLES for column in roles(table)])
def test_every_column_has_words(table: str, column: str) -> None:
    assert words(table, column)


@pytest.mark.parametrize("table", TABLES)
def test_each_language_can_name_the_columns_that_a_table_needs(table: str) -> None:
    for language in ("en", "de", "fr", "es"):
        for group in TABLES[table].needs:
            spoken = {word.spoken for column in group for word in words(table, column).values()}
            assert language in spoken, group


def test_a_crms_word_for_one_table_is_not_lent_to_another() -> None:
    assert "recordid" in words("clients", "client_id")
    assert "recordid" not in words("revenue", "client_id")
    assert "kundennummer" in words("revenue", "client_id")


def test_stages_and_totals() -> None:
    assert all(map(is_won, ["Won", "Closed Won", "closedwon", "Gewonnen", "Fermée/Gagnée", "Ganada"]))
    assert not any(map(is_won, ["Closed Lost", "Engaging", "", "Wonderful"]))
    assert is_total("Grand Total")
    assert is_total("SUMME")
    assert not is_total("Total Energies")
