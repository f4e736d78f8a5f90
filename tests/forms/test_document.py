from __future__ import annotations

import pytest

from clientplan.errors import PlanChanged, StoreError
from clientplan.forms.document import Document
from clientplan.plan.action import Stop
from clientplan.plan.plan import Client
from clientplan.plan.purpose import Intent, Intents
from clientplan.workspace import Workspace


@pytest.fixture
def document(empty_workspace: Workspace) -> Document:
    return opened(empty_workspace, empty_workspace.new_plan(Client(name="Harrow Foods")).name)


def opened(workspace: Workspace, name: str) -> Document:
    return Document(workspace.store, workspace.store.load(name))


def test_an_edit_is_on_the_disk_and_told(document: Document, empty_workspace: Workspace) -> None:
    before, told = document.plan, []
    document.observe(lambda: told.append(document.plan.manager))
    document.edit(manager="Ruth Adeyemi")
    assert empty_workspace.store.load(document.name).plan == document.plan == before.replace(manager="Ruth Adeyemi")
    assert before.manager is None
    assert told == ["Ruth Adeyemi"]


def test_an_edit_that_changes_nothing_writes_nothing(document: Document, empty_workspace: Workspace) -> None:
    path = empty_workspace.store.path(document.name)
    before = path.stat().st_mtime_ns
    document.edit(manager=None)
    assert path.stat().st_mtime_ns == before


def test_two_notebooks_that_write_different_parts_both_keep_theirs(
    document: Document, empty_workspace: Workspace
) -> None:
    other = opened(empty_workspace, document.name)
    other.edit(stops=(Stop(what="Reports"),))
    document.edit(intent=Intents(ours=Intent(words="Grow")))
    filed = empty_workspace.store.load(document.name).plan
    assert filed.stops == (Stop(what="Reports"),)
    assert filed.intent.ours == Intent(words="Grow")
    assert document.plan == filed


def test_a_part_that_is_written_and_stays_as_it_was_is_no_change(
    document: Document, empty_workspace: Workspace
) -> None:
    """A form hands over all of its parts; what somebody else changed among them isn't taken back by that."""
    other = opened(empty_workspace, document.name)
    other.edit(stops=(Stop(what="Reports"),))
    document.edit(manager="Ruth Adeyemi", stops=())
    filed = empty_workspace.store.load(document.name).plan
    assert (filed.manager, filed.stops) == ("Ruth Adeyemi", (Stop(what="Reports"),))


def test_the_same_part_changed_twice_is_refused_and_theirs_stays(
    document: Document, empty_workspace: Workspace
) -> None:
    other = opened(empty_workspace, document.name)
    other.edit(manager="Ines Falk")
    with pytest.raises(PlanChanged, match="changed by somebody else"):
        document.edit(manager="Ruth Adeyemi")
    assert empty_workspace.store.load(document.name).plan.manager == "Ines Falk"
    document.reload()
    assert document.plan.manager == "Ines Falk"


def test_a_file_that_is_gone_is_said(document: Document, empty_workspace: Workspace) -> None:
    empty_workspace.store.path(document.name).unlink()
    with pytest.raises(StoreError, match="no plan"):
        document.edit(manager="Ruth Adeyemi")
    assert document.plan.manager is None
