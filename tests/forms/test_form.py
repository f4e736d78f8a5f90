"""What every form over the plan does, tried on one of them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from clientplan.errors import StoreError
from clientplan.forms.desk import Desk
from clientplan.forms.frame import FrameForm
from clientplan.forms.intent import IntentForm
from clientplan.forms.stops import StopsForm
from clientplan.plan.action import Stop
from clientplan.plan.plan import Plan

Filed = Callable[[Desk], Plan]


def test_a_change_is_saved_at_once_and_said(desk: Desk, filed: Filed) -> None:
    form = FrameForm(desk)
    form.frame.boxes["manager"].widget.value = "Ines Falk"
    assert filed(desk).manager == "Ines Falk"
    assert form.status.words == "Saved 15:02"


def test_comments_of_a_hand_written_file_survive(desk: Desk) -> None:
    assert desk.document is not None
    path = desk.workspace.store.path(desk.document.name)
    comments = [line for line in path.read_text().splitlines() if line.lstrip().startswith("#")]
    assert comments
    FrameForm(desk).frame.boxes["manager"].widget.value = "Ines Falk"
    assert [line for line in path.read_text().splitlines() if line.lstrip().startswith("#")] == comments


def test_the_second_day_shows_what_was_typed(desk: Desk) -> None:
    FrameForm(desk).client.boxes["industry"].widget.value = "Sweets"
    assert FrameForm(Desk(desk.workspace)).client.boxes["industry"].widget.value == "Sweets"


def test_a_wrong_entry_is_not_saved_and_the_others_are(desk: Desk, filed: Filed) -> None:
    form, before = FrameForm(desk), filed(desk)
    form.period.boxes["first"].widget.value = before.period.last
    form.client.boxes["industry"].widget.value = "Sweets"
    assert filed(desk).period == before.period
    assert filed(desk).client.industry == "Sweets"
    assert form.status.words == "Saved 15:02, all but what is marked"
    assert "must lie before" in form.period.boxes["last"].remarks.words
    assert form.period.boxes["first"].widget.value == before.period.last


def test_forms_of_one_notebook_keep_each_others_changes(desk: Desk, filed: Filed) -> None:
    frame, stops = FrameForm(desk), StopsForm(desk)
    frame.frame.boxes["manager"].widget.value = "Ines Falk"
    stops.stops.rows[0].part.boxes["what"].widget.value = "Reports"
    frame.client.boxes["industry"].widget.value = "Sweets"
    assert (filed(desk).manager, filed(desk).stops[0].what, filed(desk).client.industry) == (
        "Ines Falk",
        "Reports",
        "Sweets",
    )


def test_another_notebook_that_wrote_elsewhere_is_no_conflict_and_is_shown(desk: Desk, filed: Filed) -> None:
    form, stops = FrameForm(desk), StopsForm(desk)
    StopsForm(Desk(desk.workspace)).stops.rows[0].part.boxes["what"].widget.value = "Reports"
    form.client.boxes["industry"].widget.value = "Sweets"
    assert form.status.words == "Saved 15:02"
    assert (filed(desk).stops[0].what, filed(desk).client.industry) == ("Reports", "Sweets")
    assert stops.stops.rows[0].part.boxes["what"].value == "Reports"


def test_two_tabs_that_write_the_same_lose_nothing_in_silence(desk: Desk, filed: Filed) -> None:
    mine, theirs = IntentForm(desk), IntentForm(Desk(desk.workspace))
    theirs.ours.boxes["words"].widget.value = "Theirs"
    mine.ours.boxes["words"].widget.value = "Mine"
    assert "changed by somebody else" in mine.status.words
    assert mine.status.button.description == "Open their version"
    assert filed(desk).intent.ours.words == "Theirs"
    assert mine.ours.boxes["words"].widget.value == "Mine"
    mine.status.button.click()
    assert mine.ours.boxes["words"].widget.value == "Theirs"
    mine.ours.boxes["words"].widget.value = "Mine again"
    assert filed(desk).intent.ours.words == "Mine again"
    assert mine.status.words == "Saved 15:02"


def test_a_conflict_is_not_forgotten_when_another_form_saves(desk: Desk, filed: Filed) -> None:
    """The other form's save takes over the newer file: without care this form would then write over it."""
    mine, stops, theirs = IntentForm(desk), StopsForm(desk), IntentForm(Desk(desk.workspace))
    theirs.ours.boxes["words"].widget.value = "Theirs"
    mine.ours.boxes["words"].widget.value = "Mine"
    stops.stops.rows[0].part.boxes["what"].widget.value = "Reports"
    mine.ours.boxes["who"].widget.value = "Ines Falk"
    assert filed(desk).intent.ours.words == "Theirs"
    assert mine.ours.boxes["words"].widget.value == "Mine"
    assert "changed by somebody else" in mine.status.words


def test_what_could_not_be_saved_stays_in_the_form_and_can_be_tried_again(
    desk: Desk, filed: Filed, monkeypatch: pytest.MonkeyPatch
) -> None:
    form, stops = IntentForm(desk), StopsForm(desk)

    def full(_path: Path, _data: bytes) -> None:
        raise StoreError("Not saved: the disk is full")

    with monkeypatch.context() as disk:
        disk.setattr("clientplan.store.folder.write_atomically", full)
        form.ours.boxes["words"].widget.value = "Grow"
    assert form.status.words == "Not saved: the disk is full"
    stops.stops.rows[0].part.boxes["what"].widget.value = "Reports"
    assert filed(desk).stops[0] == Stop(what="Reports", frees=filed(desk).stops[0].frees, why=filed(desk).stops[0].why)
    assert form.ours.boxes["words"].widget.value == "Grow"
    form.status.button.click()
    assert filed(desk).intent.ours.words == "Grow"
    assert form.status.words == "Saved 15:02"


def test_a_file_broken_by_hand_is_said_with_its_line(desk: Desk) -> None:
    assert desk.document is not None
    form = FrameForm(desk)
    desk.workspace.store.path(desk.document.name).write_text("schema: 1\nclint: x\n", encoding="utf-8")
    form.frame.boxes["manager"].widget.value = "Ines Falk"
    assert "2:1 clint" in form.status.words


def test_our_bug_is_words_and_a_log(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, swallowed: list[logging.LogRecord]
) -> None:
    form = FrameForm(desk)
    monkeypatch.setattr(form, "typed", lambda: 1 / 0)
    form.frame.boxes["manager"].widget.value = "Ines Falk"
    assert "Something went wrong" in form.status.words
    assert "ZeroDivisionError" in (desk.workspace.folder / "clientplan-errors.log").read_text()
    swallowed.clear()


def test_another_client_fills_the_form_anew(desk: Desk, filed: Filed) -> None:
    form = FrameForm(desk)
    first = filed(desk)
    desk.choose("harrow-and-finch-2026-04")
    assert form.client.boxes["name"].widget.value == "Harrow & Finch"
    form.client.boxes["industry"].widget.value = "Biscuits"
    assert filed(desk).client.industry == "Biscuits"
    assert desk.workspace.store.load("confiserie-aubrelle-2026-04").plan == first


def test_without_a_plan_it_says_what_to_do_next(bare_desk: Desk) -> None:
    form = FrameForm(bare_desk)
    assert 'href="00_start.ipynb"' in form.children[0].value
    assert form.words() == "No client is chosen yet."
