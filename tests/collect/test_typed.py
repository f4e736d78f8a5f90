"""From cells to typed columns, through the whole reader: what a user's file comes out as."""

from __future__ import annotations

import pytest

from clientplan.errors import SourceUnreadable


def test_ids_stay_as_they_are_written(collect) -> None:
    found = collect({"a.csv": "Client ID,Client\n01234,A\n1E5,B\nNA,C\n1.0,D\n"})
    assert found.tables["clients"]["client_id"].tolist() == ["01234", "1E5", "NA", "1.0"]


def test_numbers_and_dates_by_the_columns_own_convention(collect, plain) -> None:
    found = collect(
        {"a.csv": 'Kunde;Datum;Betrag\nA;31.01.2026;"1.234,50 €"\nB;01.02.2026;(7,00)\nC;2026-03-01;1.234\n'}
    )
    revenue = found.tables["revenue"]
    assert plain(revenue["date"]) == ["2026-01-31", "2026-02-01", "2026-03-01"]
    assert plain(revenue["amount"]) == [1234.5, -7, 1234]
    assert plain(revenue["currency"]) == ["EUR", None, None]
    assert revenue["source"].tolist() == ["a.csv:2", "a.csv:3", "a.csv:4"]
    assert (found.report.files[0].decimal, found.report.files[0].dates) == (",", None)


def test_an_amount_that_can_be_read_in_two_ways_is_asked_about(collect, plain) -> None:
    text = "Client,Date,Amount\nA,2026-01-01,1.234\nB,2026-01-02,500\n"
    with pytest.raises(SourceUnreadable, match=r'a\.csv, column Amount: 1\.234 can be read in two ways.*decimal=","'):
        collect({"a.csv": text})
    assert plain(collect({"a.csv": text}, decimal=",").tables["revenue"]["amount"]) == [1234, 500]
    assert plain(collect({"a.csv": text}, decimal=".").tables["revenue"]["amount"]) == [1.234, 500]


def test_a_date_that_can_be_read_in_two_ways_is_asked_about(collect, plain) -> None:
    text = "Client,Date,Amount\nA,03/04/2026,1\nB,05/06/2026,2\n"
    with pytest.raises(SourceUnreadable, match=r'column Date: 03/04/2026 can be read in two ways.*dates="dmy"'):
        collect({"a.csv": text})
    assert plain(collect({"a.csv": text}, dates="dmy").tables["revenue"]["date"]) == ["2026-04-03", "2026-06-05"]
    assert plain(collect({"a.csv": text}, dates="mdy").tables["revenue"]["date"]) == ["2026-03-04", "2026-05-06"]


def test_both_questions_are_asked_at_once(collect) -> None:
    with pytest.raises(SourceUnreadable) as caught:
        collect({"a.csv": "Client,Date,Amount\nA,03/04/2026,1.234\n"})
    assert len(str(caught.value).splitlines()) == 2


def test_one_date_column_settles_the_other(collect, plain) -> None:
    text = "Account,Deal,Stage,Created,Close Date\nA,X,Open,01/02/2026,28/02/2026\n"
    assert plain(collect({"a.csv": text}).tables["opportunities"]["created"]) == ["2026-02-01"]


def test_bad_rows_are_set_aside_with_every_fault_and_the_good_ones_kept(collect) -> None:
    found = collect({"a.csv": "Client,Date,Amount\nA,soon,tbc\nB,2026-01-02,5\n,2026-01-03,6\nD,,7\nE,2026-01-05,\n"})
    assert [(one.line, one.column, one.value, one.reason) for one in found.report.set_aside] == [
        (2, "Amount", "tbc", "isn't an amount"),
        (2, "Date", "soon", "isn't a date"),
        (4, "Client", "", "names no client"),
        (5, "Date", "", "is empty"),
        (6, "Amount", "", "is empty"),
    ]
    assert found.tables["revenue"]["source"].tolist() == ["a.csv:3"]
    assert (found.report.files[0].rows_read, found.report.files[0].rows_set_aside) == (1, 4)


