from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from clientplan.forms.desk import Desk
from clientplan.forms.reading import MeasureReadings
from clientplan.forms.readings import ReadingsForm
from clientplan.plan.objective import Measure, Objective, Reading
from clientplan.plan.plan import Plan
from clientplan.plan.words import Progress

TODAY = date(2026, 9, 15)
Filed = Callable[[Desk], Plan]


def line(form: ReadingsForm, name: str) -> MeasureReadings:
    return next(one for one in form.lines if one.id == name)


def put(one: MeasureReadings, **typed: Any) -> None:
    for name, value in typed.items():
        one.new.boxes[name].widget.value = value


def readings(plan: Plan, name: str) -> list[tuple[date, Decimal, str | None]]:
    objective = plan.objective(name)
    assert objective is not None
    assert objective.measure is not None
    return [(one.when, one.value, one.note) for one in objective.measure.readings]


BEFORE = [(date(2026, 6, 30), Decimal("6.2"), None), (date(2026, 8, 31), Decimal("4.1"), "Longest 42 minutes")]


def test_a_value_is_enough_and_the_day_is_today(desk: Desk, filed: Filed) -> None:
    form = ReadingsForm(desk)
    assert line(form, "o1").new.boxes["when"].value == TODAY
    put(line(form, "o1"), value="3.4")
    assert readings(filed(desk), "o1") == [*BEFORE, (TODAY, Decimal("3.4"), None)]
    assert form.status.words == "Saved 15:02"


def test_what_is_typed_afterwards_is_of_the_same_reading(desk: Desk, filed: Filed) -> None:
    one = line(ReadingsForm(desk), "o1")
    put(one, value="3.4")
    put(one, note="Nights too", when=date(2026, 9, 12))
    put(one, value="3.5")
    assert readings(filed(desk), "o1") == [*BEFORE, (date(2026, 9, 12), Decimal("3.5"), "Nights too")]


def test_an_older_day_puts_it_among_the_earlier_ones_and_the_line_stays(desk: Desk, filed: Filed) -> None:
    one = line(ReadingsForm(desk), "o1")
    put(one, value="5.0", when=date(2026, 7, 31))
    assert [when for when, *_ in readings(filed(desk), "o1")] == [
        date(2026, 6, 30),
        date(2026, 7, 31),
        date(2026, 8, 31),
    ]
    assert one.new.boxes["value"].value == "5.0"
    put(one, value="5.1")
    assert len(readings(filed(desk), "o1")) == 3


def test_a_value_taken_out_again_is_no_reading(desk: Desk, filed: Filed) -> None:
    one = line(ReadingsForm(desk), "o1")
    put(one, value="3.4")
    put(one, value="")
    assert readings(filed(desk), "o1") == BEFORE
    assert one.new.boxes["value"].remarks.words == ""


def test_a_day_alone_says_nothing_and_a_note_alone_asks_for_its_value(desk: Desk, filed: Filed) -> None:
    one = line(ReadingsForm(desk), "o1")
    put(one, when=date(2026, 9, 1))
    assert one.new.boxes["value"].remarks.words == ""
    put(one, note="Line stood still")
    assert "Value of o1 is missing" in one.new.boxes["value"].remarks.words
    assert readings(filed(desk), "o1") == BEFORE
    assert one.new.boxes["note"].value == "Line stood still"


def test_a_number_that_can_be_read_in_two_ways_stays_and_is_explained(desk: Desk, filed: Filed) -> None:
    form = ReadingsForm(desk)
    put(line(form, "o1"), value="3,4")
    assert "has a comma" in line(form, "o1").new.boxes["value"].remarks.words
    assert line(form, "o1").new.boxes["value"].value == "3,4"
    assert readings(filed(desk), "o1") == BEFORE
    assert "all but what is marked" in form.status.words


def test_the_earlier_ones_open_newest_first_to_be_corrected(desk: Desk, filed: Filed) -> None:
    one = line(ReadingsForm(desk), "o1")
    assert one.rows is None
    one.earlier_button.click()
    assert one.rows is not None
    newest, oldest = one.rows.rows
    assert newest.part.boxes["value"].value == "4.1"
    newest.part.boxes["value"].widget.value = "4.2"
    oldest.remove_button.click()
    assert readings(filed(desk), "o1") == [(date(2026, 8, 31), Decimal("4.2"), "Longest 42 minutes")]
    one.rows.undo_button.click()
    assert len(readings(filed(desk), "o1")) == 2


