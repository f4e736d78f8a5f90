"""Undo, redo and going back, over a sitting, over the history, and beside another notebook."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from clientplan.errors import PlanChanged, StoreError
from clientplan.forms.document import Document
from clientplan.plan.action import Stop
from clientplan.plan.plan import Client
from clientplan.store.history import FOLDER, History
from clientplan.workspace import Workspace

REPORTS = (Stop(what="Reports"),)


class Pace:
    """How many seconds pass from one save to the next, for the history."""

    def __init__(self) -> None:
        self.every = 60.0
        self._now = datetime(2026, 9, 15, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        self._now += timedelta(seconds=self.every)
        return self._now


@pytest.fixture(autouse=True)
def pace(monkeypatch: pytest.MonkeyPatch) -> Pace:
    made, found = History.__init__, Pace()
    monkeypatch.setattr(History, "__init__", lambda self, folder: made(self, folder, found))
    return found


@pytest.fixture
def document(empty_workspace: Workspace) -> Document:
    return opened(empty_workspace, empty_workspace.new_plan(Client(name="Harrow Foods")).name)


def opened(workspace: Workspace, name: str, every: float = 60.0) -> Document:
    """Its clock goes on by so many seconds from one edit to the next."""
    return Document(workspace.store, workspace.store.load(name), count(0.0, every).__next__)


def typed(document: Document, *names: str) -> None:
    for name in names:
        document.edit(manager=name)


def words(document: Document) -> tuple[str | None, str | None]:
    back, forward = document.undoable, document.redoable
    return back.words if back else None, forward.words if forward else None


def test_an_edit_is_undone_and_made_again(document: Document, empty_workspace: Workspace) -> None:
    typed(document, "Ruth", "Ines")
    told: list[str | None] = []
    document.observe(lambda: told.append(document.plan.manager))
    assert words(document) == ("relationship manager: “Ruth” → “Ines”", None)
    document.undo()
    assert empty_workspace.store.load(document.name).plan.manager == document.plan.manager == "Ruth"
    assert words(document) == ("relationship manager: open → “Ruth”", "relationship manager: “Ruth” → “Ines”")
    document.undo()
    document.redo()
    document.redo()
    assert told == ["Ruth", None, "Ruth", "Ines"]
    assert document.redoable is None


def test_nothing_to_undo_is_no_mistake(document: Document) -> None:
    assert words(document) == (None, None)
    document.undo()
    document.redo()


def test_a_new_edit_drops_what_was_undone(document: Document) -> None:
    typed(document, "Ruth")
    document.undo()
    typed(document, "Ines")
    assert document.redoable is None
    document.undo()
    assert document.plan.manager is None


def test_an_undone_edit_comes_back_to_the_byte(document: Document, empty_workspace: Workspace) -> None:
    document.edit(stops=REPORTS)
    path = empty_workspace.store.path(document.name)
    path.write_text(path.read_text().replace("Reports", "Reports # nobody reads them"))
    document.reload()
    before = path.read_bytes()
    document.edit(stops=())
    assert b"nobody reads" not in path.read_bytes()
    document.undo()
    assert path.read_bytes() == before


def test_after_opening_again_the_history_is_the_way_back(document: Document, empty_workspace: Workspace) -> None:
    typed(document, "Ruth", "Ines")
    again = opened(empty_workspace, document.name)
    typed(again, "Olu")
    for expected in ("Ines", "Ruth", None, None):
        again.undo()
        assert again.plan.manager == expected
    again.redo()
    assert again.plan.manager == "Ruth"


def test_going_back_is_a_save_that_another_sitting_can_undo(document: Document, empty_workspace: Workspace) -> None:
    typed(document, "Ruth", "Ines")
    document.undo()
    again = opened(empty_workspace, document.name)
    again.undo()
    assert again.plan.manager == "Ines"


def test_what_another_notebook_saved_stays_when_mine_is_undone(document: Document, empty_workspace: Workspace) -> None:
    typed(document, "Ruth")
    opened(empty_workspace, document.name).edit(stops=REPORTS)
    document.undo()
    filed = empty_workspace.store.load(document.name).plan
    assert (filed.manager, filed.stops) == (None, REPORTS)
    document.redo()
    assert (document.plan.manager, document.plan.stops) == ("Ruth", REPORTS)
    document.undo()
    document.undo()
    assert document.plan.stops == REPORTS


def test_what_was_saved_under_my_edits_stays_too(document: Document, empty_workspace: Workspace) -> None:
    typed(document, "Ruth")
    opened(empty_workspace, document.name).edit(stops=REPORTS)
    document.edit(phase_reason="Two stops")
    document.undo()
    document.undo()
    filed = empty_workspace.store.load(document.name).plan
    assert (filed.manager, filed.phase_reason, filed.stops) == (None, None, REPORTS)


def test_the_same_part_changed_elsewhere_isnt_undone(document: Document, empty_workspace: Workspace) -> None:
    typed(document, "Ruth")
    typed(opened(empty_workspace, document.name), "Ines")
    with pytest.raises(PlanChanged):
        document.undo()
    document.reload()
    with pytest.raises(PlanChanged, match="Not undone: relationship manager: “Ruth” → open"):
        document.undo()
    assert empty_workspace.store.load(document.name).plan.manager == "Ines"


def test_an_undo_that_cant_be_written_can_be_tried_again(document: Document, full_disk: pytest.MonkeyPatch) -> None:
    full_disk.undo()
    typed(document, "Ruth")
    with pytest.MonkeyPatch.context() as disk:
        disk.setattr("clientplan.store.folder.write_atomically", _refuse)
        with pytest.raises(StoreError):
            document.undo()
    assert document.plan.manager == "Ruth"
    document.undo()
    assert document.plan.manager is None


def _refuse(*_: object) -> None:
    raise StoreError("Not saved: the disk is full")


def test_a_sitting_can_be_undone_without_a_history(empty_workspace: Workspace) -> None:
    (empty_workspace.store.folder / FOLDER).write_text("in the way")
    document = opened(empty_workspace, empty_workspace.new_plan(Client(name="Harrow Foods")).name)
    typed(document, "Ruth")
    document.undo()
    assert document.plan.manager is None


def test_a_file_that_was_put_back_by_hand_is_an_edit_too(document: Document, empty_workspace: Workspace) -> None:
    typed(document, "Ruth", "Ines")
    store = empty_workspace.store
    store.path(document.name).write_bytes(store.history.data(store.history.states(document.name)[0]))
    again = opened(empty_workspace, document.name)
    assert again.plan.manager is None
    again.undo()
    assert again.plan.manager == "Ines"


def test_a_version_that_cant_be_read_is_passed(document: Document, empty_workspace: Workspace) -> None:
    typed(document, "Ruth", "Ines", "Olu")
    states = empty_workspace.store.history.states(document.name)
    states[2].file.write_bytes(b"torn")
    again = opened(empty_workspace, document.name)
    again.undo()
    assert again.plan.manager == "Ruth"


def test_going_back_to_a_version_can_be_undone(document: Document, empty_workspace: Workspace) -> None:
    typed(document, "Ruth", "Ines")
    first = empty_workspace.store.history.states(document.name)[0]
    document.go_back_to(first)
    assert document.plan.manager is None
    assert empty_workspace.store.path(document.name).read_bytes() == empty_workspace.store.history.data(first)
    document.undo()
    assert document.plan.manager == "Ines"


def test_going_back_doesnt_fall_on_somebody_elses_save(document: Document, empty_workspace: Workspace) -> None:
    typed(document, "Ruth")
    first = empty_workspace.store.history.states(document.name)[0]
    opened(empty_workspace, document.name).edit(stops=REPORTS)
    with pytest.raises(PlanChanged):
        document.go_back_to(first)
    assert empty_workspace.store.load(document.name).plan.stops == REPORTS


class TestTypedInOneGo:
    """Forms save every few hundred milliseconds; undo isn't to take back half a word."""

    @pytest.fixture
    def typing(self, document: Document, empty_workspace: Workspace) -> Document:
        return opened(empty_workspace, document.name, every=0.5)

    def test_it_is_one_step(self, typing: Document) -> None:
        typed(typing, "R", "Ru", "Ruth")
        assert words(typing) == ("relationship manager: open → “Ruth”", None)
        typing.undo()
        assert typing.plan.manager is None
        typing.redo()
        assert typing.plan.manager == "Ruth"

    def test_another_place_is_another_step(self, typing: Document) -> None:
        typed(typing, "R", "Ru")
        typing.edit(phase_reason="T")
        typing.edit(phase_reason="Two stops")
        typed(typing, "Ruth")
        for expected in (("Ru", "Two stops"), ("Ru", None), (None, None)):
            typing.undo()
            assert (typing.plan.manager, typing.plan.phase_reason) == expected

    def test_what_was_typed_and_taken_out_again_is_no_step(self, typing: Document) -> None:
        typing.edit(phase_reason="Two stops")
        typed(typing, "R")
        typing.edit(manager=None)
        assert words(typing) == ("why this phase: open → “Two stops”", None)

    def test_after_an_undo_it_is_another_step(self, typing: Document) -> None:
        typed(typing, "R", "Ru")
        typing.undo()
        typed(typing, "I", "Ines")
        typing.undo()
        assert typing.plan.manager is None
        assert words(typing) == (None, "relationship manager: open → “Ines”")

    def test_nor_does_it_go_on_from_what_was_typed_before_the_undo(self, typing: Document) -> None:
        typing.edit(phase_reason="T")
        typed(typing, "R")
        typing.undo()
        typing.edit(phase_reason="Two stops")
        typing.undo()
        assert typing.plan.phase_reason == "T"

    def test_a_click_is_a_step_of_its_own(self, typing: Document) -> None:
        typed(typing, "R", "Ru")
        typing.edit_apart(manager="Ruth Adeyemi")
        typed(typing, "Ruth Adeyemi-Falk")
        for expected in ("Ruth Adeyemi", "Ru", None):
            typing.undo()
            assert typing.plan.manager == expected

    def test_over_another_notebooks_save_it_isnt_joined(self, typing: Document, empty_workspace: Workspace) -> None:
        typed(typing, "R")
        opened(empty_workspace, typing.name).edit(stops=REPORTS)
        typed(typing, "Ru")
        typing.undo()
        assert (typing.plan.manager, typing.plan.stops) == ("R", REPORTS)

    def test_after_opening_again_it_is_one_step_too(
        self, typing: Document, empty_workspace: Workspace, pace: Pace
    ) -> None:
        typing.edit(phase_reason="Two stops")
        pace.every = 0.5
        typed(typing, "R", "Ru", "Ruth")
        again = opened(empty_workspace, typing.name)
        assert words(again) == ("relationship manager: open → “Ruth”", None)
        again.undo()
        assert words(again)[0] == "why this phase: open → “Two stops”"
