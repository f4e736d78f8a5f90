"""Each step on each engine against the same sums by plain loops: equal to the last unit, so equal to each other."""
# ruff: noqa: DTZ001 - days of the user's calendar have no zone

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime, timedelta
from math import floor, inf, nan
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clientplan.insight.tables import between, collected, effort, in_force, monthly, rates

Take = Callable[[str, Any], Any]

examples = settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])

# No NUL, which PostgreSQL can't hold, and no half of a surrogate pair, which isn't text.
odd_text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=4)
clients = st.one_of(
    st.sampled_from(["1", "01", "1.0", "NA", "É", "E\u0301", "e", "'=1", "名", "🙂", " a", "a "]), odd_text
)
gaps = st.none()
edges = st.sampled_from(
    [
        datetime(2024, 1, 31, 23, 59, 59, 999999),
        datetime(2024, 2, 1),
        datetime(2024, 2, 29),
        datetime(2024, 2, 29, 23, 59),
        datetime(2024, 12, 31),
        datetime(2025, 1, 1),
    ]
)
days = st.one_of(edges, edges, st.datetimes(datetime(2023, 12, 1), datetime(2025, 3, 31)))
amounts = st.one_of(
    gaps,
    st.sampled_from([0.0, 0.005, -0.005, 1.005, -1.005, 2.675, nan, inf, -inf, 1e14]),
    st.integers(-(10**9), 10**9).map(lambda whole: whole / 100),
    st.floats(-1e6, 1e6),
)
minutes = st.one_of(gaps, st.sampled_from([0.0, 0.5, 30.0, 30.0, 1 / 3, -5.0, nan, inf]), st.floats(0, 1e4))
orders = st.lists(
    st.tuples(st.one_of(gaps, clients), st.sampled_from(["EUR", "USD", None]), st.one_of(gaps, days), amounts),
    max_size=12,
)
objective_ids = st.one_of(gaps, st.sampled_from(["o1", "o2", "ö"]))


@st.composite
def activities(draw: Any) -> list[tuple[Any, ...]]:
    row = st.tuples(
        st.text("ab1", max_size=3),
        st.one_of(gaps, st.sampled_from(["1", "01", "É", "E\u0301"]), clients),
        st.one_of(gaps, days),
        minutes,
        st.sampled_from(["call", "meeting", None]),
        objective_ids,
    )
    return draw(st.lists(row, max_size=12))


windows = st.lists(
    st.tuples(
        st.one_of(gaps, st.sampled_from(["1", "01", "É", "E\u0301"])),
        st.sampled_from(["o1", "o2", "ö"]),
        st.one_of(gaps, edges, days),
        st.one_of(gaps, edges, days),
    ),
    max_size=6,
)


def cents(amount: float | None) -> int | None:
    if amount is None or not abs(amount) <= 1e13:
        return None
    return floor(amount * 100 + 0.5) if amount >= 0 else -floor(-amount * 100 + 0.5)


def seconds(duration: float | None) -> int | None:
    if duration is None or not 0 <= duration < inf:
        return None
    return floor(duration * 60 + 0.5)


def plain(step: Any) -> list[tuple[Any, ...]]:
    """The rows as plain values, gaps as None, in one order for all."""
    found = collected(step)
    allowed = {"int64", "str", "datetime64[us]"}
    assert {str(dtype) for dtype in found.dtypes} <= allowed
    values = found.astype(object).where(found.notna(), None)
    return ordered(tuple(row) for row in values.itertuples(index=False))


def ordered(rows: Any) -> list[tuple[Any, ...]]:
    return sorted(rows, key=lambda row: tuple((value is None, str(value)) for value in row))


def month(day: datetime) -> datetime:
    return datetime(day.year, day.month, 1)


