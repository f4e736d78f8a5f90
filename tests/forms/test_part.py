from __future__ import annotations

from decimal import Decimal

from clientplan.forms import box
from clientplan.forms.part import Part
from clientplan.plan.action import Stop
from clientplan.plan.objective import Measure, Reading
from clientplan.plan.plan import Period
from clientplan.plan.purpose import Evidence, ValueProposition


def measure(saved: Measure | None) -> Part[Measure]:
    return Part(Measure, {"name": box.line("Measured by"), "baseline": box.figure("From")}, saved)


def test_a_part_is_filled_from_the_plan_and_read_back() -> None:
    saved = Measure(name="Stops", baseline=Decimal("10.4"))
    part = measure(saved)
    assert part.boxes["baseline"].widget.value == "10.4"
    assert part.read() == saved


def test_fields_without_a_box_stay() -> None:
    readings = (Reading(when="2026-08-31", value=4),)
    part = measure(Measure(name="Stops", readings=readings))
    part.boxes["name"].widget.value = "Hours lost"
    assert part.read() == Measure(name="Hours lost", readings=readings)


def test_blank_boxes_make_no_value() -> None:
    part = measure(None)
    assert part.read() is None
    assert not part.wrong


def test_a_wrong_entry_stays_in_its_box_and_the_plan_keeps_what_it_had() -> None:
    part = measure(Measure(baseline=Decimal(3)))
    part.boxes["baseline"].widget.value = "12,5"
    part.boxes["name"].widget.value = "Stops"
    assert part.read() == Measure(name="Stops", baseline=Decimal(3))
    assert part.wrong
    assert part.boxes["baseline"].widget.value == "12,5"
    assert "comma" in part.boxes["baseline"].remarks.words


def test_a_mended_entry_is_no_longer_complained_about() -> None:
    part = measure(None)
    part.boxes["baseline"].widget.value = "12,5"
    part.read()
    part.boxes["baseline"].widget.value = "12.5"
    assert part.read() == Measure(baseline=Decimal("12.5"))
    assert part.boxes["baseline"].view.children == (part.boxes["baseline"].widget,)


def test_what_is_typed_is_never_written_over_by_an_older_plan() -> None:
    """A save that failed leaves the plan as it was; another form's save must not bring the old text back."""
    part = measure(Measure(name="Stops"))
    part.boxes["name"].widget.value = "Hours lost"
    part.read()
    part.show(Measure(name="Stops"))
    assert part.boxes["name"].widget.value == "Hours lost"


def test_what_changed_elsewhere_is_shown() -> None:
    part = measure(Measure(name="Stops"))
    part.show(Measure(name="Stops", baseline=Decimal(4)))
    assert part.boxes["baseline"].widget.value == "4"


def test_the_boxes_that_were_typed_in_are_not_touched_by_the_save() -> None:
    part = measure(None)
    part.boxes["name"].widget.value = "Stops  a   month "
    part.show(part.read())
    assert part.boxes["name"].widget.value == "Stops  a   month "


def test_a_fixed_field_goes_into_a_new_value_only_once_something_is_typed() -> None:
    part = Part(Stop, {"frees": box.figure("Frees")}, None, {"what": "Reports"})
    assert part.read() is None
    part.boxes["frees"].widget.value = "5"
    assert part.read() == Stop(what="Reports", frees=5)


def test_a_sentence_about_the_fields_together_stands_under_the_last() -> None:
    part = Part(
        Period,
        {"first": box.day("First day"), "last": box.day("Last day")},
        Period(first="2026-01-01", last="2026-12-31"),
    )
    part.boxes["first"].widget.value = part.boxes["last"].widget.value
    assert part.read() == Period(first="2026-01-01", last="2026-12-31")
    assert "must lie before" in part.boxes["last"].remarks.words


def test_more_can_come_from_elsewhere_than_a_box() -> None:
    part = Part(ValueProposition, {"goal": box.area("Goal")}, None)
    assert part.read(evidence=()) is None
    evidence = (Evidence(what="Line 5 log"),)
    assert part.read(evidence=evidence) == ValueProposition(evidence=evidence)
