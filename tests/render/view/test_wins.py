from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition
from clientplan.render.view.voice import Voice
from clientplan.render.view.wins import first_wins, hours

VOICE = Voice.of("en-GB", date(2026, 9, 15))


def test_the_three_that_are_due_soonest_and_then_the_others(full: Plan) -> None:
    found = first_wins(full, VOICE)
    assert found is not None
    assert [goal.id for goal in found.first] == ["o3", "o2", "o5"]
    assert [(one.due, one.words, one.internal) for one in found.later] == [
        ("15\u00a0Dec\u00a02026", "A ship stays sixteen days in dry dock.", False),
        ("31\u00a0Dec\u00a02026", "Hull work brings us €1.45m, with the frame order signed.", True),
    ]


def test_what_is_reached_or_dropped_is_no_win_to_come(full: Plan) -> None:
    closed = tuple(one.replace(status="reached" if one.id == "o3" else "dropped") for one in full.objectives)
    assert first_wins(full.replace(objectives=closed), VOICE) is None
    some = full.replace(objectives=(*full.objectives[:2], *closed[2:]))
    found = first_wins(some, VOICE)
    assert found is not None
    assert ([goal.id for goal in found.first], found.later) == (["o2", "o1"], ())


def test_one_without_a_due_day_comes_last(full: Plan) -> None:
    third = full.objectives[2]
    assert third.measure is not None
    undated = third.replace(measure=third.measure.replace(due=None))
    found = first_wins(full.replace(objectives=(*full.objectives[:2], undated, *full.objectives[3:])), VOICE)
    assert found is not None
    assert (found.later[-1].due, found.later[-1].words) == (None, third.words)


def facts(plan: Plan) -> dict[str, str]:
    return {fact.label: fact.value for fact in hours(plan, VOICE)}


def test_the_hours_that_go_in_before_results(full: Plan) -> None:
    assert facts(full) == {
        "Spent so far": "64 hours",
        "Still planned": "54 hours",
        "Before the first win": "34 hours",
        "Freed each month": "5 hours",
    }


def test_an_action_due_on_the_day_of_the_first_win_goes_in_before_it(full: Plan) -> None:
    action = full.actions[4]
    assert "Before the first win" in facts(full.replace(actions=(action.replace(due=date(2026, 10, 30)),)))
    assert "Before the first win" not in facts(full.replace(actions=(action.replace(due=date(2026, 10, 31)),)))


def test_one_hour_is_one_hour(full: Plan) -> None:
    action = full.actions[4].replace(hours=Decimal(1))
    assert facts(full.replace(actions=(action,), stops=()))["Still planned"] == "1 hour"


def test_without_hours_there_is_nothing_to_say(full: Plan, plans: Callable[[str], Plan]) -> None:
    assert hours(full.edition(Edition.CLIENT), VOICE) == ()
    assert hours(plans("sparse"), VOICE) == ()
