from __future__ import annotations

from datetime import date

from clientplan.forms.text import aligned, amount, day, short_day


def test_days_and_amounts_as_people_say_them() -> None:
    assert day(date(2026, 10, 6)) == "6 October 2026"
    assert short_day(date(2026, 10, 6)) == "6 Oct 2026"
    assert amount(412300.4, "EUR") == "412,300 EUR"
    assert amount(-30, None) == "-30"


def test_a_table_in_plain_text_stands_in_columns() -> None:
    assert aligned([("Client", "Hours"), ("Ostlake", "5")]) == ["Client   Hours", "Ostlake      5"]
