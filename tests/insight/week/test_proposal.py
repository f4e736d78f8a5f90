from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientplan.errors import ClientPlanError
from clientplan.insight.week import Block, Client, Week, Work, propose
from clientplan.plan.words import Phase

MONDAY = date(2026, 9, 14)
RECENT = MONDAY - timedelta(days=1)  # nobody is due to be called
EIGHT = (8.0,) * 5


def day(weekday: int) -> date:
    return MONDAY + timedelta(days=weekday)


def client(name: str, **fields: object) -> Client:
    return Client(name, name.upper(), **{"last_contact": RECENT, "phase": Phase.MAINTENANCE, **fields})  # type: ignore[arg-type]


def work(client_: str, name: str, due: date | None = None, hours: float | None = 1) -> Work:
    return Work(client_, name, f"Do {name}", due, hours)


def shown(week: Week) -> list[tuple[int, str, str | None, float]]:
    return [((block.day - MONDAY).days, block.client, block.id, block.hours) for block in week.blocks]


def test_overdue_comes_first_then_what_is_due_this_week_then_the_rest() -> None:
    works = [
        work("a", "later", day(20)),
        work("a", "soon", day(3)),
        work("b", "late", day(-9)),
        work("b", "early", day(1)),
    ]
    week = propose(works, [client("a"), client("b")], (4, 0, 0, 0, 0), as_of=MONDAY)
    assert [block.id for block in week.blocks] == ["late", "early", "soon", "later"]
    assert [block.why for block in week.blocks] == [
        "overdue since 5 September",
        "due on Tuesday",
        "due on Thursday",
        "due on 4 October",
    ]


def test_days_are_filled_from_monday_and_actions_are_cut_at_their_ends() -> None:
    week = propose(
        [work("a", "long", day(4), 5), work("a", "short", day(4), 1)], [client("a")], (2, 4, 0, 1, 1), as_of=MONDAY
    )
    assert shown(week) == [(0, "a", "long", 2), (1, "a", "long", 3), (1, "a", "short", 1)]


def test_what_is_due_today_is_not_overdue() -> None:
    week = propose([work("a", "x", MONDAY)], [client("a")], EIGHT, as_of=MONDAY)
    assert [block.why for block in week.blocks] == ["due on Monday"]


def test_nothing_is_begun_in_a_quarter_of_an_hour_but_it_may_be_finished_in_one() -> None:
    week = propose([work("a", "x", day(4), 1)], [client("a")], (0.25, 0.75, 0.25, 0, 0), as_of=MONDAY)
    assert shown(week) == [(1, "a", "x", 0.75), (2, "a", "x", 0.25)]


def test_what_does_not_fit_is_named_with_why() -> None:
    week = propose(
        [work("a", "big", day(4), 5), work("b", "other", None, 2)],
        [client("a"), client("b")],
        (3, 0, 0, 0, 0),
        as_of=MONDAY,
    )
    assert [(one.id, one.hours, one.why, one.pressing) for one in week.unfit] == [
        ("big", 2, "the rest has no hours this week (due on Friday)", True),
        ("other", 2, "there are no hours this week (no due day)", False),
    ]
    assert [(one.client, one.why) for one in week.untouched] == [("b", "what there is to do didn't fit")]
    assert week.sentence == (
        "3 of 3 hours: 1 action and 0 contacts for 1 client. No room for what is due by Friday: 1 item (2 hours). "
        "Left for later weeks: 1 item (2 hours). Nothing this week for B."
    )


def test_what_comes_too_late_says_so() -> None:
    week = propose([work("a", "tuesday", day(1), 3)], [client("a")], (1, 1, 1, 0, 0), as_of=MONDAY)
    assert [block.why for block in week.blocks] == [
        *["due on Tuesday"] * 2,
        "due on Tuesday, and there are no hours before",
    ]


def test_later_work_goes_where_the_advised_hours_are_lacking() -> None:
    clients = [client("a", hours=52 / 12 * 1), client("b", hours=52 / 12 * 3)]  # one hour a week, and three
    works = [work("a", "one", day(21), 5), work("b", "two", day(21), 5)]
    week = propose(works, clients, (4, 0, 0, 0, 0), as_of=MONDAY)
    assert shown(week) == [(0, "b", "two", 3), (0, "a", "one", 1)]
    more = propose(works, clients, (6, 0, 0, 0, 0), as_of=MONDAY)
    assert shown(more) == [(0, "b", "two", 3), (0, "a", "one", 3)]  # what is left goes on by due day and client


