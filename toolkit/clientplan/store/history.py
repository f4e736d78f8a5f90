"""Every saved state of a plan, beside the plans: `.history/<plan>/<time>-<mark>.yaml`, each a whole file.

Nothing here stops a save. A state that was torn by a power cut is told by its mark and isn't offered; the plan's own
file is as safe as ever. What is in a plan is in its history too, internal notes and all.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from clientplan.errors import StoreError
from clientplan.plan.plan import Plan
from clientplan.plan.reading import read
from clientplan.store.thinning import staying

FOLDER = ".history"
LARGEST = 64_000_000  # bytes of a plan's history; beyond it the oldest states go
_ENDING = ".yaml"
_TEMPORARY = ".keeping"
_TIME = "%Y%m%dT%H%M%S.%fZ"
_MARK = 16  # of the digits of a SHA-256
_EVERY = 32  # states between two looks at what can go
_INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True)
class State:
    """A plan's file as it was saved at a time."""

    plan: str  # its name
    when: datetime  # in UTC
    mark: str
    size: int  # bytes
    file: Path

    @property
    def day(self) -> date:
        """In the user's calendar."""
        return self.when.astimezone().date()


class History:
    """The states of all plans of a folder."""

    def __init__(self, folder: Path, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.folder = folder / FOLDER
        self._clock = clock

    def states(self, name: str) -> list[State]:
        """Those of a plan, the oldest first; none where its history is missing or can't be read."""
        try:
            with os.scandir(self.folder / name) as entries:
                found = [_state(name, Path(entry.path), entry.stat().st_size) for entry in entries]
        except OSError:
            return []
        return sorted((state for state in found if state and state.size), key=lambda state: state.file.name)

    def data(self, state: State) -> bytes:
        """The bytes of the file as they were.

        Raises:
            StoreError: they can't be read any more.
        """
        try:
            data = state.file.read_bytes()
        except OSError as error:
            raise StoreError(f"That version can't be read: {error.strerror} ({state.file}). Choose another") from error
        if marked(data) != state.mark:
            raise StoreError(f"That version wasn't kept whole ({state.file.name}). Choose another")
        return data

    def text(self, state: State) -> str:
        """The text of the file. Raises as `data`."""
        return self.data(state).decode("utf-8-sig")

    def read(self, state: State) -> Plan:
        """The plan of a state.

        Raises:
            StoreError: as `data`.
            PlanUnreadable: the file wasn't a plan at that time.
        """
        return read(self.data(state), f"{state.plan} of {state.when.astimezone():%Y-%m-%d %H:%M}")

    def keep(self, path: Path, before: bytes | None, after: bytes, edited: float = 0.0) -> None:
        """Keeps what a save wrote, and what it found where that isn't known: a file that was edited by hand.

        To be called after the save, under the store's lock. Does without where something can't be written. `edited`
        is when the file that was found had been written, in seconds since 1970.
        """
        with suppress(OSError, ValueError, OverflowError):  # the last two are of a file dated in an impossible year
            folder = self.folder / path.stem
            mode = path.stat().st_mode & 0o777
            self._make(folder)
            names = sorted(name for name in os.listdir(folder) if name.endswith(_ENDING))  # noqa: PTH208  # a fifth of the time
            now = self._clock()
            newest = next((state for name in reversed(names) if (state := _state(path.stem, folder / name, 0))), None)
            added = 0
            found = min(datetime.fromtimestamp(edited, UTC), now - _INSTANT)
            for data, time in ((before, found), (after, now)):
                if data is None or (newest and newest.mark == marked(data)):
                    continue
                when = (
                    max(time, newest.when + _INSTANT) if newest else time
                )  # the order stands, whatever the clock does
                file = folder / f"{when:{_TIME}}-{marked(data)}{_ENDING}"
                _write(file, data, mode)
                newest = State(path.stem, when, marked(data), len(data), file)
                added += 1
            if (len(names) + added) // _EVERY != len(names) // _EVERY:
                self._thin(path.stem, now)

    def _make(self, folder: Path) -> None:
        if not folder.is_dir():
            mode = self.folder.parent.stat().st_mode & 0o777  # as private as the plans
            for one in (self.folder, folder):
                if not one.is_dir():
                    one.mkdir()
                    one.chmod(mode)

    def _thin(self, name: str, now: datetime) -> None:
        for left in (self.folder / name).glob(f".*{_TEMPORARY}"):
            left.unlink(missing_ok=True)
        states = self.states(name)
        room = LARGEST
        stay = staying([state.when for state in states], now)
        for state, stays in reversed(list(zip(states, stay, strict=True))):
            room -= state.size if stays else 0
            if not stays or room < 0:
                state.file.unlink(missing_ok=True)


def marked(data: bytes) -> str:
    """The mark of a state's bytes."""
    return hashlib.sha256(data).hexdigest()[:_MARK]


def _state(name: str, file: Path, size: int) -> State | None:
    """The state that a file holds, by its name; None where it is no state."""
    stamp, _, mark = file.name.removesuffix(_ENDING).rpartition("-")
    if not file.name.endswith(_ENDING) or len(mark) != _MARK:
        return None
    try:
        when = datetime.strptime(stamp, _TIME).replace(tzinfo=UTC)
    except ValueError:
        return None
    return State(name, when, mark, size, file)


def _write(file: Path, data: bytes, mode: int) -> None:
    """Whole or not at all when the process is killed; without fsync, which would double the time of a save."""
    temporary = file.with_name(f".{file.name}.{secrets.token_hex(4)}{_TEMPORARY}")
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(data)
        temporary.chmod(mode)
        temporary.replace(file)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
