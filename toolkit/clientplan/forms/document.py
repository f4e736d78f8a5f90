"""The plan that is open: what the forms show, and the one way in which they change it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from time import monotonic
from typing import Any

from clientplan.errors import PlanChanged
from clientplan.forms.undoing import Step, Undoing, Version, version
from clientplan.plan.plan import Plan
from clientplan.store.folder import FolderStore, Stored
from clientplan.store.history import State


class Document:
    """Each edit makes a new plan value and is on the disk when `edit` returns; there is no other state."""

    def __init__(self, store: FolderStore, stored: Stored, clock: Callable[[], float] = monotonic) -> None:
        self._store = store
        self._stored = stored
        self._undoing = Undoing(store.history, stored)
        self._clock = clock
        self._listeners: list[Callable[[], None]] = []

    @property
    def name(self) -> str:
        return self._stored.name

    @property
    def plan(self) -> Plan:
        return self._stored.plan

    @property
    def data(self) -> bytes:
        """The bytes of its file, comments and all."""
        return self._stored.data

    def edit(self, **parts: Any) -> None:
        """Replaces whole parts of the plan, such as `intent` or `objectives`, and saves.

        Where the file was saved from elsewhere in between (each notebook has a kernel of its own), the edit goes on top
        of that version, unless both changed the same part.

        Raises:
            PlanChanged: both did; the file keeps the other's version.
            StoreError: it couldn't be written; the file is as it was.
        """
        self._edited(parts, alone=False)

    def edit_apart(self, **parts: Any) -> None:
        """As `edit`, for what a click does: it is undone by itself, whatever was typed right before or after."""
        self._edited(parts, alone=True)

    @property
    def undoable(self) -> Step | None:
        """The edit that `undo` would take back: the last of this sitting, else the last that the history knows."""
        return self._undoing.last

    @property
    def redoable(self) -> Step | None:
        """The edit that `redo` would make again: the last undone one, until something else is edited."""
        return self._undoing.next

    def undo(self) -> None:
        """Takes the last edit back; that is a save like any other. Does nothing where there is none.

        What another notebook saved since stays, as with `edit`.

        Raises:
            PlanChanged: the same part was changed elsewhere since; the file keeps that version.
            StoreError: it couldn't be written; the file is as it was.
        """
        if (step := self.undoable) is not None:
            self._take(step.turned(), "undone")
            self._undoing.went_back()
            self._tell()

    def redo(self) -> None:
        """Makes the edit that was undone last again. Raises as `undo`."""
        if (step := self.redoable) is not None:
            self._take(step, "made again")
            self._undoing.went_forward()
            self._tell()

    def go_back_to(self, state: State) -> None:
        """Puts a version of the history in the place of the plan; it can be undone.

        Raises:
            PlanChanged: another notebook saved the plan since it was read here.
            PlanUnreadable: that version wasn't a plan.
            StoreError: it can't be read any more, or nothing could be written.
        """
        before = version(self._stored)
        self._stored = self._store.put_back(self._stored, self._store.history.data(state))
        if self.plan != before.plan:
            self._undoing.done(self._step(before, alone=True))
        self._tell()

    def _edited(self, parts: Mapping[str, Any], *, alone: bool) -> None:
        if (before := self._edit(parts)) is not None:
            self._undoing.done(self._step(before, alone=alone))
            self._tell()

    def _step(self, before: Version, *, alone: bool) -> Step:
        now = self._clock()
        return Step(before, version(self._stored), now, now, alone)

    def _edit(self, parts: Mapping[str, Any]) -> Version | None:
        """Saves the edit, and says on top of what; None where it changes nothing."""
        base = self._stored
        plan = base.plan.replace(**parts)
        if plan == base.plan:
            return None
        try:
            self._stored = self._store.save(base, plan)
        except PlanChanged:
            theirs = self._store.load(base.name)
            mine = {part: value for part, value in parts.items() if getattr(plan, part) != getattr(base.plan, part)}
            if any(getattr(theirs.plan, part) != getattr(base.plan, part) for part in mine):
                raise
            self._stored, base = self._store.save(theirs, theirs.plan.replace(**mine)), theirs
        return version(base)

    def _take(self, step: Step, done: str) -> None:
        """To the byte where the file is as the step found it; else only the parts that the step is about."""
        if self._stored.data == step.before.data:
            with suppress(PlanChanged):
                self._stored = self._store.put_back(self._stored, step.after.data)
                return
        if any(getattr(self.plan, part) != getattr(step.before.plan, part) for part in step.parts):
            raise PlanChanged(f"Not {done}: {step.words}. It was changed elsewhere since, and that version stays")
        self._edit({part: getattr(step.after.plan, part) for part in step.parts})

    def reload(self) -> None:
        """The file as it is now."""
        self._stored = self._store.load(self.name)
        self._tell()

    def observe(self, listener: Callable[[], None]) -> None:
        """Calls the listener after each change of the plan."""
        self._listeners.append(listener)

    def _tell(self) -> None:
        for listener in self._listeners:
            listener()
