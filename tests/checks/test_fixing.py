from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from clientplan.checks import Edit, Fix
from clientplan.checks.fixing import fixed
from clientplan.plan.action import Action
from clientplan.plan.plan import Plan
from clientplan.plan.review import Review

TO_O1 = Fix("write o1", (Edit(("actions", 0, "objective"), "o1"),))


def fix(*path: str | int, to: Any) -> Fix:
    return Fix("mend it", (Edit(path, to),))


@pytest.fixture
def plan(plan_with: Callable[[Any], Plan]) -> Plan:
    return plan_with("checks_off: {CP404: they are quotations, CP503: so are these}\n")


def test_a_fix_makes_another_plan_and_leaves_the_first_as_it_was(plan: Plan) -> None:
    before = plan.actions[0].objective
    assert before != "o1"
    mended, left = fixed(plan, [TO_O1])
    assert mended.actions[0] == plan.actions[0].replace(objective="o1")
    assert mended.actions[1:] == plan.actions[1:]
    assert plan.actions[0].objective == before
    assert left == ()


@pytest.mark.parametrize(
    ("path", "to"),
    [
        (("manager",), "Ines Falk"),
        (("client", "industry"), None),
        (("objectives", 1, "measure", "due"), date(2026, 11, 30)),
        (("objectives", 1, "measure", "target"), Decimal("2.5")),
        (("objectives", 0, "measure"), None),
        (("actions",), (Action(id="a1"),)),
        (("checks_off", "CP405"), "no ladder here"),
    ],
)
def test_every_place_of_a_plan_can_be_edited(plan: Plan, path: tuple[str | int, ...], to: Any) -> None:
    mended, left = fixed(plan, [fix(*path, to=to)])
    found: Any = mended
    for step in path:
        found = getattr(found, str(step)) if hasattr(found, str(step)) else found[step]
    assert (found, left) == (to, ())
    assert Plan.model_validate(mended.model_dump(mode="json")) == mended


def test_an_edit_to_nothing_takes_a_switch_out(plan: Plan) -> None:
    assert fixed(plan, [fix("checks_off", "CP404", to=None)]).plan.checks_off == {"CP503": "so are these"}
    assert fixed(plan, [fix("checks_off", "CP999", to=None)]) == (plan, ())


def test_one_run_takes_many(plan: Plan) -> None:
    due = fix("objectives", 1, "measure", "due", to=date(2026, 11, 30))
    target = fix("objectives", 1, "measure", "target", to=2)
    mended, left = fixed(plan, [due, TO_O1, target])
    assert (mended.objectives[1].measure.due, mended.objectives[1].measure.target) == (date(2026, 11, 30), 2)
    assert (mended.actions[0].objective, left) == ("o1", ())


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("actions", 0, "owner"), ("actions", 0, "owner")),
        (("objectives", 1, "measure"), ("objectives", 1, "measure", "due")),
        (("objectives", 1, "measure", "due"), ("objectives", 1, "measure")),
    ],
)
def test_of_two_that_touch_the_same_place_the_first_wins(
    plan: Plan, first: tuple[str | int, ...], second: tuple[str | int, ...]
) -> None:
    one, other = fix(*first, to=None), fix(*second, to=None)
    assert fixed(plan, [one, other]) == (fixed(plan, [one]).plan, (other,))


def test_places_that_only_look_alike_are_two(plan: Plan) -> None:
    first, second = fix("actions", 0, "owner", to="Ines Falk"), fix("actions", 1, "owner", to="Ines Falk")
    mended, left = fixed(plan, [first, second])
    assert [action.owner for action in mended.actions[:2]] == ["Ines Falk", "Ines Falk"]
    assert left == ()


@pytest.mark.parametrize(
    "refused",
    [
        fix("actions", 0, "due", to="tomorrow"),
        fix("client", "name", to=None),
        fix("status", to=None),
        fix("actions", 0, "colour", to="red"),
        fix("actions", 99, "owner", to=None),
        fix("actions", -1, "owner", "name", to=None),
        fix("actions", "first", to=None),
        fix("manager", "name", to="Ines"),
        fix("edition", to=None),
        fix("self", to=None),
        fix("objectives", 0, "id", to="o2"),
        fix(to=None),
        fix("period", "first", to=date(2030, 1, 1)),
    ],
    ids=lambda one: ".".join(map(str, one.edits[0].path)) or "the whole plan",
)
def test_what_the_model_refuses_is_left_over_and_the_others_are_applied(plan: Plan, refused: Fix) -> None:
    owner = fix("actions", 1, "owner", to="Ines Falk")
    for fixes in ([refused, owner], [owner, refused]):
        mended, left = fixed(plan, fixes)
        if refused.edits[0].path:
            assert mended.actions[1].owner == "Ines Falk"
            assert left == (refused,)
    assert fixed(plan, [refused]) == (plan, (refused,))


def test_a_fix_is_applied_as_a_whole_or_not_at_all(plan: Plan) -> None:
    half = Fix("mend both", (Edit(("manager",), "Ines Falk"), Edit(("actions", 0, "due"), "tomorrow")))
    assert fixed(plan, [half]) == (plan, (half,))


def test_what_can_only_stand_together_is_one_fix(plan: Plan) -> None:
    later = Fix(
        "move the period", (Edit(("period", "first"), date(2030, 1, 1)), Edit(("period", "last"), date(2030, 12, 31)))
    )
    assert fixed(plan, [later]).plan.period.first == date(2030, 1, 1)


def test_items_of_a_list_that_the_model_sorts_keep_their_places_during_a_run(plan: Plan) -> None:
    plan = plan.replace(reviews=(Review(when=date(2026, 3, 1)), Review(when=date(2026, 6, 1))))
    mended, left = fixed(
        plan,
        [fix("reviews", 0, "when", to=date(2026, 9, 1)), fix("reviews", 1, "agreed", to="A second visit")],
    )
    assert [(review.when, review.agreed) for review in mended.reviews] == [
        (date(2026, 6, 1), "A second visit"),
        (date(2026, 9, 1), None),
    ]
    assert left == ()


def test_what_is_left_over_comes_in_its_order(plan: Plan) -> None:
    bad = [fix("actions", at, "due", to="tomorrow") for at in range(2)]
    again = fix("manager", to="Ruth")
    assert fixed(plan, [bad[0], fix("manager", to="Ines Falk"), again, bad[1]]).left == (bad[0], again, bad[1])


def test_nothing_to_mend_is_the_same_plan(plan: Plan) -> None:
    assert fixed(plan, []) == (plan, ())


def test_many_fixes_with_a_bad_one_among_them(plan: Plan) -> None:
    plan = plan.replace(actions=tuple(Action(id=f"x{at}") for at in range(300)))
    fixes = [fix("actions", at, "owner", to="Ines Falk" if at != 137 else 5) for at in range(300)]
    mended, left = fixed(plan, fixes)
    assert left == (fixes[137],)
    assert sum(action.owner == "Ines Falk" for action in mended.actions) == 299
