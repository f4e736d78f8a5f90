"""The report as tables that a person can read."""

from __future__ import annotations

import re
from pathlib import Path

from clientplan.collect import shown
from clientplan.collect.report import FileReport, Quarantined, Report

HERE = Path(shown.__file__).parent


def reported(*aside: Quarantined, **columns: str) -> Report:
    file = FileReport("a.xlsx", "Orders", "revenue", "an export, revenue", 1, 3, 1, columns, ["Mood"])
    return Report([file], [], [], list(aside), {})


def test_each_column_has_what_it_was_taken_as() -> None:
    (found,) = shown.mappings(reported(Kundennummer="client_id", Betrag="amount", Zeit="close_date"))
    assert found.place == "a.xlsx[Orders]"
    assert found.rows == (
        ("Kundennummer", "the client’s id"),
        ("Betrag", "amount"),
        ("Zeit", "date of closing"),
        ("Mood", "not used"),
    )


def test_rows_that_were_set_aside_come_by_file_and_line_with_what_to_do() -> None:
    late = Quarantined("a.xlsx", "Orders", 10, "Date", "KW 23", "isn't a date")
    early = Quarantined("a.xlsx", "Orders", 9, "", "x | y", "something else is wrong")
    assert shown.set_aside(reported(late, early)) == [
        ("a.xlsx[Orders]", "9", "", "x | y", "something else is wrong", "Mend it in your system, and export it again"),
        ("a.xlsx[Orders]", "10", "Date", "KW 23", "isn't a date", "Write a day that exists, as the other rows have it"),
    ]


def test_the_commonest_reasons_have_advice_of_their_own() -> None:
    """Reasons are written where they are found; each that is advised on is written somewhere."""
    source = "".join(path.read_text() for path in HERE.glob("*.py") if path.name != "shown.py")
    assert len(shown._ADVICE) >= 9
    for begin, _ in shown._ADVICE:
        assert re.search(rf"[\"“]{re.escape(begin)}", source), begin
