from __future__ import annotations

from datetime import date, timedelta

import pytest
from babel import Locale
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from clientplan.collect.dates import evidence, read
from clientplan.own_months import own_months

DAYS = st.dates(date(1990, 1, 1), date(2089, 12, 31))


@given(
    days=st.lists(DAYS, min_size=1),
    form=st.sampled_from(["dd.MM.yyyy", "d.M.yy", "yyyy-MM-dd", "yyyy/MM/dd", "yyyyMMdd", "d MMMM yyyy", "d MMM yyyy"]),
    locale=st.sampled_from(["en", "de", "fr", "es"]),
)
@settings(deadline=None, max_examples=50)
def test_days_come_back_from_the_forms_that_leave_nothing_open(
    texts, plain, days: list[date], form: str, locale: str
) -> None:
    written = texts(*(format_date(day, form, own_months(Locale(locale))) for day in days))
    assert not evidence(written).settled
    assert evidence(written).either is None
    for order in ("dmy", "mdy"):
        assert plain(read(written, order)) == [day.isoformat() for day in days]


@given(days=st.lists(DAYS, min_size=1), order=st.sampled_from(["dmy", "mdy"]), mark=st.sampled_from("/-"))
@settings(deadline=None, max_examples=50)
def test_one_day_after_the_twelfth_settles_the_column(texts, plain, days: list[date], order: str, mark: str) -> None:
    days = [*days, date(2026, 3, 31)]
    form = f"%d{mark}%m{mark}%Y" if order == "dmy" else f"%m{mark}%d{mark}%Y"
    written = texts(*(day.strftime(form) for day in days))
    assert evidence(written).way == order
    assert plain(read(written, order)) == [day.isoformat() for day in days]


@given(day=DAYS)
@settings(deadline=None, max_examples=50)
def test_a_date_that_both_orders_read_differently_is_never_settled(texts, day: date) -> None:
    shown = evidence(texts(f"{day:%d/%m/%Y}"))
    assert (shown.either is not None) == (day.day <= 12 and day.day != day.month)
    assert shown.either is None or shown.way is None


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2026-03-04T10:15:00Z", "2026-03-04"),
        ("2026-03-04T23:59:59.123+02:00", "2026-03-04"),
        ("2026-03-04 10:15", "2026-03-04"),
        ("04.03.2026 10:15 Uhr", "2026-03-04"),
        ("4. 3. 2026", "2026-03-04"),
        ("4/3/2026 3:15 PM", "2026-03-04"),
        ("4/3/26", "2026-03-04"),
        ("4/3/99", "1999-03-04"),
        ("15-Mar-2026", "2026-03-15"),
        ("Mar 15, 2026", "2026-03-15"),
        ("Dienstag, 3. März 2026", "2026-03-03"),
        ("1er août 2026", "2026-08-01"),
        ("3 de marzo de 2026", "2026-03-03"),
        ("2026-03", "2026-03-01"),
        ("03/2026", "2026-03-01"),
        ("März 2026", "2026-03-01"),
    ],
)
def test_forms_of_a_date(texts, plain, cell: str, day: str) -> None:
    assert plain(read(texts(cell), "dmy")) == [day]


@pytest.mark.parametrize(
    "cell",
    ["", "31.02.2026", "KW 23", "45306", "2026-13-01", "4-3-26", "32/01/2026", "soon", "12", "\u0661.\u0661.2026"],
)
def test_what_is_no_date(texts, plain, cell: str) -> None:
    assert plain(read(texts(cell), "dmy")) == [None]


def test_the_order_tells_day_from_month(texts, plain) -> None:
    assert plain(read(texts("03/04/2026"), "dmy")) == ["2026-04-03"]
    assert plain(read(texts("03/04/2026"), "mdy")) == ["2026-03-04"]


def test_a_workbooks_number_is_no_date(texts, plain) -> None:
    assert plain(read(texts("20260304", exact=True), "dmy")) == [None]


def test_a_long_column_is_read_once_a_day(texts, plain) -> None:
    days = [(date(2020, 1, 1) + timedelta(days=number % 700)).isoformat() for number in range(20_000)]
    assert plain(read(texts(*days), "dmy")) == days
