"""What is said of owners, of days that have passed, and of the hours that actions take."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from clientplan import checks
from clientplan.checks.capacity import capacity, exceeds, months, shown
from clientplan.plan.plan import Plan

TODAY = date(2026, 9, 15)
MINE = {"CP505", "CP506", "CP507", "CP508"}
PlanWith = Callable[[Any], Plan]


def hers(count: int, **fields: Any) -> dict[str, Any]:
    """Open actions of one person of ours, and one of the client's."""
    made = [{"id": f"b{at}", "owner": "Ruth Adeyemi", "due": "2026-10-30", **fields} for at in range(count)]
    return {"actions": [{"id": "a1", "status": "dropped"}, {"id": "a2", "status": "dropped"}, *made]}


@pytest.mark.parametrize(
    ("difference", "message"),
    [
        (
            hers(9),
            (
                "CP505 warning action b8: Ruth Adeyemi owns 9 open actions. "
                "Keep to 8: give some to others, or drop them."
            ),
        ),
        (
            hers(3, hours=17),
            (
                "CP505 warning action b2: Ruth Adeyemi has 51 hours of open actions until 2026-10-30, and time for "
                "45.5. Give some to others, drop them, or move them."
            ),
        ),
        (
            {"actions": [{"id": "a3", "side": "ours"}]},
            (
                "CP506 warning actions: all are ours. "
                "Agree one that the client does, with a name of theirs and `side: client`."
            ),
        ),
        (
            {"actions": [{"id": "a1", "due": "2026-09-14"}]},
            (
                "CP507 error action a1: was due on 2026-09-14, and no note says why it is open. "
                "Write one, set a new day, or close it."
            ),
        ),
        (
            hers(3, due="2026-09-14", note="Waits for the mill"),
            (
                "CP507 warning actions: 3 of 4 open ones are overdue. "
                "Close what is done, drop what isn't needed, set days for the rest."
            ),
        ),
        (
            {"effort": {"hours": 2}, "actions": [{"id": "a1", "hours": 5}, {"id": "a2", "hours": 7.5}]},
            (
                "CP508 warning stops: nothing is stopped, and our open actions take 12.5 hours where 7.1 are planned "
                "until 2026-12-31. Name what we stop doing, cut an action, or plan more hours."
            ),
        ),
    ],
)
def test_says_where_what_and_what_to_do(difference: Any, message: str, plan_with: PlanWith) -> None:
    figures = checks.Figures(capacity=(("Ruth Adeyemi", Decimal(30)),))
    found = checks.run(plan_with(difference), today=TODAY, figures=figures, only=MINE)
    assert [str(one) for one in found] == [message]


def test_overdue_is_told_after_the_end_of_the_period_too(plan_with: PlanWith) -> None:
    plan = plan_with({"effort": {"hours": 1}, **hers(9, hours=90)})
    plan = plan.replace(actions=[action.replace(side="ours") for action in plan.actions])
    found = checks.run(plan, today=date(2027, 1, 1), only=MINE)
    assert {(one.code, one.severity) for one in found} == {("CP507", "error"), ("CP507", "warning")}


def test_a_missing_intent_or_an_open_due_date_is_told_elsewhere(plan_with: PlanWith) -> None:
    for side in ("ours", "client"):
        plan = plan_with({"intent": {side: {"words": ""}}, "actions": [{"id": "a3", "side": "ours"}]})
        assert checks.run(plan, today=TODAY, only=MINE) == []
    figures = checks.Figures(capacity=(("Ruth Adeyemi", Decimal(30)),))
    open_day = hers(3, hours=90)
    open_day["actions"][-1]["due"] = ""
    assert checks.run(plan_with(open_day), today=TODAY, figures=figures, only=MINE) == []


def test_before_the_period_an_owner_has_the_hours_from_its_first_day(plan_with: PlanWith) -> None:
    figures = checks.Figures(capacity=(("Ruth Adeyemi", Decimal(30)),))
    for hours, count in ((30, 0), (31, 1)):
        plan = plan_with(hers(2, hours=hours, due="2026-02-28"))
        assert len(checks.run(plan, today=date(2025, 10, 1), figures=figures, only={"CP505"})) == count


def test_a_team_is_told_elsewhere(plan_with: PlanWith) -> None:
    assert checks.run(plan_with(hers(9, owner="Sales team")), today=TODAY, only=MINE) == []


def test_before_the_period_all_of_it_is_left(plan_with: PlanWith) -> None:
    for hours, count in ((12, 0), (13, 1)):
        plan = plan_with({"effort": {"hours": 1}, "actions": [{"id": "a1", "hours": hours}]})
        assert len(checks.run(plan, today=date(2025, 10, 1), only={"CP508"})) == count


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2026-01-01", "2026-12-31", 12),
        ("2026-04-01", "2027-03-31", 12),
        ("2026-01-01", "2026-02-28", 2),
        ("2026-09-16", "2026-10-31", "1.5161"),
        ("2026-09-15", "2026-09-20", 1),
        ("2026-09-15", "2026-01-20", 1),
        ("0001-01-01", "9999-12-31", 12 * 9999),
    ],
)
def test_months(first: str, last: str, expected: Any) -> None:
    assert round(months(date.fromisoformat(first), date.fromisoformat(last)), 4) == Decimal(expected)


def test_capacity_is_found_by_the_name_however_it_is_written() -> None:
    figures = checks.Figures(capacity=(("ANNE  MÜLLER", Decimal(3)), ("Anne Müller", Decimal(9))))
    assert capacity("Anne Muller", figures) == 3
    assert capacity("Anne Mueller", figures) is None


def test_more_is_only_what_can_be_seen() -> None:
    assert exceeds(Decimal("12.06"), Decimal(12))
    assert not exceeds(Decimal("12.04"), Decimal(12))
    assert not exceeds(Decimal(11), Decimal(12))
    assert shown(Decimal(10) ** 30) == f"1{30 * '0'}"
