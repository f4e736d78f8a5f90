from __future__ import annotations

import json

from clientplan.collect.report import FileReport, Quarantined, Report, counted, listed

SENTENCES = """\
clients.csv: English list, clients. 1 row read, 0 set aside (UTF-8, separated by commas).
  Columns not used: Fax.
orders.csv: English list, revenue. 1 row read, 1 set aside \
(UTF-8, separated by semicolons, decimal comma, day first).
orders.csv, Date: isn't a date (line 3 “soon”). Set aside.
products.csv: no client column, so nothing was taken from it. Columns found: product, price. \
If one of them names the client, call it Client, Account or Customer
Tables now: 1 client, 1 revenue row, 0 activities, 0 people, 0 opportunities."""


def row(line: int, value: str = "x", reason: str = "isn't a date") -> Quarantined:
    return Quarantined("a.csv", None, line, "Date", value, reason)


def test_sentences_for_a_person(collect) -> None:
    found = collect(
        {
            "clients.csv": "Client,Industry,Fax\nA,Food,1\n",
            "orders.csv": "Client;Date;Amount\nA;31/01/2026;1,50\nA;soon;2\n",
            "products.csv": "product,price\nx,1\n",
        }
    )
    assert "\n".join(found.report.sentences()) == SENTENCES


def test_many_rows_of_one_fault_are_one_sentence() -> None:
    report = Report([], [], [], [row(line) for line in range(2, 1_010)] + [row(5, reason="is empty")], {})
    several, one = sorted(report.set_aside_sentences(), key=len, reverse=True)
    assert several == "a.csv, Date: isn't a date (line 2 “x”; line 3 “x”; line 4 “x”; and 1,005 more). Set aside."
    assert one == "a.csv, Date: is empty (line 5 “x”). Set aside."


def test_for_machines_it_is_json(collect) -> None:
    found = collect({"a.csv": "Client,Date,Amount\nA,2026-01-31,tbc\nA,2026-01-31,5\n"})
    told = json.loads(json.dumps(found.report.to_dict()))
    assert told["rows"]["revenue"] == 1
    assert told["set_aside"] == [
        {"file": "a.csv", "sheet": None, "line": 2, "column": "Amount", "value": "tbc", "reason": "isn't an amount"}
    ]
    assert told["files"][0]["columns_used"] == {"Client": "client", "Date": "date", "Amount": "amount"}


def test_a_sheet_is_named_with_its_workbook() -> None:
    file = FileReport("b.xlsx", "Umsatz", "revenue", "German list, revenue", 3, 0, 0, {}, [])
    assert file.place == "b.xlsx[Umsatz]"


def test_counting_and_listing() -> None:
    assert counted(1, "row") == "1 row"
    assert counted(1_200, "person", "people") == "1,200 people"
    assert listed(["a", "b", "c"], most=2) == "a, b and 1 more"