def test_the_nearer_of_two_due_days_weighs_more() -> None:
    clients = [client("a", hours=10), client("b", hours=10)]
    works = [work("a", "far", day(40), 2), work("b", "near", day(10), 2)]
    assert [block.id for block in propose(works, clients, (2, 0, 0, 0, 0), as_of=MONDAY).blocks] == ["near"]


def test_hours_already_given_this_week_count_against_the_advised() -> None:
    clients = [client("a", hours=52 / 12 * 2), client("b", hours=52 / 12 * 1.5)]
    works = [work("a", "due", day(0), 2), work("a", "more", day(14), 1), work("b", "other", day(21), 1)]
    week = propose(works, clients, (3, 0, 0, 0, 0), as_of=MONDAY)
    assert [block.id for block in week.blocks] == ["due", "other"]


@pytest.mark.parametrize(
    ("phase", "days"), [(Phase.EROSION, 7), (Phase.BUILD, 14), (Phase.MAINTENANCE, 30), (None, 30)]
)
def test_contacts_come_at_least_as_often_as_the_phase_asks(phase: Phase | None, days: int) -> None:
    for late, at in ((0, 0), (-2, 2), (-4, 4), (-5, None), (9, 0)):
        last = MONDAY - timedelta(days=days + late)
        week = propose([], [client("a", phase=phase, last_contact=last)], EIGHT, as_of=MONDAY)
        assert [(block.day - MONDAY).days for block in week.blocks] == ([] if at is None else [at]), late
        assert [one.client for one in week.untouched] == ([] if at is not None else ["a"])


def test_a_contact_says_why_and_one_in_the_calendar_is_not_doubled() -> None:
    late = client("a", phase=Phase.EROSION, last_contact=day(-10))
    week = propose([], [late, client("b", last_contact=None)], EIGHT, as_of=MONDAY)
    assert [(block.client, block.id, block.hours, block.why) for block in week.blocks] == [
        ("a", None, 0.5, "in erosion: contact at least every 7 days, the last was on 4 September"),
        ("b", None, 0.5, "in maintenance: contact at least every 30 days, none is logged"),
    ]
    booked = propose([], [client("a", last_contact=None, next_contact=day(2))], EIGHT, as_of=MONDAY)
    assert booked.blocks == ()
    assert [one.why for one in booked.untouched] == [
        "no open action; a contact is in the calendar for 16 September",
    ]
    missed = propose([], [client("a", last_contact=day(-60), next_contact=day(-1))], EIGHT, as_of=MONDAY)
    assert len(missed.blocks) == 1


def test_contacts_have_their_half_hours_even_where_much_is_overdue() -> None:
    clients = [client("a"), client("b", phase=Phase.EROSION, last_contact=day(-30))]
    week = propose([work("a", "huge", day(-3), 100)], clients, (2, 0, 0, 0, 0), as_of=MONDAY)
    assert shown(week) == [(0, "b", None, 0.5), (0, "a", "huge", 1.5)]


def test_of_contacts_that_do_not_all_fit_the_latest_by_its_own_cadence_comes_first() -> None:
    clients = [client("a", last_contact=day(-50)), client("b", phase=Phase.EROSION, last_contact=day(-14))]
    week = propose([], clients, (0.5, 0, 0, 0, 0), as_of=MONDAY)
    assert shown(week) == [(0, "b", None, 0.5)]
    assert [(one.client, one.id, one.pressing) for one in week.unfit] == [("a", None, True)]
    assert week.unfit[0].why.startswith("no hours left (in maintenance: ")


def test_another_cadence_may_be_asked_for() -> None:
    week = propose([], [client("a", last_contact=day(-5))], EIGHT, as_of=MONDAY, cadence={Phase.MAINTENANCE: 5})
    assert len(week.blocks) == 1


def test_the_week_begins_today_and_on_a_weekend_on_monday() -> None:
    thursday = propose([work("a", "x", day(1), 20)], [client("a")], EIGHT, as_of=day(3))
    assert thursday.capacity == (0, 0, 0, 8, 8)
    assert [block.why for block in thursday.blocks] == ["overdue since 15 September"] * 2
    sunday = propose([work("a", "x", day(1), 1)], [client("a")], EIGHT, as_of=MONDAY - timedelta(days=1))
    assert sunday.monday == MONDAY
    assert shown(sunday) == [(0, "a", "x", 1)]
    assert sunday.blocks[0].why == "due on Tuesday"


