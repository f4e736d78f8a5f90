from __future__ import annotations

import pytest

from clientplan.errors import StoreError
from clientplan.forms.current import choose, current
from clientplan.workspace import Workspace


def test_without_a_choice_it_is_the_first_plan(sample_workspace: Workspace, empty_workspace: Workspace) -> None:
    assert current(sample_workspace) == sample_workspace.store.names()[0]
    assert current(empty_workspace) is None


def test_the_choice_is_remembered_and_is_no_plan_itself(sample_workspace: Workspace) -> None:
    *_, last = names = sample_workspace.store.names()
    choose(sample_workspace, last)
    assert current(Workspace.open(sample_workspace.folder)) == last
    assert sample_workspace.store.names() == names


def test_a_plan_that_is_gone_is_no_longer_chosen(sample_workspace: Workspace) -> None:
    first, *_, last = sample_workspace.store.names()
    choose(sample_workspace, last)
    sample_workspace.store.path(last).unlink()
    assert current(sample_workspace) == first


def test_only_what_is_there_can_be_chosen(sample_workspace: Workspace) -> None:
    with pytest.raises(StoreError, match="no plan"):
        choose(sample_workspace, "nobody-2026")
    assert current(sample_workspace) == sample_workspace.store.names()[0]
