from __future__ import annotations

from datetime import date
from decimal import Decimal

from clientplan.forms.typed import take
from clientplan.plan.action import Action, Stop
from clientplan.plan.objective import Measure
from clientplan.plan.plan import Client, Period, Plan


def test_what_the_model_takes_is_taken_as_the_model_reads_it() -> None:
    measure, refused = take(Measure, None, {"name": " Stops ", "baseline": "10.4", "target": "1 200"})
    assert (measure, refused) == (Measure(name="Stops", baseline=Decimal("10.4"), target=Decimal(1200)), {})


def test_a_wrong_entry_is_told_and_the_others_are_taken() -> None:
    before = Measure(baseline=Decimal(3))
    measure, refused = take(Measure, before, {"name": "Stops", "baseline": "12,5", "target": "a lot"})
    assert measure == Measure(name="Stops", baseline=Decimal(3))
    assert list(refused) == ["baseline", "target"]
    assert "comma" in refused["baseline"]
    assert "isn't a number" in refused["target"]


def test_a_blank_entry_opens_the_field() -> None:
    action, refused = take(Action, Action(id="a1", what="Call", owner="Ruth"), {"owner": None, "what": "Call"})
    assert (action, refused) == (Action(id="a1", what="Call"), {})


def test_without_a_field_that_is_required_there_is_no_value_yet() -> None:
    stop, refused = take(Stop, None, {"what": None, "frees": "5"})
    assert stop is None
    assert "missing" in refused["what"]


def test_a_required_field_that_was_blanked_keeps_what_it_was() -> None:
    stop, refused = take(Stop, Stop(what="Reports"), {"what": None, "frees": "5"})
    assert stop == Stop(what="Reports", frees=Decimal(5))
    assert list(refused) == ["what"]


def test_a_sentence_about_the_fields_together_has_no_name() -> None:
    before = Period(first=date(2026, 1, 1), last=date(2026, 12, 31))
    period, refused = take(Period, before, {"first": date(2027, 1, 1), "last": date(2026, 12, 31)})
    assert period == before
    assert "must lie before" in refused[""]


def test_the_parts_of_a_plan_that_were_not_typed_stay() -> None:
    before = Plan(client=Client(name="A"), period=Period(first=date(2026, 1, 1), last=date(2026, 12, 31)), notes="n")
    plan, refused = take(Plan, before, {"manager": "Ruth Adeyemi", "next_review": None})
    assert (plan, refused) == (before.replace(manager="Ruth Adeyemi"), {})
