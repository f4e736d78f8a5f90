from __future__ import annotations

from datetime import date

from clientplan.collect.sanity import last_day


def test_revenue_later_than_this_month_is_a_plan(collect) -> None:
    text = "Client,Date,Amount\nA,2026-09-30,1\nB,2026-10-01,2\nC,1989-12-31,3\nD,1990-01-01,4\n"
    found = collect({"a.csv": text})
    assert found.tables["revenue"]["source"].tolist() == ["a.csv:2", "a.csv:5"]
    assert [(one.line, one.value, one.reason) for one in found.report.set_aside] == [
        (3, "2026-10-01", "lies after 2026-09-30: a plan, no revenue yet"),
        (4, "1989-12-31", "lies before 1990-01-01"),
    ]


def test_planned_activities_stay_and_are_counted(collect) -> None:
    found = collect({"a.csv": "Client,Date,Subject\nA,2026-09-16,Visit\nA,2026-09-15,Call\nA,2062-01-01,Typo\n"})
    assert len(found.tables["activities"]) == 2
    assert "1 activity after 2026-09-15: planned ones, kept" in found.report.files[0].notes
    assert [one.reason for one in found.report.set_aside] == ["lies more than 20 years ahead"]


def test_the_last_day_of_the_month() -> None:
    assert last_day(date(2026, 9, 30)).date() == date(2026, 9, 30)
    assert last_day(date(2028, 2, 1)).date() == date(2028, 2, 29)


def test_a_line_of_totals_is_no_client(collect) -> None:
    found = collect(
        {
            "a.csv": "Kunde;Branche;Land\nA;Food;DE\nGesamt;;\n",
            "b.csv": "Kunde;Datum;Betrag\nA;2026-01-01;5\nSumme;;5\n",
        }
    )
    assert found.tables["clients"]["name"].tolist() == ["A"]
    assert len(found.tables["revenue"]) == 1
    assert all(one.reason == "is a line of totals, no client" for one in found.report.set_aside)


def test_a_client_called_total_is_one(collect) -> None:
    found = collect({"a.csv": "Client,Industry\nTotal,Energy\n"})
    assert found.tables["clients"]["name"].tolist() == ["Total"]


def test_orders_whose_amount_has_an_unknown_name_are_told_from_a_list_of_clients(collect) -> None:
    found = collect({"a.csv": "Kunde;Datum;Wert in Tsd.\nA;2026-01-01;5\nA;2026-01-02;5\nA;2026-01-03;5\n"})
    file = found.report.files[0]
    assert (file.table, file.columns_unused) == ("clients", ["Datum", "Wert in Tsd."])
    assert any(note.startswith("most clients come on several lines") for note in file.notes)
