from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from clientplan.errors import ClientPlanError, PlanChanged, PlanUnreadable, StoreError
from clientplan.plan.plan import Plan
from clientplan.store.folder import FolderStore, Stored


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    return FolderStore(tmp_path / "plans")


def test_a_created_plan_is_read_back(store: FolderStore, small_plan: Plan) -> None:
    created = store.create(small_plan)
    assert created.name == "harrow-foods-2026"
    assert store.names() == ["harrow-foods-2026"]
    assert store.load(created.name) == created
    assert (store.folder / ".schema" / "plan-1.json").is_file()


def test_creating_never_falls_on_another_plan(store: FolderStore, small_plan: Plan) -> None:
    store.create(small_plan.replace(notes="the first"))
    with pytest.raises(StoreError, match="there already"):
        store.create(small_plan)
    assert store.load("harrow-foods-2026").plan.notes == "the first"


def test_clients_whose_names_are_spelt_alike_have_a_file_each(store: FolderStore, small_plan: Plan) -> None:
    names = [store.create(small_plan.replace(client={"name": name})).name for name in ("Müller", "Muller")]
    assert names == ["muller-2026", "muller-2026-2"]
    assert [store.load(name).plan.client.name for name in names] == ["Müller", "Muller"]
    with pytest.raises(StoreError, match="there already"):
        store.create(small_plan.replace(client={"name": "MULLER"}))


def test_saving_keeps_comments(store: FolderStore, small_plan: Plan) -> None:
    stored = store.create(small_plan)
    path = store.path(stored.name)
    path.write_text(path.read_text().replace("manager:", "# who\nmanager:"))
    stored = store.load(stored.name)
    store.save(stored, stored.plan.replace(notes="changed"))
    assert "# who\nmanager: Ruth Adeyemi" in path.read_text()
    assert store.load(stored.name).plan.notes == "changed"


def test_a_save_over_somebody_elses_is_refused(store: FolderStore, small_plan: Plan) -> None:
    mine = theirs = store.create(small_plan)
    store.save(theirs, theirs.plan.replace(notes="theirs"))
    with pytest.raises(PlanChanged, match="changed by somebody else"):
        store.save(mine, mine.plan.replace(notes="mine"))
    assert store.load(mine.name).plan.notes == "theirs"


def test_eight_editors_lose_no_edit(store: FolderStore, small_plan: Plan) -> None:
    name = store.create(small_plan.replace(notes="")).name

    def edit(mark: str) -> None:
        for _ in range(5):
            while True:
                stored = store.load(name)
                try:
                    store.save(stored, stored.plan.replace(notes=(stored.plan.notes or "") + mark))
                except PlanChanged:
                    continue
                break

    editors = [threading.Thread(target=edit, args=(mark,)) for mark in "abcdefgh"]
    for editor in editors:
        editor.start()
    for editor in editors:
        editor.join()
    assert sorted(store.load(name).plan.notes or "") == sorted("abcdefgh" * 5)


def test_a_damaged_file_is_told_and_hides_no_other(store: FolderStore, small_plan: Plan) -> None:
    store.create(small_plan)
    (store.folder / "broken.yaml").write_text("schema: 1\nclinet: x\n")
    found = list(store.all())
    assert [type(item) for item in found] == [PlanUnreadable, Stored]
    assert "Did you mean client?" in str(found[0])


@pytest.mark.parametrize("name", ["../secret", "a/b", "", ".hidden", "/etc/passwd"])
def test_a_name_never_leaves_the_folder(store: FolderStore, name: str) -> None:
    with pytest.raises(StoreError, match="can't be the name"):
        store.load(name)


def test_a_missing_plan_names_those_that_are_there(store: FolderStore, small_plan: Plan) -> None:
    store.create(small_plan)
    with pytest.raises(StoreError, match="Plans there: harrow-foods-2026"):
        store.load("harow")


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_said(store: FolderStore, small_plan: Plan) -> None:
    stored = store.create(small_plan)
    store.folder.chmod(0o500)
    try:
        with pytest.raises(ClientPlanError, match="Not saved"):
            store.save(stored, stored.plan.replace(notes="x"))
    finally:
        store.folder.chmod(0o700)
