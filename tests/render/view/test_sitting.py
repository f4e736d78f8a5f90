from __future__ import annotations

from datetime import date

import pytest

from clientplan.plan.plan import Plan
from clientplan.render.view.sitting import decisions, last_time, next_review, since
from clientplan.render.view.voice import Voice

VOICE = Voice.of("en-GB", date(2026, 9, 15))


def test_what_was_agreed_and_learned(full: Plan) -> None:
    found = last_time(full, VOICE)
    assert (found.title, found.by, found.first) == ("Review of 7 July 2026", "Ines Caldeira", None)
    assert found.agreed == "A second night crew before the autumn season."
    assert found.lessons == "The planner in the meeting saved more hours than the crew on call."


def test_before_the_first_review(full: Plan) -> None:
    found = last_time(full.replace(reviews=()), VOICE)
    assert found.title == "The first review"
    assert found.first is not None
    assert found == last_time(full.replace(reviews=(full.reviews[0].replace(when=VOICE.today),)), VOICE)


def test_actions_done_since_then_overdue_and_open(full: Plan) -> None:
    groups = since(full, VOICE)
    assert [(group.title, [item.id for item in group.items]) for group in groups] == [
        ("Done since then: 1 action", ["a3"]),
        ("Overdue: 1 action", ["a4"]),
        ("Open: 4 actions", ["a5", "a6", "a7", "a8"]),
    ]
    assert groups[0].items[0].day == "4\u00a0Sept\u00a02026"
    assert groups[2].items[1].side == "client"


def test_without_a_review_all_that_is_done(full: Plan) -> None:
    first, *_ = since(full.replace(reviews=()), VOICE)
    assert (first.title, [item.id for item in first.items]) == ("Done so far: 3 actions", ["a1", "a2", "a3"])


def test_what_was_done_on_the_day_of_the_review_was_on_its_table(full: Plan) -> None:
    done = full.actions[2].replace(done=full.reviews[-1].when)
    assert since(full.replace(actions=(done,)), VOICE) == ()


def test_what_asks_for_a_decision_and_room_to_write(full: Plan) -> None:
    found = decisions(full, VOICE)
    assert found.open == (
        "o1, behind its pace: go on, do it another way, or move the target?",
        "o2, At risk: go on, do it another way, or move the target?",
        "o4, Off track: go on, do it another way, or move the target?",
        "a4, overdue: a new day, another owner, or drop it?",
    )
    assert found.empty == 3
    calm = decisions(full.replace(objectives=(), actions=()), VOICE)
    assert (calm.open, calm.empty) == ((), 5)


@pytest.mark.parametrize(
    ("day", "words", "agreed"),
    [
        (date(2026, 10, 13), "13 October 2026", True),
        (date(2026, 9, 15), "To be agreed today", False),
        (date(2026, 9, 1), "To be agreed today", False),
        (None, "To be agreed today", False),
    ],
)
def test_the_next_review(full: Plan, day: date | None, words: str, *, agreed: bool) -> None:
    found = next_review(full.replace(next_review=day), VOICE)
    assert (found.words, found.agreed) == (words, agreed)
