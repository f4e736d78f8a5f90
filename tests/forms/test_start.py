from __future__ import annotations

import pytest

from clientplan.forms.desk import Desk
from clientplan.forms.start import StartForm
from clientplan.intake import take_in


def begin(form: StartForm, name: str) -> None:
    form.client.widget.value = name
    form.begin.click()


def test_a_name_is_enough_to_begin(bare_desk: Desk) -> None:
    form = StartForm(bare_desk)
    begin(form, "  Harrow   Foods ")
    assert bare_desk.document is not None
    assert bare_desk.document.plan.client.name == "Harrow Foods"
    assert bare_desk.workspace.store.names() == [bare_desk.document.name]
    assert form.status.words.startswith("The plan for Harrow Foods is begun.")
    assert form.plans.value == bare_desk.document.name


def test_without_a_name_the_box_says_so(bare_desk: Desk) -> None:
    form = StartForm(bare_desk)
    begin(form, " ")
    assert "The client&#x27;s name is missing" in form.client.remarks.words
    assert bare_desk.workspace.store.names() == []


def test_a_plan_that_is_there_is_not_begun_twice(desk: Desk) -> None:
    form = StartForm(desk)
    before = desk.workspace.store.names()
    begin(form, "Dunmara Seafoods")
    begin(form, "Dunmara Seafoods")
    assert "is there already" in form.status.words
    assert len(desk.workspace.store.names()) == len(before) + 1


def test_a_client_of_the_exports_brings_its_id_and_industry(desk: Desk) -> None:
    assert StartForm(desk).client.widget.options == ()
    take_in(desk.workspace)
    form = StartForm(desk)
    assert "Käserei Oberwinkl" in form.client.widget.options
    begin(form, "Käserei Oberwinkl")
    assert desk.document is not None
    assert desk.document.plan.client.id
    assert desk.document.plan.client.industry


def test_choosing_opens_and_remembers_without_redrawing_the_picker(desk: Desk) -> None:
    form = StartForm(desk)
    views = form.children[0]
    picker = form.plans.widget
    picker.value = "harrow-and-finch-2026-04"
    assert desk.document is not None
    assert desk.document.name == "harrow-and-finch-2026-04"
    assert Desk(desk.workspace).document.name == "harrow-and-finch-2026-04"
    assert form.plans.widget is picker
    assert form.children[0] is views


def test_a_plan_that_can_not_be_read_is_offered_and_says_why(desk: Desk) -> None:
    desk.workspace.store.path("broken").write_text("schema: 1\nclint: x\n", encoding="utf-8")
    form = StartForm(desk)
    opened = desk.document
    form.plans.widget.value = "broken"
    assert "clint: isn't known here" in form.status.words
    assert desk.document is opened
    assert "broken (can't be read)" in form.words()


@pytest.mark.parametrize("name", ["../outside", "a/b", "<b>", "CON", "ß"])
def test_any_name_makes_a_file_inside_the_workspace(bare_desk: Desk, name: str) -> None:
    begin(StartForm(bare_desk), name)
    assert bare_desk.document is not None
    path = bare_desk.workspace.store.path(bare_desk.document.name)
    assert path.is_file()
    assert path.parent == bare_desk.workspace.store.folder
