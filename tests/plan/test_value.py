from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from clientplan.plan.action import Action, Stop
from clientplan.plan.objective import Measure, Objective
from clientplan.plan.value import clean, number, plain
from clientplan.plan.words import Progress


def test_an_edit_makes_a_new_value_and_leaves_the_old_one() -> None:
    old = Objective(id="o1", words="Cut late deliveries")
    new = old.replace(status=Progress.ON_TRACK)
    assert (old.status, new.status) == (Progress.NOT_STARTED, Progress.ON_TRACK)
    assert new.words == old.words


def test_an_edit_is_checked_like_any_other_value() -> None:
    with pytest.raises(ValidationError):
        Objective(id="o1").replace(id="no spaces")
    with pytest.raises(ValidationError):
        Objective(id="o1").replace(colour="green")


def test_a_value_can_neither_be_changed_nor_extended() -> None:
    objective = Objective(id="o1")
    with pytest.raises(ValidationError):
        objective.words = "changed"
    with pytest.raises(ValidationError):
        Objective.model_validate({"id": "o1", "colour": "green"})


@pytest.mark.parametrize("blank", ["", " ", "\n\t", "\u200b", "\ufeff"])
def test_text_with_nothing_in_it_is_a_field_that_is_still_open(blank: str) -> None:
    assert Action(id="a1", owner=blank, due=blank).owner is None
    assert Action(id="a1", due=blank).due is None
    with pytest.raises(ValidationError, match="what"):
        Stop(what=blank)


def test_a_blank_unknown_key_is_still_refused() -> None:
    with pytest.raises(ValidationError, match="ownr"):
        Action.model_validate({"id": "a1", "ownr": ""})


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("e\u0301", "é"),
        ("e\u200b\u0301", "é"),  # composed after what stands between has gone
        ("a\u202eb\u2066c", "abc"),
        ("a\x00b\x1bc", "abc"),
        ("\ufeffa", "a"),
        ("\u0645\u06cc\u200c\u062e", "\u0645\u06cc\u200c\u062e"),  # Persian words need the joiner
        ("one  \ntwo\t\n three ", "one\ntwo\n three"),
        ("one\r\ntwo\rthree\vfour\u2028five", "one\ntwo\nthree\nfour\nfive"),
        ("\ud800", ""),
    ],
)
def test_text_is_cleaned(text: str, kept: str) -> None:
    assert clean(text) == kept


@given(st.text(st.one_of(st.characters(), st.sampled_from("e \n\t\r\u0301\u200b\u2028\x85")), max_size=20))
def test_clean_text_stays_as_it_is(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)


@pytest.mark.parametrize(
    ("written", "figure"),
    [
        ("480000", "480000"),
        ("480 000.50", "480000.50"),
        ("480_000", "480000"),
        ("1'234'567.8", "1234567.8"),
        ("480\u202f000", "480000"),
        ("480\u2019000", "480000"),  # as the Swiss write it
        (" -12.5 ", "-12.5"),
        ("+5", "5"),
        (".5", "0.5"),
        ("0.500", "0.5"),  # begins with a nought: can only be a half
        ("1234.500", "1234.5"),
        ("1E5", "100000"),
        (0.1, "0.1"),
        (7, "7"),
    ],
)
def test_a_number_as_people_write_it(written: str | float, figure: str) -> None:
    assert Measure(target=written).target == Decimal(figure)


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("480.000", "“480.000” can be read in two ways. Write 480000 or 480"),
        ("-1.234", "“-1.234” can be read in two ways. Write -1234 or -1.2340"),
        ("480,5", "“480,5” has a comma. Write numbers with a decimal point and no commas: 1234.5"),
        ("480.000,50", "“480.000,50” has a comma. Write numbers with a decimal point and no commas: 1234.5"),
        ("12.5%", "“12.5%” isn't a number. Write it like 1234.5"),
        ("48 00", "“48 00” isn't a number. Write it like 1234.5"),
        ("0x10", "“0x10” isn't a number. Write it like 1234.5"),
        ("no", "“no” isn't a number. Write it like 1234.5"),
        ("nan", "“NaN” isn't a finite number"),
        ("inf", "“Infinity” isn't a finite number"),
        ("1E999999999", "that isn't a figure of a plan: 30 digits are the most"),
        ("1E-999999999", "that isn't a figure of a plan: 30 digits are the most"),
        ("9" * 400_000, "that isn't a figure of a plan: 30 digits are the most"),
    ],
    ids=lambda value: value[:20],
)
def test_a_number_that_is_none_or_two_is_refused(written: str, sentence: str) -> None:
    with pytest.raises(ValueError) as caught:
        number(written)
    assert str(caught.value) == sentence


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12))
def test_a_number_is_written_as_it_is_read(figure: Decimal) -> None:
    assert number(plain(figure)) == figure
    assert "E" not in plain(figure)


@pytest.mark.parametrize("written", ["86400", "0", "20260915", "2026", "2026-09-15T00:00:00", "15.09.2026", "2026-9-5"])
def test_only_a_date_is_a_date(written: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Measure(due=written)
    assert f"“{written}” isn't a date. Write it as YYYY-MM-DD" in str(caught.value)


def test_a_date_is_read() -> None:
    assert Measure(due=" 2026-09-15 ").due == Measure(due=date(2026, 9, 15)).due == date(2026, 9, 15)


@pytest.mark.parametrize("name", ["o1", "O", "2026-growth", "a_b", "x" * 40])
def test_an_id(name: str) -> None:
    assert Objective(id=name).id == name


@pytest.mark.parametrize("name", ["-o1", "_o", "o 1", "o.1", "ö1", "x" * 41, "o1\n", "../o"])
def test_what_cannot_be_an_id(name: str) -> None:
    with pytest.raises(ValidationError):
        Objective(id=name)
