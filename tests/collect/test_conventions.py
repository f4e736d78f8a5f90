from __future__ import annotations

from clientplan.collect.conventions import DATES, DECIMAL, Evidence, decide

COMMA, POINT = Evidence({",": "12,5"}), Evidence({".": "12.5"})
OPEN, MIXED, NOTHING = Evidence(either="1.234"), Evidence({",": "12,5", ".": "12.5"}), Evidence()


def test_a_column_that_settles_itself_is_not_overruled() -> None:
    assert decide(DECIMAL, {"a": COMMA}, ".", "f.csv").ways == {"a": ","}


def test_an_open_column_goes_with_the_others_of_its_sheet() -> None:
    decided = decide(DECIMAL, {"a": OPEN, "b": COMMA}, ".", "f.csv")
    assert decided.ways == {"a": ",", "b": ","}
    assert decided.said == ","
    assert not decided.questions


def test_columns_that_differ_settle_nothing_for_a_third() -> None:
    assert decide(DECIMAL, {"a": OPEN, "b": COMMA, "c": POINT}, None, "f.csv").questions
    assert decide(DECIMAL, {"a": OPEN, "b": COMMA, "c": POINT}, ".", "f.csv").ways == {"a": ".", "b": ",", "c": "."}


def test_every_open_column_is_asked_about_with_what_to_say() -> None:
    first, second = decide(DECIMAL, {"a": OPEN, "b": MIXED}, None, "f.csv").questions
    assert first == (
        "f.csv, column a: 1.234 can be read in two ways, and nothing in the file settles the decimal mark. "
        'Say decimal="," for 1.234,50 or decimal="." for 1,234.50'
    )
    assert second.startswith("f.csv, column b: 12,5 and 12.5 can't both be right")
    (question,) = decide(DATES, {"d": Evidence(either="03/04/2026")}, None, "f.csv").questions
    assert 'dates="dmy" for 31/12/2026 or dates="mdy"' in question


def test_being_told_settles_what_is_open() -> None:
    decided = decide(DECIMAL, {"a": OPEN, "b": MIXED}, ".", "f.csv")
    assert decided.ways == {"a": ".", "b": "."}
    assert not decided.questions


def test_whole_numbers_leave_nothing_to_ask() -> None:
    decided = decide(DECIMAL, {"a": NOTHING}, None, "f.csv")
    assert not decided.questions
    assert decided.said is None
