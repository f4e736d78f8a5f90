from __future__ import annotations

from datetime import date, timedelta

import pytest
from babel import Locale
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from clientplan.insight.activity.next_steps import dated
from clientplan.own_months import own_months

AFTER = date(2026, 7, 10)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Back on site 11 August", (2026, 8, 11)),
        ("Back on site August 11th, then we see", (2026, 8, 11)),
        ("Nächster Termin 24.07.", (2026, 7, 24)),
        ("Nächster Termin am 24.07.2026, 10 Uhr", (2026, 7, 24)),
        ("Nächster Termin 24. Juli", (2026, 7, 24)),
        ("Prochain rendez-vous le 3 sept.", (2026, 9, 3)),
        ("La próxima visita es el 4 de agosto de 2026", (2026, 8, 4)),
        ("Next: 2026-08-01.", (2026, 8, 1)),
        ("Next call 24/7", (2026, 7, 24)),
        ("Review in 1 March 2027", (2027, 3, 1)),
        ("we meet on 24.07.26", (2026, 7, 24)),
        ("MEET ON 11 AUGUST", (2026, 8, 11)),
    ],
)
def test_a_day_in_words(text: str, day: tuple[int, int, int]) -> None:
    assert dated(text, AFTER) == date(*day)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Nothing agreed, they may call in August",
        "Met on 10 July",  # the day itself
        "Minutes of 2026-07-10 / 10 July 2026",
        "As in the call of 3 July",  # one that was
        "Since 24.07.2025",
        "38.600 parts",
        "the quote is 2.5 times as high",
        "31 June",
        "99/99",
        "2026-13-40",
        "in 2028-01-01",  # beyond a year
        "version 1.2.3 of the drawing",
        "Their year begins on 1 January",  # without a year: too far ahead to be a step that was agreed
    ],
)
def test_what_names_no_day_that_comes(text: str) -> None:
    assert dated(text, AFTER) is None


def test_the_first_of_several_days() -> None:
    assert dated("On 20 August or 12 August, not on 3 July", AFTER) == date(2026, 8, 12)


def test_over_the_turn_of_the_year() -> None:
    assert dated("Weiter am 7.1.", date(2026, 12, 10)) == date(2027, 1, 7)


def test_slashes_are_read_as_the_workspace_says_and_points_are_not() -> None:
    assert dated("on 8/9", AFTER) == date(2026, 9, 8)
    assert dated("on 8/9", AFTER, month_first=True) == date(2026, 8, 9)
    assert dated("am 8.9.", AFTER, month_first=True) == date(2026, 9, 8)


@given(
    ahead=st.integers(1, 119), locale=st.sampled_from(["en_GB", "en_US", "de", "fr", "es"]), start=st.integers(0, 730)
)
def test_a_day_written_out_is_read_again(ahead: int, locale: str, start: int) -> None:
    after = AFTER + timedelta(days=start)
    day = after + timedelta(days=ahead)
    assert dated(f"… {format_date(day, 'long', own_months(Locale.parse(locale)))}.", after) == day


@given(text=st.text(max_size=60), month_first=st.booleans())
def test_whatever_stands_there_the_day_comes_later_and_soon(text: str, *, month_first: bool) -> None:
    found = dated(text, AFTER, month_first=month_first)
    assert found is None or AFTER < found <= AFTER + timedelta(days=366)


@given(text=st.from_regex(r"([0-9]{1,4}[./-]){1,3}[0-9]{0,4} ?(May|juin|März|2026)?", fullmatch=True))
def test_figures_of_any_kind_are_read_or_left(text: str) -> None:
    found = dated(text, AFTER)
    assert found is None or found > AFTER
