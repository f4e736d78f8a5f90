from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from clientplan.store.thinning import ALL, staying

NOW = datetime(2026, 9, 15, 15, 2, tzinfo=UTC)


def at(*ages: timedelta) -> list[datetime]:
    return [NOW - age for age in ages]


def kept(times: list[datetime]) -> list[datetime]:
    return [when for when, stays in zip(times, staying(times, NOW), strict=True) if stays]


def newest() -> list[datetime]:
    """As many as are kept for being the newest, so that what is older is judged by its age."""
    return [NOW - timedelta(milliseconds=ALL - number) for number in range(ALL)]


def test_the_newest_all_stay() -> None:
    assert kept(newest()) == newest()


def test_of_the_last_hour_the_last_of_each_minute_stays() -> None:
    start = NOW - timedelta(minutes=30)
    minute = [start + timedelta(seconds=second) for second in range(0, 120, 10)]
    before = at(timedelta(hours=14))  # the first of the day
    assert kept([*before, *minute, *newest()]) == [*before, minute[5], minute[11], *newest()]


def test_of_the_last_day_the_last_of_each_hour_stays() -> None:
    before = at(timedelta(hours=14))
    hour = [NOW - timedelta(hours=5, minutes=2) + timedelta(minutes=minute) for minute in range(0, 60, 7)]
    assert kept([*before, *hour, *newest()]) == [*before, hour[-1], *newest()]


def test_of_the_last_year_the_first_and_the_last_of_each_day_stay_and_then_the_first() -> None:
    def day(age: int) -> list[datetime]:
        noon = (NOW - timedelta(days=age)).replace(hour=12)
        return [noon + timedelta(minutes=9 * number) for number in range(10)]

    old, young = day(500), day(20)
    assert kept([*old, *young, *newest()]) == [old[0], young[0], young[-1], *newest()]


ages = st.lists(st.integers(0, 800 * 86_400).map(lambda seconds: timedelta(seconds=seconds)), min_size=1, max_size=400)


@given(ages)
def test_the_first_of_a_day_and_the_newest_always_stay(found: list[timedelta]) -> None:
    times = sorted(at(*found))
    left = kept(times)
    assert left[-1] == times[-1]
    firsts = {when.astimezone().date(): when for when in reversed(times)}
    assert set(firsts.values()) <= set(left)


@given(ages)
def test_thinning_twice_takes_no_more(found: list[timedelta]) -> None:
    left = kept(sorted(at(*found)))
    assert kept(left) == left


def test_a_year_of_typing_is_a_few_hundred_states() -> None:
    typed = [NOW - timedelta(minutes=10 * number) for number in reversed(range(6 * 24 * 365))]
    assert len(kept(typed)) < ALL + 60 + 24 + 2 * 367
