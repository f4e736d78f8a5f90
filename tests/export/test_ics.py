"""Open actions as days of a calendar."""

from __future__ import annotations

from datetime import date

from icalendar import Calendar, Event

from clientplan.export.exporting import Exported, Format, export
from clientplan.plan.action import Action
from clientplan.plan.objective import Objective
from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition

TODAY = date(2026, 9, 15)
WALK = Action(
    id="a1",
    what="Walk line 5, with\nthe shift leads; then report",
    objective="o1",
    owner="Ines Falk",
    due=date(2026, 10, 2),
    done_when="Both signed",
    note="They won’t like it",
)


def exported(plan: Plan, edition: Edition = Edition.CLIENT) -> Exported:
    return export("harrow-2026", plan, Format.ICS, edition, TODAY)


def events(found: Exported) -> list[Event]:
    return list(Calendar.from_ical(found.content).walk("VEVENT"))


def with_actions(plan: Plan, *actions: Action) -> Plan:
    return plan.replace(objectives=(Objective(id="o1", words="Line 5 never stops"),), actions=actions)


def test_an_open_action_is_a_whole_day(small_plan: Plan) -> None:
    (event,) = events(exported(with_actions(small_plan, WALK)))
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 10, 2), date(2026, 10, 3))
    assert event["summary"] == "Harrow Foods: Walk line 5, with the shift leads; then report, Ines Falk"
    assert event["description"] == "Objective: Line 5 never stops\nDone when: Both signed"
    assert event["transp"] == "TRANSPARENT"


def test_ours_has_the_note_and_says_what_it_is(small_plan: Plan) -> None:
    (event,) = events(exported(with_actions(small_plan, WALK), Edition.INTERNAL))
    assert event["description"].startswith("INTERNAL: not for the client\n")
    assert event["description"].endswith("Note: They won’t like it")
    assert event["class"] == "PRIVATE"


def test_what_is_done_isnt_in_it_and_what_has_no_day_is_named(small_plan: Plan) -> None:
    done = Action(id="a2", status="done", due=date(2026, 10, 2))
    undated = Action(id="a3"), Action(id="a4", status="doing")
    found = exported(with_actions(small_plan, done, *undated))
    assert events(found) == []
    assert found.left_out == ("actions a3, a4 have no due date, and so no day in a calendar. Add one as YYYY-MM-DD",)
    assert exported(with_actions(small_plan, undated[0])).left_out[0].startswith("action a3 has")


def test_the_next_review_is_in_it(small_plan: Plan) -> None:
    (event,) = events(exported(small_plan.replace(next_review=date(2026, 10, 6))))
    assert event["summary"] == "Plan review: Harrow Foods"
    assert event.decoded("dtstart") == date(2026, 10, 6)


def test_taking_it_in_again_moves_an_event_and_adds_none(small_plan: Plan) -> None:
    first = events(exported(with_actions(small_plan, WALK)))[0]
    second = events(exported(with_actions(small_plan, WALK.replace(due=date(2026, 11, 2), what="Walk"))))[0]
    assert first["uid"] == second["uid"]
    ours = events(exported(with_actions(small_plan, WALK), Edition.INTERNAL))[0]
    assert ours["uid"] != first["uid"]


def test_the_same_plan_on_the_same_day_is_the_same_file(sample_plan: Plan) -> None:
    assert exported(sample_plan).content == exported(sample_plan).content
    assert len(events(exported(sample_plan))) >= 3
