"""Where a finding stands on a form: under its box, at the head of its row, or below; and when it stays quiet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from clientplan import forms
from clientplan.checks import Edit, Fix
from clientplan.forms.actions import ActionsForm
from clientplan.forms.desk import Desk
from clientplan.forms.form import Form
from clientplan.forms.frame import FrameForm
from clientplan.forms.intent import IntentForm
from clientplan.forms.nodes import Button, Html
from clientplan.forms.objectives import ObjectivesForm
from clientplan.forms.people import PeopleForm
from clientplan.forms.phase import PhaseForm
from clientplan.forms.proposition import PropositionForm
from clientplan.forms.stops import StopsForm
from clientplan.plan.action import Action
from clientplan.plan.objective import Measure, Objective
from clientplan.plan.plan import Plan
from clientplan.plan.words import Area, Level

Filed = Callable[[Desk], Plan]
Path = tuple[str | int, ...]
Say = Callable[..., None]
FORMS: list[type[Form]] = [
    found for name in forms.__all__ if isinstance(found := getattr(forms, name), type) and issubclass(found, Form)
]


def inside(widget: Any) -> Iterator[Any]:
    yield widget
    for child in getattr(widget, "children", ()):
        yield from inside(child)


def remarks(form: Form) -> str:
    """Everything that is said on the form's fields and rows."""
    lines = (one.value for one in inside(form) if isinstance(one, Html))
    return "".join(line for line in lines if 'class="cp-remark ' in line)


@pytest.mark.parametrize(
    ("form", "path", "box"),
    [
        (FrameForm, ("client", "industry"), lambda form: form.client.boxes["industry"]),
        (FrameForm, ("period", "last"), lambda form: form.period.boxes["last"]),
        (FrameForm, ("manager",), lambda form: form.frame.boxes["manager"]),
        (FrameForm, ("next_review",), lambda form: form.frame.boxes["next_review"]),
        (PhaseForm, ("phase",), lambda form: form.phase.boxes["phase"]),
        (PhaseForm, ("phase_reason",), lambda form: form.phase.boxes["phase_reason"]),
        (IntentForm, ("intent", "client", "who"), lambda form: form.client.boxes["who"]),
        (IntentForm, ("intent", "ours", "words"), lambda form: form.ours.boxes["words"]),
        (PropositionForm, ("value_proposition", "goal"), lambda form: form.answers.boxes["goal"]),
        (
            PropositionForm,
            ("value_proposition", "evidence", 1, "source"),
            lambda form: form.evidence.rows[1].part.boxes["source"],
        ),
        (PeopleForm, ("people", 2, "role"), lambda form: form.people.rows[2].part.boxes["role"]),
        (ObjectivesForm, ("objectives", 1, "words"), lambda form: form.objectives.rows[1].part.boxes["words"]),
        (
            ObjectivesForm,
            ("objectives", 1, "measure", "due"),
            lambda form: form.objectives.rows[1].measure.boxes["due"],
        ),
        (ActionsForm, ("actions", 3, "owner"), lambda form: form.actions.rows[3].part.boxes["owner"]),
        (StopsForm, ("stops", 1, "frees"), lambda form: form.stops.rows[1].part.boxes["frees"]),
    ],
)
def test_what_is_about_a_field_stands_under_its_box(
    desk: Desk, say: Say, form: type[Form], path: Path, box: Callable[[Any], Any]
) -> None:
    say(path)
    opened = form(desk)
    assert box(opened).remarks.words == (
        '<div class="cp-remarks"><div class="cp-remark cp-error" title="CP402 a-name">'
        '<span class="cp-severity">To mend:</span> look here.</div></div>'
    )
    assert opened._findings.value == '<p class="cp-findings-head">1 to mend, on their fields</p>'
    assert remarks(opened).count("look here") == 1


@pytest.mark.parametrize(
    ("form", "path", "head"),
    [
        (ObjectivesForm, ("objectives", 1), lambda form: form.objectives.rows[1].head),
        (ObjectivesForm, ("objectives", 1, "measure"), lambda form: form.objectives.rows[1].head),
        (ObjectivesForm, ("objectives", 1, "measure", "readings", 0), lambda form: form.objectives.rows[1].head),
        (ObjectivesForm, ("objectives", 1, "note"), lambda form: form.objectives.rows[1].head),
        (ActionsForm, ("actions", 0), lambda form: form.actions.rows[0].head),
        (PeopleForm, ("people", 0), lambda form: form.people.rows[0].head),
        (IntentForm, ("intent", "client"), lambda form: form.client.head),
    ],
)
def test_what_is_about_a_part_stands_at_the_head_of_its_row(
    desk: Desk, say: Say, form: type[Form], path: Path, head: Callable[[Any], Any]
) -> None:
    say(path)
    opened = form(desk)
    assert "</span> look here.<" in head(opened).words
    assert remarks(opened).count("look here") == 1


