"""Every saved state is kept beside the plans, and nothing of that stands in the way of a save."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from clientplan.errors import PlanChanged, PlanUnreadable, StoreError
from clientplan.plan.plan import Plan
from clientplan.store import history as history_file
from clientplan.store.folder import FolderStore, Stored
from clientplan.store.history import FOLDER, History, State
from clientplan.store.since import by_minute, found_by, monday


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 9, 14, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> FolderStore:
    made = FolderStore(tmp_path / "plans")
    made.history = History(made.folder, clock)
    return made


@pytest.fixture
def stored(store: FolderStore, small_plan: Plan) -> Stored:
    return store.create(small_plan)


def noted(store: FolderStore, stored: Stored, *notes: str) -> Stored:
    for note in notes:
        stored = store.save(stored, stored.plan.replace(notes=note))
    return stored


def notes(store: FolderStore, name: str) -> list[str | None]:
    return [store.history.read(state).notes for state in store.history.states(name)]


def test_every_save_is_a_state(store: FolderStore, stored: Stored) -> None:
    noted(store, stored, "one", "two", "two")
    assert notes(store, stored.name) == [None, "one", "two"]


def test_a_state_is_the_file_to_the_byte(store: FolderStore, stored: Stored) -> None:
    path = store.path(stored.name)
    path.write_bytes(b"# mine\r\n" + path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    stored = noted(store, store.load(stored.name), "one")
    *_, found, last = store.history.states(stored.name)
    assert store.history.data(found) == before
    assert store.history.data(last) == path.read_bytes() == stored.data
    assert store.history.text(found).startswith("# mine\r\n")
    assert [found.size, last.size] == [len(before), len(stored.data)]


def test_a_file_edited_by_hand_is_a_state_of_the_time_when_it_was_edited(
    store: FolderStore, stored: Stored, clock: Clock
) -> None:
    path = store.path(stored.name)
    path.write_text(path.read_text() + "notes: by hand\n")
    by_hand = clock.now + timedelta(hours=1)
    os.utime(path, (by_hand.timestamp(), by_hand.timestamp()))
    clock.now += timedelta(hours=2)
    noted(store, store.load(stored.name), "in a form")
    assert notes(store, stored.name) == [None, "by hand", "in a form"]
    assert [state.when for state in store.history.states(stored.name)][1:] == [by_hand, clock.now]


def test_a_plan_that_was_there_before_any_history_has_its_first_state(store: FolderStore, small_plan: Plan) -> None:
    name = FolderStore(store.folder).create(small_plan).name
    for file in (store.folder / FOLDER / name).iterdir():
        file.unlink()
    noted(store, store.load(name), "one")
    assert notes(store, name) == [None, "one"]


def test_what_was_no_plan_is_kept_too(store: FolderStore, stored: Stored) -> None:
    path, good = store.path(stored.name), stored.data
    path.write_bytes(b"schema: 1\nclinet: x\n")
    store.rewrite(stored.name, path.read_bytes(), good)
    bad = store.history.states(stored.name)[1]
    assert store.history.data(bad) == b"schema: 1\nclinet: x\n"
    with pytest.raises(PlanUnreadable, match="Did you mean client"):
        store.history.read(bad)


def test_putting_a_state_back_is_a_save(store: FolderStore, stored: Stored) -> None:
    first = stored.data
    stored = store.put_back(noted(store, stored, "one", "two"), first)
    assert stored.plan.notes is None
    assert store.path(stored.name).read_bytes() == first
    assert notes(store, stored.name) == [None, "one", "two", None]


def test_a_state_isnt_put_over_somebody_elses_save(store: FolderStore, stored: Stored) -> None:
    mine = noted(store, stored, "mine")
    noted(store, mine, "theirs")
    with pytest.raises(PlanChanged):
        store.put_back(mine, stored.data)
    assert store.load(stored.name).plan.notes == "theirs"


def test_what_is_no_plan_isnt_put_back(store: FolderStore, stored: Stored) -> None:
    with pytest.raises(PlanUnreadable):
        store.put_back(stored, b"nonsense")
    assert store.load(stored.name) == stored


def test_the_plan_as_a_day_found_it(store: FolderStore, stored: Stored, clock: Clock) -> None:
    clock.now += timedelta(hours=3)
    stored = noted(store, stored, "monday")
    clock.now += timedelta(days=1)
    noted(store, stored, "tuesday")
    found = found_by(store.history.states(stored.name), date(2026, 9, 15))
    assert found is not None
    assert store.history.read(found).notes == "monday"
    oldest = found_by(store.history.states(stored.name), date(2026, 9, 14))
    assert oldest == store.history.states(stored.name)[0]  # there is none from before
    assert found_by([], date(2026, 9, 14)) is None


def test_people_see_the_last_version_of_each_minute(store: FolderStore, stored: Stored, clock: Clock) -> None:
    stored = noted(store, stored, "one", "two")
    clock.now += timedelta(minutes=1)
    noted(store, stored, "three")
    shown = by_minute(store.history.states(stored.name))
    assert [store.history.read(state).notes for state in shown] == ["three", "two"]


def test_the_monday_of_a_week() -> None:
    assert [monday(date(2026, 9, day)).day for day in (13, 14, 20, 21)] == [7, 14, 14, 21]


def test_the_order_stands_when_the_clock_goes_back(store: FolderStore, stored: Stored, clock: Clock) -> None:
    stored = noted(store, stored, "one")
    clock.now -= timedelta(days=3)
    noted(store, stored, "two", "three")
    assert notes(store, stored.name) == [None, "one", "two", "three"]


def test_it_is_as_private_as_the_plans(store: FolderStore, small_plan: Plan) -> None:
    store.prepare()
    store.folder.chmod(0o700)
    stored = store.create(small_plan)
    store.path(stored.name).chmod(0o600)
    noted(store, stored, "one")
    folder = store.folder / FOLDER
    assert [stat.S_IMODE(one.stat().st_mode) for one in (folder, folder / stored.name)] == [0o700, 0o700]
    last = store.history.states(stored.name)[-1]
    assert stat.S_IMODE(last.file.stat().st_mode) == 0o600


def test_it_isnt_taken_for_a_plan(store: FolderStore, stored: Stored) -> None:
    assert store.names() == [stored.name]


def test_a_history_that_cant_be_written_stops_no_save(store: FolderStore, small_plan: Plan) -> None:
    store.prepare()
    (store.folder / FOLDER).write_text("somebody put a file here")
    stored = noted(store, store.create(small_plan), "one")
    assert store.load(stored.name).plan.notes == "one"
    assert store.history.states(stored.name) == []


def test_a_full_disk_stops_no_save_and_leaves_no_torn_state(
    store: FolderStore, stored: Stored, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int, _mode: str) -> None:
        os.close(descriptor)
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(history_file.os, "fdopen", full)
        stored = noted(store, stored, "one")
    assert store.load(stored.name).plan.notes == "one"
    assert notes(store, stored.name) == [None]
    assert [file.suffix for file in (store.folder / FOLDER / stored.name).iterdir()] == [".yaml"]
    noted(store, stored, "two")
    assert notes(store, stored.name) == [None, "one", "two"]  # what was missed is noticed


def test_a_torn_state_is_told_and_hides_no_other(store: FolderStore, stored: Stored) -> None:
    noted(store, stored, "one", "two")
    first, torn, last = store.history.states(stored.name)
    torn.file.write_bytes(torn.file.read_bytes()[:20])
    with pytest.raises(StoreError, match="wasn't kept whole"):
        store.history.data(torn)
    assert store.history.read(last).notes == "two"
    first.file.write_bytes(b"")  # as a power cut leaves it
    assert [state.mark for state in store.history.states(stored.name)] == [torn.mark, last.mark]


def test_a_state_that_is_gone_is_told(store: FolderStore, stored: Stored) -> None:
    (state,) = store.history.states(stored.name)
    state.file.unlink()
    with pytest.raises(StoreError, match="can't be read: No such file"):
        store.history.data(state)


@pytest.mark.parametrize("name", ["notes.txt", "2026.yaml", "20260914T090000.000000Z-short.yaml", ".x.keeping"])
def test_other_files_are_left_alone(store: FolderStore, stored: Stored, name: str) -> None:
    (store.folder / FOLDER / stored.name / name).write_text("x")
    noted(store, stored, "one")
    assert notes(store, stored.name) == [None, "one"]


def typed(store: FolderStore, stored: Stored, clock: Clock, times: int) -> Iterator[int]:
    """A person types: a save every half second. Yields how many states there are."""
    for number in range(times):
        clock.now += timedelta(milliseconds=500)
        stored = store.save(stored, stored.plan.replace(notes=f"{number}"))
        yield len(store.history.states(stored.name))


def test_typing_for_long_keeps_a_bounded_number_of_states(
    store: FolderStore, stored: Stored, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clientplan.store.folder.write_atomically", lambda path, data: path.write_bytes(data))
    counts = list(typed(store, stored, clock, 600))
    assert max(counts) < 200 + 32 + 10
    assert counts[-1] >= 200
    assert store.history.read(store.history.states(stored.name)[0]).notes is None  # the first of the day


def test_what_a_killed_process_left_is_swept(
    store: FolderStore, stored: Stored, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = store.folder / FOLDER / stored.name / ".20260914T090000.keeping"
    left.write_text("half a")
    monkeypatch.setattr("clientplan.store.folder.write_atomically", lambda path, data: path.write_bytes(data))
    list(typed(store, stored, clock, 40))
    assert not left.exists()


def test_the_oldest_go_where_there_is_no_room(
    store: FolderStore, stored: Stored, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clientplan.store.folder.write_atomically", lambda path, data: path.write_bytes(data))
    monkeypatch.setattr(history_file, "LARGEST", 20 * len(stored.data) + 400)
    list(typed(store, stored, clock, 100))
    states: list[State] = store.history.states(stored.name)
    assert len(states) < 20 + 32
    assert store.history.read(states[-1]).notes == "99"