def spent(rows: list[tuple[Any, Any]]) -> list[tuple[Any, ...]]:
    """Keys and minutes -> keys, rows, seconds, rows without."""
    sums: dict[Any, list[int]] = defaultdict(lambda: [0, 0, 0])
    for key, duration in rows:
        whole = seconds(duration)
        counts = sums[key]
        counts[0] += 1
        counts[1] += whole or 0
        counts[2] += whole is None
    return ordered((*key, *counts) for key, counts in sums.items())


def bounds(rows: list[tuple[Any, ...]]) -> dict[tuple[str, str], tuple[datetime, datetime]]:
    """The first moment of each objective, and the first after it."""
    found: dict[tuple[str, str], tuple[datetime, datetime]] = {}
    for client, objective, start, end in rows:
        if client:
            first = datetime.combine(start or date(1700, 1, 1), datetime.min.time())
            after = datetime.combine(end or date(2250, 1, 1), datetime.min.time()) + timedelta(days=1)
            earlier = found.get((client, objective), (first, after))
            found[client, objective] = (min(first, earlier[0]), max(after, earlier[1]))
    return found


@examples
@given(rows=orders)
def test_monthly(take: Take, rows: list[tuple[Any, ...]]) -> None:
    sums: dict[Any, list[Any]] = defaultdict(lambda: [0, 0, 0, 0, set()])
    for client, currency, day, amount in rows:
        if client and day:
            found = sums[client, currency, month(day)]
            found[0] += cents(amount) or 0
            sold = amount if cents(amount) is not None else 0
            found[1] += sold > 0
            found[2] += sold < 0
            found[3] += cents(amount) is None
            found[4] |= {day.date()} if sold > 0 else set()
    expected = ordered((*key, *found[:4], len(found[4])) for key, found in sums.items())
    assert plain(monthly(take("orders", rows))) == expected


@examples
@given(rows=activities())
def test_effort(take: Take, rows: list[tuple[Any, ...]]) -> None:
    table = take("activities", rows)
    known = [row for row in rows if row[1]]
    assert plain(effort(table)) == spent([((row[1],), row[3]) for row in known])
    assert plain(effort(table, "kind")) == spent([((row[1], row[4]), row[3]) for row in known])
    known = [row for row in known if row[2]]
    assert plain(effort(table, "month")) == spent([((row[1], month(row[2])), row[3]) for row in known])
    assert plain(effort(table, "objective_id", "month")) == spent(
        [((row[1], row[5], month(row[2])), row[3]) for row in known]
    )


@examples
@given(rows=activities(), objectives=windows)
def test_in_force(take: Take, rows: list[tuple[Any, ...]], objectives: list[tuple[Any, ...]]) -> None:
    found = bounds(objectives)
    expected = spent(
        [
            (key, row[3])
            for row in rows
            for key, (first, after) in found.items()
            if row[2] and row[1] == key[0] and first <= row[2] < after
        ]
    )
    assert plain(in_force(take("activities", rows), take("objectives", objectives))) == expected


@examples
@given(rows=orders, as_of=days)
def test_rates(take: Take, rows: list[tuple[Any, ...]], as_of: datetime) -> None:
    months = monthly(take("orders", rows))
    sums: dict[Any, list[int]] = defaultdict(lambda: [0, 0])
    for client, currency, first, money, *_ in plain(months):
        ago = (as_of.year - first.year) * 12 + as_of.month - first.month
        if ago > 0:
            sums[client, currency][0] += money if ago <= 3 else 0
            sums[client, currency][1] += money if ago <= 12 else 0
    expected = ordered((*key, *found) for key, found in sums.items())
    key = ("client_id", "currency")
    assert plain(rates(months, as_of.date(), ["cents"], key)) == expected
    assert plain(rates(collected(months), as_of.date(), ["cents"], key)) == expected


@examples
@given(rows=activities(), first=st.one_of(gaps, days), last=st.one_of(gaps, days))
def test_between(take: Take, rows: list[tuple[Any, ...]], first: datetime | None, last: datetime | None) -> None:
    inside = [
        ((row[1],), row[3])
        for row in rows
        if row[1]
        and (row[2] or first is last is None)
        and (first is None or row[2].date() >= first.date())
        and (last is None or row[2].date() <= last.date())
    ]
    table = between(take("activities", rows), first and first.date(), last and last.date())
    assert plain(effort(table)) == spent(inside)