@pytest.mark.parametrize(
    ("form", "path"),
    [
        (ObjectivesForm, ("objectives",)),
        (PropositionForm, ("value_proposition",)),
        (PropositionForm, ("value_proposition", "evidence")),
        (FrameForm, ("client",)),
        (FrameForm, ("client", "id")),
        (ActionsForm, ("actions",)),
    ],
)
def test_what_is_about_a_list_or_has_no_place_on_the_form_stays_below(
    desk: Desk, say: Say, form: type[Form], path: Path
) -> None:
    say(path)
    opened = form(desk)
    assert remarks(opened) == ""
    assert opened._findings.value.startswith('<p class="cp-findings-head">1 to mend:</p><ul')
    assert str(path[0]).replace("_", " ") in opened._findings.value.replace("_", " ")


@pytest.mark.parametrize("form", FORMS)
def test_a_form_that_nobody_touched_says_nothing_on_its_fields(fresh_desk: Desk, form: type[Form]) -> None:
    opened = form(fresh_desk)
    assert remarks(opened) == ""
    assert "<li" not in opened._findings.value.split("<details>")[0]


def test_what_is_open_on_fields_that_nobody_came_to_is_only_counted(fresh_desk: Desk, say: Say) -> None:
    say(("manager",), ("next_review",), ("client", "name"))
    form = FrameForm(fresh_desk)
    assert form.client.boxes["name"].remarks.words
    assert form._findings.value.startswith('<p class="cp-findings-head">3 to mend, 1 of them on their fields</p><det')
    assert "<summary>Still open here: 2</summary>" in form._findings.value


def test_a_field_that_was_emptied_says_so_at_once_and_is_silent_at_once_when_it_is_mended(desk: Desk) -> None:
    form = FrameForm(desk)
    manager = form.frame.boxes["manager"]
    assert manager.remarks.words == ""
    manager.widget.value = ""
    assert 'title="CP201 ' in manager.remarks.words
    assert "nobody is named" in manager.remarks.words
    manager.widget.value = "Ruth Adeyemi"
    assert manager.remarks.words == ""
    assert len(manager.view.children) == 1


def test_writing_from_left_to_right_is_never_met_by_what_lies_to_the_right(fresh_desk: Desk) -> None:
    form = ObjectivesForm(fresh_desk)
    form.objectives.add_button.click()
    row = form.objectives.rows[0]
    for part, name, value in [
        (row.part, "words", "Cut late deliveries from 7 to 3 %"),
        (row.part, "level", Level.PROCESS),
        (row.part, "area", Area.SERVICE),
        (row.measure, "name", "late deliveries"),
        (row.measure, "unit", "%"),
        (row.measure, "baseline", "7"),
        (row.measure, "target", "3"),
    ]:
        part.boxes[name].widget.value = value
        assert "CP402" not in remarks(form)
        assert "CP405" not in remarks(form)
    assert "no due date" in form._findings.value.split("<details>")[1]


def test_a_field_that_was_passed_over_speaks_once_the_row_is_left(fresh_desk: Desk) -> None:
    form = ObjectivesForm(fresh_desk)
    form.objectives.add_button.click()
    first = form.objectives.rows[0]
    first.part.boxes["words"].widget.value = "Cut late deliveries from 7 to 3 %"
    first.part.boxes["area"].widget.value = Area.SERVICE
    assert first.part.boxes["level"].remarks.words == ""
    form.objectives.add_button.click()
    assert first.part.boxes["level"].remarks.words == ""
    form.objectives.rows[1].part.boxes["words"].widget.value = "Cut complaints from 9 to 4"
    assert 'title="CP405 ' in first.part.boxes["level"].remarks.words
    assert form.objectives.rows[1].part.boxes["level"].remarks.words == ""
    assert "CP402" not in remarks(form)  # the measures weren't begun
    first.part.boxes["level"].widget.value = Level.PROCESS
    assert first.part.boxes["level"].remarks.words == ""


def test_another_form_of_the_notebook_is_another_row(fresh_desk: Desk, say: Say) -> None:
    say(("objectives", 0, "level"), ("objectives", 0))
    objectives, stops = ObjectivesForm(fresh_desk), StopsForm(fresh_desk)
    objectives.objectives.add_button.click()
    row = objectives.objectives.rows[0]
    row.part.boxes["area"].widget.value = Area.SERVICE
    assert (row.part.boxes["level"].remarks.words, row.head.words) == ("", "")
    stops.stops.add_button.click()
    stops.stops.rows[0].part.boxes["what"].widget.value = "The weekly report"
    assert "look here" in row.part.boxes["level"].remarks.words
    assert "look here" in row.head.words


def test_what_is_about_a_measure_waits_until_its_row_is_left(fresh_desk: Desk, say: Say) -> None:
    say(("objectives", 0, "measure"))
    form = ObjectivesForm(fresh_desk)
    form.objectives.add_button.click()
    first = form.objectives.rows[0]
    first.measure.boxes["name"].widget.value = "late deliveries"
    assert first.head.words == ""
    form.objectives.add_button.click()
    form.objectives.rows[1].part.boxes["words"].widget.value = "Cut complaints from 9 to 4"
    assert "look here" in first.head.words