def test_hours_that_are_not_stated_are_said_to_be_taken() -> None:
    week = propose([work("a", "x", day(2), None), work("a", "y", day(2), 0)], [client("a")], EIGHT, as_of=MONDAY)
    assert [(block.hours, block.why) for block in week.blocks] == [
        (1, "due on Wednesday; no hours stated, 1 taken")
    ] * 2


def test_a_client_that_only_an_action_names_is_there_by_its_id() -> None:
    week = propose([work("z", "x", day(2), 1)], [], EIGHT, as_of=MONDAY)
    assert shown(week) == [(0, "z", None, 0.5), (0, "z", "x", 1)]


@pytest.mark.parametrize("capacity", [(8,) * 4, (8, 8, 8, 8, -1), (8, 8, 8, 8, 25), (8, 8, 8, 8, float("nan"))])
def test_hours_that_are_no_week_are_refused(capacity: tuple[float, ...]) -> None:
    with pytest.raises(ClientPlanError, match="Give five, Monday to Friday"):
        propose([], [], capacity, as_of=MONDAY)


WORKS = st.lists(
    st.builds(
        Work,
        st.sampled_from("abc"),
        st.uuids().map(str),
        st.just("x"),
        st.none() | st.dates(day(-30), day(60)),
        st.none() | st.integers(0, 80).map(lambda quarters: quarters / 4),
    ),
    max_size=15,
)
CLIENTS = st.lists(
    st.builds(
        Client,
        st.sampled_from("abcde"),
        st.just("N"),
        st.none() | st.sampled_from(Phase),
        st.none() | st.floats(0, 40),
        st.none() | st.dates(day(-90), day(-1)),
        st.none() | st.dates(day(0), day(20)),
    ),
    unique_by=lambda one: one.id,
)
HOURS = st.lists(st.integers(0, 32).map(lambda quarters: quarters / 4), min_size=5, max_size=5)


@given(WORKS, CLIENTS, HOURS, st.integers(0, 6), st.randoms(use_true_random=False))
def test_every_hour_is_accounted_for_and_no_day_overflows(
    works: list[Work], clients: list[Client], capacity: list[float], today: int, chance: Random
) -> None:
    as_of = day(today)
    week = propose(works, clients, capacity, as_of=as_of)
    for at, there in enumerate(week.capacity):
        blocks = [block for block in week.blocks if block.day == week.monday + timedelta(days=at)]
        assert sum(block.hours for block in blocks) <= there
        assert len({(block.client, block.id) for block in blocks}) == len(blocks)
    assert all(block.day >= as_of and 0 <= block.day.weekday() < 5 for block in week.blocks)
    for one in works:
        mine = [part.hours for part in (*week.blocks, *week.unfit) if part.id == one.id]
        assert sum(mine) == (one.hours or 1)
    spent = sum(block.hours for block in week.blocks)
    if any(one.hours >= 0.5 and one.id for one in week.unfit):
        assert sum(week.capacity) - spent < 0.5 * 5  # no more than scraps of days are left over
    touched = {block.client for block in week.blocks} | {one.client for one in week.untouched}
    assert touched == {one.id for one in clients} | {one.client for one in works}
    assert not {block.client for block in week.blocks} & {one.client for one in week.untouched}
    shuffled = propose(chance.sample(works, len(works)), chance.sample(clients, len(clients)), capacity, as_of=as_of)
    assert shuffled == week


@given(WORKS, HOURS)
def test_an_overdue_action_never_waits_for_one_that_is_not(works: list[Work], capacity: list[float]) -> None:
    known = [client(name) for name in "abc"]
    week = propose(works, known, capacity, as_of=MONDAY)
    due = {one.id: one.due for one in works}

    def late(part: object) -> bool:
        when = due.get(part.id)  # type: ignore[attr-defined]
        return when is not None and when < MONDAY

    if any(late(one) and one.hours >= 0.5 for one in week.unfit):
        others = [block for block in week.blocks if not late(block)]
        assert all(isinstance(block, Block) and block.hours < 0.5 for block in others)
