"""The plan that is open: what the forms show, and the one way in which they change it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from clientplan.errors import PlanChanged
from clientplan.plan.plan import Plan
from clientplan.store.folder import FolderStore, Stored


class Document:
    """Each edit makes a new plan value and is on the disk when `edit` returns; there is no other state."""

    def __init__(self, store: FolderStore, stored: Stored) -> None:
        self._store = store
        self._stored = stored
        self._listeners: list[Callable[[], None]] = []

    @property
    def name(self) -> str:
        return self._stored.name

    @property
    def plan(self) -> Plan:
        return self._stored.plan

    def edit(self, **parts: Any) -> None:
        """Replaces whole parts of the plan, such as `intent` or `objectives`, and saves.

        Where the file was saved from elsewhere in between (each notebook has a kernel of its own), the edit goes on top
        of that version, unless both changed the same part.

        Raises:
            PlanChanged: both did; the file keeps the other's version.
            StoreError: it couldn't be written; the file is as it was.
        """
        base = self._stored
        plan = base.plan.replace(**parts)
        if plan == base.plan:
            return
        try:
            self._stored = self._store.save(base, plan)
        except PlanChanged:
            theirs = self._store.load(base.name)
            mine = {part: value for part, value in parts.items() if getattr(plan, part) != getattr(base.plan, part)}
            if any(getattr(theirs.plan, part) != getattr(base.plan, part) for part in mine):
                raise
            self._stored = self._store.save(theirs, theirs.plan.replace(**mine))
        self._tell()

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
