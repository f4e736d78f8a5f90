from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from clientplan.plan.action import Action, Stop
from clientplan.plan.plan import Plan
from clientplan.plan.words import Side
from clientplan.render.view.actions import OpenAction, actions, next_step, stops
from clientplan.render.view.voice import Voice

TODAY = date(2026, 9, 15)
VOICE = Voice.of("en-GB", TODAY)


def with_actions(plan: Plan, *fields: dict[str, Any]) -> Plan:
    return plan.replace(actions=tuple(Action.model_validate(one) for one in fields))


def only(plan: Plan, **fields: Any) -> OpenAction:
    found = actions(with_actions(plan, {"id": "a1", **fields}), VOICE)
    assert found is not None
    return found.open[0]


def test_open_ones_by_due_date_and_closed_ones_by_their_day(small_plan: Plan) -> None:
    plan = with_actions(
        small_plan,
        {"id": "undated"},
        {"id": "later", "due": "2026-12-01"},
        {"id": "sooner", "due": "2026-10-01", "status": "doing"},
        {"id": "done-late", "status": "done", "done": "2026-08-01", "due": "2026-01-01"},
        {"id": "done-soon", "status": "done", "done": "2026-02-01"},
        {"id": "dropped", "status": "dropped", "due": "2026-05-01"},
    )
    found = actions(plan, VOICE)
    assert found is not None
    assert [one.id for one in found.open] == ["sooner", "later", "undated"]
    assert [one.id for one in found.closed] == ["done-soon", "dropped", "done-late"]
    assert [one.status for one in found.closed] == ["Done 1\u00a0Feb\u00a02026", "Dropped", "Done 1\u00a0Aug\u00a02026"]


def test_a_plan_without_actions_has_no_section(small_plan: Plan) -> None:
    assert actions(small_plan, VOICE) is None


def test_overdue_begins_on_the_day_after(small_plan: Plan) -> None:
    assert only(small_plan, due="2026-09-14").status == "Overdue"
    assert only(small_plan, due="2026-09-14", status="doing").state == "overdue"
    assert only(small_plan, due=TODAY).status == "Open"


def test_the_side_is_said_of_the_clients_people(small_plan: Plan) -> None:
    assert only(small_plan, owner="Anita Rao", side=Side.CLIENT).side == "client"
    assert only(small_plan, owner="Ruth Adeyemi").side is None
    assert only(small_plan, side=Side.CLIENT).side is None


def test_hours_as_a_number(small_plan: Plan) -> None:
    assert only(small_plan, hours=Decimal("1.50")).hours == "1.5"
    assert only(small_plan, hours=0).hours == "0"
    assert only(small_plan).hours is None


def test_the_next_step_is_what_is_due_first(full: Plan) -> None:
    step = next_step(full, VOICE)
    assert step is not None
    assert (step.what, step.who, step.by) == (
        "Agree the winter slots",
        "Ines Caldeira",
        "was due on 11\u00a0September\u00a02026",
    )
    earlier = next_step(full, Voice.of("en-GB", date(2026, 9, 11)))
    assert earlier is not None
    assert earlier.by == "by 11\u00a0September\u00a02026"


def test_no_next_step_without_a_date_or_words(small_plan: Plan) -> None:
    assert next_step(with_actions(small_plan, {"id": "a1", "what": "Call"}), VOICE) is None
    assert next_step(with_actions(small_plan, {"id": "a1", "due": "2026-10-01"}), VOICE) is None


def test_stops_say_what_they_free_together(small_plan: Plan) -> None:
    plan = small_plan.replace(
        stops=(Stop(what="Calls", frees=Decimal("0.5")), Stop(what="Quotes", frees=Decimal("0.5")))
    )
    found = stops(plan, VOICE)
    assert found is not None
    assert found.title == "What we stop, to free 1 hour a month"
    assert [stop.frees for stop in found.items] == ["0.5 hours a month"] * 2


def test_stops_that_free_nothing_known(small_plan: Plan) -> None:
    found = stops(small_plan.replace(stops=(Stop(what="Calls"),)), VOICE)
    assert found is not None
    assert (found.title, found.items[0].frees) == ("What we stop", None)
    assert stops(small_plan, VOICE) is None
