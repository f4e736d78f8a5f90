from __future__ import annotations

import pytest

from clientplan.errors import StoreError
from clientplan.forms.desk import Desk
from clientplan.forms.frame import FrameForm
from clientplan.forms.readings import ReadingsForm
from clientplan.forms.stopped import FILE, remember, stopped
from clientplan.workspace import Workspace

AUBRELLE, HARROW = "confiserie-aubrelle-2026-04", "harrow-and-finch-2026-04"


def test_a_save_says_where_it_was(desk: Desk) -> None:
    assert stopped(desk.workspace) == {}
    form, readings = FrameForm(desk), ReadingsForm(desk)
    assert stopped(desk.workspace) == {}
    form.frame.boxes["manager"].widget.value = "Ines Falk"
    assert stopped(desk.workspace) == {AUBRELLE: "00_start"}
    readings.lines[0].new.boxes["value"].widget.value = "3.4"
    assert stopped(desk.workspace) == {AUBRELLE: "06_review"}


def test_a_save_that_changes_nothing_is_no_typing(desk: Desk) -> None:
    FrameForm(desk).save()
    assert not (desk.workspace.store.folder / FILE).exists()


def test_each_plan_has_its_place_and_the_latest_is_the_last(sample_workspace: Workspace) -> None:
    remember(sample_workspace, AUBRELLE, "03_purpose")
    remember(sample_workspace, HARROW, "04_objectives")
    remember(sample_workspace, AUBRELLE, "05_plan")
    assert list(stopped(sample_workspace).items()) == [(HARROW, "04_objectives"), (AUBRELLE, "05_plan")]
    assert FILE not in sample_workspace.store.names()


def test_the_same_place_is_written_once(sample_workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    remember(sample_workspace, AUBRELLE, "03_purpose")
    monkeypatch.setattr("clientplan.forms.stopped.write_atomically", None)
    remember(sample_workspace, AUBRELLE, "03_purpose")


def test_a_plan_that_is_gone_has_no_place(sample_workspace: Workspace) -> None:
    remember(sample_workspace, HARROW, "03_purpose")
    sample_workspace.store.path(HARROW).unlink()
    assert stopped(sample_workspace) == {}


def test_what_is_no_list_of_places_is_none(sample_workspace: Workspace) -> None:
    (sample_workspace.store.folder / FILE).write_bytes(b"\xff\xfe")
    assert stopped(sample_workspace) == {}


def test_a_disk_that_is_full_takes_nothing_from_the_save(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: object, _data: bytes) -> None:
        raise StoreError("Not saved: the disk is full")

    monkeypatch.setattr("clientplan.forms.stopped.write_atomically", refuse)
    form = FrameForm(desk)
    form.frame.boxes["manager"].widget.value = "Ines Falk"
    assert form.status.words == "Saved 15:02"