def test_on_the_second_day_the_fields_that_were_passed_over_are_said(fresh_desk: Desk) -> None:
    assert fresh_desk.document is not None
    fresh_desk.document.edit(
        objectives=(Objective(id="o1", words="Cut late deliveries from 7 to 3 %", measure=Measure(unit="%", target=3)),)
    )
    (row,) = ObjectivesForm(Desk(fresh_desk.workspace)).objectives.rows
    said = {name for part in (row.part, row.measure) for name, box in part.boxes.items() if box.remarks.words}
    assert {"level", "name", "baseline"} <= said
    assert "due" not in said


def test_a_finding_waits_while_the_entry_in_its_box_is_refused(desk: Desk, say: Say) -> None:
    say(("objectives", 0, "measure", "target"))
    form = ObjectivesForm(desk)
    target = form.objectives.rows[0].measure.boxes["target"]
    target.widget.value = "1,5"
    assert "has a comma" in target.remarks.words
    assert "look here" not in target.remarks.words
    assert "Still open here: 1" in form._findings.value
    target.widget.value = "1.5"
    assert "look here" in target.remarks.words


def test_a_sentence_goes_along_when_rows_before_it_are_removed(desk: Desk, say: Say) -> None:
    say(("objectives", 2))
    form = ObjectivesForm(desk)
    third, fourth = form.objectives.rows[2:4]
    assert "look here" in third.head.words
    form.objectives.rows[0].remove_button.click()
    assert (third.head.words, "look here" in fourth.head.words) == ("", True)


def test_while_the_boxes_hold_something_else_than_the_file_nothing_is_said_on_them(desk: Desk, say: Say) -> None:
    say(("intent", "ours", "words"))
    mine, theirs = IntentForm(desk), IntentForm(Desk(desk.workspace))
    theirs.ours.boxes["words"].widget.value = "Theirs"
    mine.ours.boxes["words"].widget.value = "Mine"
    assert remarks(mine) == ""
    assert "look here" in mine._findings.value
    mine.status.button.click()
    assert "look here" in mine.ours.boxes["words"].remarks.words


def test_a_change_touches_only_the_boxes_whose_findings_changed(
    fresh_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a page with hundreds of boxes the browser hears of a handful."""
    assert fresh_desk.document is not None
    measure = Measure(name="late", unit="%", baseline=7, target=3, due="2026-12-31")
    fresh_desk.document.edit(
        objectives=tuple(Objective(id=f"o{n}", words="Cut it", measure=measure) for n in range(1, 7)),
        actions=tuple(Action(id=f"a{n}", what="Write it", objective="o1", due="2026-12-01") for n in range(1, 31)),
    )
    objectives, form = ObjectivesForm(fresh_desk), ActionsForm(fresh_desk)
    owner = form.actions.rows[7].part.boxes["owner"]
    assert all("no owner" in row.part.boxes["owner"].remarks.words for row in form.actions.rows)
    touched: list[str] = []
    for panel in (objectives, form):
        monkeypatch.setattr(panel, "send", lambda told, *_: touched.extend(patch["id"] for patch in told["patches"]))
    owner.widget.value = "Ines Falk"
    assert owner.remarks.words == ""
    allowed = (owner.widget, owner.view, form._findings, objectives._findings, *inside(form.status.view))
    assert owner.view.id in touched
    assert set(touched) <= {one.id for one in allowed}


def test_a_day_taken_out_is_a_change_too(desk: Desk, say: Say) -> None:
    say(("next_review",))
    form = FrameForm(desk)
    form.frame.boxes["next_review"].widget.value = date(2026, 11, 2)
    form.frame.boxes["next_review"].widget.value = None
    assert "look here" in form.frame.boxes["next_review"].remarks.words


def test_one_part_of_a_form_is_left_for_another(fresh_desk: Desk, say: Say) -> None:
    say(("intent", "client", "words"))
    form = IntentForm(fresh_desk)
    form.client.boxes["who"].widget.value = "Ines Falk"
    assert form.client.boxes["words"].remarks.words == ""
    form.ours.boxes["words"].widget.value = "Stay the first call for film"
    assert "look here" in form.client.boxes["words"].remarks.words


def test_what_is_about_a_row_that_is_out_of_sight_is_said_below(
    desk: Desk, say: Say, full_disk: pytest.MonkeyPatch
) -> None:
    say(("objectives", 0))
    form, stops = ObjectivesForm(desk), StopsForm(desk)
    assert "look here" in remarks(form)
    form.objectives.rows[0].remove_button.click()
    full_disk.undo()
    stops.stops.rows[0].part.boxes["what"].widget.value = "Reports"
    assert "look here" in form._findings.value


def test_fixes_of_fields_that_nobody_came_to_wait_with_them(fresh_desk: Desk, say: Say) -> None:
    say(("manager",), fix=Fix("write it", (Edit(("manager",), "Ines"),)))
    form = FrameForm(fresh_desk)
    assert not [one for one in inside(form) if isinstance(one, Button) and "Mend" in one.description]