def test_a_row_wider_than_the_header_is_set_aside(collect) -> None:
    found = collect({"a.csv": "Client,Date,Amount\nA,2026-01-01,1,234.50\nB,2026-01-02,5.50,\n"})
    (one,) = found.report.set_aside
    assert (one.line, one.value) == (2, "A | 2026-01-01 | 1 | 234.50")
    assert "has more cells than the header" in one.reason
    assert found.tables["revenue"]["source"].tolist() == ["a.csv:3"]


def test_an_unclosed_quotation_mark_costs_one_row(collect) -> None:
    found = collect({"a.csv": 'Client,Date,Amount\nA,2026-01-01,1\n"B,2026-01-02,2\nC,2026-01-03,3\n'})
    assert found.tables["revenue"]["source"].tolist() == ["a.csv:2", "a.csv:4"]
    assert [one.line for one in found.report.set_aside] == [3]


def test_nothing_in_an_optional_column_is_missing_and_not_wrong(collect, plain) -> None:
    text = "Account,Deal,Stage,Amount,Close Date\nA,X,Open,-,\nB,Y,Open,N/A,(No value)\n"
    found = collect({"a.csv": text})
    assert plain(found.tables["opportunities"]["amount"]) == [None, None]
    assert found.report.set_aside == []


def test_currency_from_column_header_cell_and_default(collect, plain) -> None:
    assert plain(collect({"a.csv": "Client,Date,Amount (CHF)\nA,2026-01-01,1\n"}).tables["revenue"]["currency"]) == [
        "CHF"
    ]
    rows = [
        "A,2026-01-01,1,GBP",
        "B,2026-01-01,$2,",
        "C,2026-01-01,3,coins",
        "D,2026-01-01,£4,EUR",
        "E,2026-01-01,5 km,",
    ]
    text = "\n".join(["Client,Date,Amount,Currency", *rows])
    found = collect({"a.csv": text})
    assert plain(found.tables["revenue"]["currency"]) == ["GBP", None]
    assert [(one.line, one.column) for one in found.report.set_aside] == [(4, "Currency"), (5, "Amount"), (6, "Amount")]
    assert any("“$” is a sign of several currencies" in note for note in found.report.files[0].notes)
    assert plain(collect({"a.csv": text}, currency="USD").tables["revenue"]["currency"]) == ["GBP", "USD"]


def test_hours_seconds_and_clocks_become_minutes(collect, plain) -> None:
    text = "Client,Date,Subject,Hours\nA,2026-01-01,Call,1.5\nB,2026-01-01,Visit,0:45\nC,2026-01-01,Mail,\n"
    assert plain(collect({"a.csv": text}).tables["activities"]["minutes"]) == [90, 45, None]
    hubspot = "Record ID,Activity Type,Activity Date,Duration (milliseconds),Company name\n1,Call,2026-01-01,60000,A\n"
    assert plain(collect({"b.csv": hubspot}).tables["activities"]["minutes"]) == [1]


def test_a_duration_without_a_unit_is_said_to_be_minutes(collect) -> None:
    notes = collect({"a.csv": "Client,Date,Subject,Duration\nA,2026-01-01,Call,30\n"}).report.files[0].notes
    assert "“Duration” names no unit: its numbers are read as minutes" in notes
    clock = collect({"a.csv": "Client,Date,Subject,Duration\nA,2026-01-01,Call,0:30\n"}).report.files[0].notes
    assert not any("names no unit" in note for note in clock)


def test_of_several_texts_the_first_that_says_something_is_taken(collect) -> None:
    text = "Client,Date,Subject,Comments,Full Comments\nA,2026-01-01,x,short,long\nA,2026-01-01,y,short,\n"
    assert collect({"a.csv": text}).tables["activities"]["notes"].tolist() == ["long", "short"]


def test_line_breaks_in_texts_are_of_one_kind_and_formula_marks_come_off(collect) -> None:
    found = collect({"a.csv": 'Client,Date,Subject,Notes\r\nA,2026-01-01,\'=sum,"one\r\ntwo"\r\n'})
    row = found.tables["activities"].iloc[0]
    assert (row["subject"], row["notes"]) == ("=sum", "one\ntwo")


def test_a_header_without_rows_is_said(collect) -> None:
    found = collect({"a.csv": "Client,Date,Amount\n"})
    assert found.report.files[0].notes == ["no rows below the header. Look whether the export found any records"]