def test_no_row_jumps_while_an_older_one_is_added(desk: Desk, filed: Filed) -> None:
    one = line(ReadingsForm(desk), "o1")
    one.earlier_button.click()
    assert one.rows is not None
    one.rows.add_button.click()
    added = one.rows.rows[-1]
    added.part.boxes["value"].widget.value = "9"
    added.part.boxes["when"].widget.value = date(2026, 8, 1)
    assert [row.part.boxes["value"].value for row in one.rows.rows] == ["4.1", "6.2", "9"]
    added.part.boxes["when"].widget.value = date(2026, 5, 1)
    assert [when for when, *_ in readings(filed(desk), "o1")] == [
        date(2026, 5, 1),
        date(2026, 6, 30),
        date(2026, 8, 31),
    ]


def test_two_readings_of_one_day_keep_their_order(desk: Desk) -> None:
    same = (Reading(when=TODAY, value=1), Reading(when=TODAY, value=2))
    assert desk.document is not None
    desk.document.edit(objectives=(Objective(id="o1", measure=Measure(name="Stops", readings=same)),))
    form = ReadingsForm(desk)
    line(form, "o1").earlier_button.click()
    assert form.typed() == {"objectives": desk.document.plan.objectives}


def test_what_another_notebook_reads_is_taken_over(desk: Desk, filed: Filed) -> None:
    form, other = ReadingsForm(desk), ReadingsForm(Desk(desk.workspace))
    put(line(form, "o1"), value="3.4")
    assert other.desk.document is not None
    other.desk.document.reload()
    put(line(other, "o2"), value="88")
    assert form.document is not None
    form.document.reload()
    put(line(form, "o1"), value="3.3")
    assert readings(filed(desk), "o1")[-1][1] == Decimal("3.3")
    assert readings(filed(desk), "o2")[-1][1] == Decimal(88)


def test_a_reading_that_was_undone_elsewhere_leaves_its_line(desk: Desk) -> None:
    form = ReadingsForm(desk)
    assert desk.document is not None
    before = desk.document.plan.objectives
    put(line(form, "o1"), value="3.4")
    desk.document.edit(objectives=before)
    assert line(form, "o1").new.boxes["value"].value is None
    assert line(form, "o1").new.boxes["when"].value == TODAY
    form.save()
    assert desk.document.plan.objectives == before


def test_baseline_target_and_standing_are_said_in_words(desk: Desk) -> None:
    form = ReadingsForm(desk)
    head = line(form, "o1")._head.value
    assert "from 10.4 h to 1 h by 31 December 2026, less is better." in head
    assert "Last read 31 August 2026: 4.1 h, 67 % of the way. On the straight way it would be 4.7 h today." in head
    put(line(form, "o1"), value="3.4")
    assert "Last read 15 September 2026: 3.4 h" in line(form, "o1")._head.value


def test_a_reading_that_is_missing_is_said_on_its_line_at_once(desk: Desk) -> None:
    assert desk.document is not None
    plan = desk.document.plan
    bare = [one.replace(measure=one.measure.replace(readings=())) if one.measure else one for one in plan.objectives]
    desk.document.edit(objectives=tuple(bare))
    form = ReadingsForm(desk)
    one = line(form, "o2")
    assert one.new.head is not None
    assert "no reading of Jobs done on the day" in one.new.head.words
    put(one, value="90")
    assert one.new.head.words == ""


def test_how_an_objective_was_judged_is_said_in_the_review(desk: Desk) -> None:
    form = ReadingsForm(desk)
    put(line(form, "o1"), value="10.2")  # far behind, under a green light
    assert "CP704" in {finding.code for finding in desk.findings()}
    assert [finding.path[2] for finding in form._concerning()] == ["measure"] * len(form._concerning())


def test_only_what_a_reading_mends_is_said_here(desk: Desk) -> None:
    assert desk.document is not None
    plan = desk.document.plan
    desk.document.edit(objectives=tuple(one.replace(level=None) for one in plan.objectives))
    assert {finding.code for finding in desk.findings()} >= {"CP405"}
    assert "Findings: none" in ReadingsForm(desk).words()


def test_a_dropped_objective_is_not_read_and_without_a_measure_there_is_the_way(desk: Desk) -> None:
    assert desk.document is not None
    plan = desk.document.plan
    form = ReadingsForm(desk)
    desk.document.edit(
        objectives=tuple(
            one.replace(status=Progress.DROPPED) if one.id == "o1" else one.replace(measure=None)
            for one in plan.objectives
        )
    )
    assert form.lines == []
    assert "No objective has a measure yet." in form.words()


@pytest.mark.parametrize("unit", ["EUR", "%"])
def test_money_and_shares_are_written_out(desk: Desk, unit: str) -> None:
    measure = Measure(name="Revenue", unit=unit, baseline=1000, target=250000)
    assert desk.document is not None
    desk.document.edit(objectives=(Objective(id="o1", measure=measure),))
    assert f"from 1,000 {unit} to 250,000 {unit}, more is better." in ReadingsForm(desk).words()