@examples
@given(whole=st.lists(st.integers(-(10**12), 10**12), max_size=30))
def test_whole_cents_stay_what_they_are_and_a_credit_note_takes_its_order_away(take: Take, whole: list[int]) -> None:
    day = datetime(2024, 2, 29)
    table = take("orders", [("1", "EUR", day, amount / 100) for amount in whole])
    assert [row[3] for row in plain(monthly(table))] == ([sum(whole)] if whole else [])
    halves = [amount / 1000 for amount in whole]
    table = take("orders", [("1", "EUR", day, amount) for half in halves for amount in (half, -half)])
    assert [row[3] for row in plain(monthly(table))] == ([0] if whole else [])


def test_a_year_by_hand(take: Take) -> None:
    orders = [
        ("A", "EUR", datetime(2025, 9, 30), 10.0),  # 13 months before
        ("A", "EUR", datetime(2025, 10, 1), 20.01),
        ("A", "EUR", datetime(2026, 6, 30, 12), 0.30),
        ("A", "EUR", datetime(2026, 7, 1), 100.0),
        ("A", "EUR", datetime(2026, 9, 30, 23, 59), 3.0),
        ("A", "EUR", datetime(2026, 9, 30), -1.0),
        ("A", "EUR", datetime(2026, 10, 1), 500.0),  # under way
        ("A", "USD", datetime(2026, 9, 1), 7.0),
    ]
    found = rates(monthly(take("orders", orders)), date(2026, 10, 15), ["cents", "orders"], ("client_id", "currency"))
    assert plain(found) == [("A", "EUR", 10200, 12231, 2, 4), ("A", "USD", 700, 700, 1, 1)]


def test_the_last_day_of_an_objective_belongs_to_it_to_its_end(take: Take) -> None:
    end = datetime(2026, 3, 31)
    rows = [
        ("1", "A", day, 60.0, "call", None)
        for day in (datetime(2025, 12, 31, 23, 59), datetime(2026, 1, 1), end, datetime(2026, 3, 31, 23, 59, 59))
    ]
    rows.append(("2", "A", datetime(2026, 4, 1), 60.0, "call", None))
    objectives = [("A", "o1", datetime(2026, 1, 1), end), ("A", "o2", None, end), ("A", "o3", end, None)]
    found = plain(in_force(take("activities", rows), take("objectives", objectives)))
    assert [(row[1], row[2]) for row in found] == [("o1", 3), ("o2", 4), ("o3", 3)]


@pytest.mark.parametrize("by", [(), ("kind",), ("month",)])
def test_no_rows_give_no_rows(take: Take, by: tuple[str, ...]) -> None:
    assert plain(effort(take("activities", []), *by)) == []
    assert plain(monthly(take("orders", []))) == []
    assert plain(in_force(take("activities", []), take("objectives", []))) == []


def test_a_client_without_a_name_is_none_and_the_hour_of_a_start_does_not_matter(take: Take) -> None:
    day = datetime(2026, 1, 1)
    rows = [
        ("1", "A", day, 60.0, "call", None),
        ("2", "", day, 60.0, "call", None),
        ("3", None, day, 1.0, "call", None),
    ]
    objectives = [("A", "o1", datetime(2026, 1, 1, 15), None), ("", "o1", None, None), (None, "o1", None, None)]
    activities = take("activities", rows)
    assert plain(effort(activities)) == [("A", 1, 3600, 0)]
    assert plain(in_force(activities, take("objectives", objectives))) == [("A", "o1", 1, 3600, 0)]
    assert plain(monthly(take("orders", [("", "EUR", day, 1.0), (None, "EUR", day, 1.0)]))) == []
