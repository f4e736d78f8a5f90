"""What is said of the map of people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from clientplan import checks
from clientplan.plan.plan import Plan

TODAY = date(2026, 9, 15)
PlanWith = Callable[[object], Plan]
PEOPLE = """
people:
  - name: Martin Oakes
    contact: {contact}
    decides: {decides}
    influence: high
    support: {support}
  - {{name: Paul Sefton, support: supporter}}
  - {{name: Anita Rao, support: {other}}}
"""


def people(contact: str = "Ruth", decides: str = "true", support: str = "supporter", other: str = "neutral") -> str:
    return PEOPLE.format(contact=contact, decides=decides, support=support, other=other)


@pytest.mark.parametrize(
    ("difference", "message"),
    [
        (
            {"people": "", "period": {"first": "2026-01-01", "last": "2026-12-31"}},
            "people: nobody is on the map. Name those who decide, and who could stop it, with their support.",
        ),
        (
            people(decides="false"),
            "people: nobody here decides. Mark who does with `decides: true`, or add that person.",
        ),
        (
            people(other="sponsor"),
            "people: all 3 are on our side. Add who isn't, or isn't yet: they decide as well.",
        ),
        (
            people(support="unknown"),
            (
                "Martin Oakes: decides, and nobody knows where they stand. "
                "Plan how to find out, in an action that names them."
            ),
        ),
        (
            people(support="sceptic"),
            "Martin Oakes: decides, sceptic, and in no open action. Plan what would win this person over, by name.",
        ),
        (
            people(contact="''"),
            (
                "Martin Oakes: decides, and nobody of us has the contact. "
                "Name who takes it, or plan the first meeting by name."
            ),
        ),
    ],
)
def test_of_a_plan(difference: object, message: str, plan_with: PlanWith) -> None:
    found = checks.run(plan_with(difference), today=TODAY, only={"CP902"})
    assert [finding.message for finding in found] == [message]


def test_of_a_map_nothing_is_said_when_the_period_is_over(plan_with: PlanWith) -> None:
    plan = plan_with(people(support="opponent", contact="''"))
    assert checks.run(plan, today=date(2027, 1, 1), only={"CP902"}) == []
    assert len(checks.run(plan, today=date(2026, 12, 31), only={"CP902"})) == 1


def test_of_gaps_nothing_is_said_while_no_action_is_open_or_one_has_no_owner(plan_with: PlanWith) -> None:
    plan = plan_with(people(support="opponent"))
    assert len(checks.run(plan, today=TODAY, only={"CP902"})) == 1
    assert checks.run(plan.replace(actions=()), today=TODAY, only={"CP902"}) == []
    for owner in (None, "Team Nord"):
        stray = plan.replace(actions=(plan.actions[0].replace(owner=owner), *plan.actions[1:]))
        assert checks.run(stray, today=TODAY, only={"CP902"}) == []
