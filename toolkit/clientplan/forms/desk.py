"""The desk: the workspace that a notebook works in, and the plan that lies open on it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from clientplan.briefing import Briefing
from clientplan.checks import Finding
from clientplan.errors import ClientPlanError
from clientplan.forms.current import choose, current
from clientplan.forms.document import Document
from clientplan.forms.opening import opening
from clientplan.forms.visits import Sitting
from clientplan.workspace import Workspace

if TYPE_CHECKING:
    from clientplan.analysis.portfolio import Portfolio


class Desk:
    """One a notebook; the forms of the notebook share it, so that each sees what the others changed."""

    _briefing: Briefing

    def __init__(self, workspace: Workspace, clock: Callable[[], datetime] = datetime.now) -> None:
        self.workspace = workspace
        self.clock = clock
        self.document: Document | None = None
        self.trouble = ""  # why no plan lies open, in words
        self.sitting = Sitting()
        self.mark = hashlib.sha256(str(workspace.folder.resolve()).encode()).hexdigest()[:12]  # of this workspace
        self._listeners: list[Callable[[], None]] = []
        self._portfolio: tuple[object, Portfolio] | None = None
        self._found: tuple[object, list[Finding]] = (None, [])
        self._open(current(workspace))

    def choose(self, name: str) -> None:
        """Opens another plan, here and in the notebooks opened from now on.

        Raises:
            ClientPlanError: there is none of that name, or it can't be read; the one that was open stays open.
        """
        choose(self.workspace, name)
        self._open(name)
        for listener in self._listeners:
            listener()

    def observe(self, listener: Callable[[], None]) -> None:
        """Calls the listener when another plan was opened."""
        self._listeners.append(listener)

    def findings(self) -> list[Finding]:
        """What the checks say of the open plan as it is now."""
        if self.document is None:
            return []
        plan = self.document.plan
        if self._briefing.today != self.workspace.today:  # a notebook stays open over night
            self._briefing = Briefing(self.workspace)
            self._found = (None, [])
        if self._found[0] is not plan:
            found = self._briefing.report(self.document.name, plan).findings
            self._found = (plan, found)
        return self._found[1]

    def portfolio(self) -> Portfolio | None:
        """What the data say about all clients; None where nothing was collected. Read anew when something changed."""
        from clientplan.analysis.portfolio import Portfolio  # pandas loads here
        from clientplan.analysis.reading import read
        from clientplan.forms.collected import tables

        if tables(self.workspace) is None:
            return None
        changed = [file.stat().st_mtime_ns for file in sorted(self.workspace.data.glob("*.csv"))]
        plans = self.workspace.store
        key = (self.workspace.today, changed, [plans.path(name).stat().st_mtime_ns for name in plans.names()])
        if self._portfolio is None or self._portfolio[0] != key:
            book = read(self.workspace)
            self._portfolio = (key, Portfolio(book)) if book else None
        return self._portfolio[1] if self._portfolio else None

    def _open(self, name: str | None) -> None:
        self.document, self.trouble = None, "No client is chosen yet."
        self.sitting = Sitting()
        # one for as long as the plan lies open: it reads every plan of the workspace, and typing must not wait for them
        self._briefing = Briefing(self.workspace)
        if name is not None:
            store = self.workspace.store
            try:
                self.document = Document(store, store.load(name))
            except ClientPlanError as error:
                self.trouble = str(error)


def open_desk(workspace: str | Path | None = None) -> Desk:
    """The desk of a workspace: of the one that holds the notebook, unless another folder is named."""
    with opening("The plan", open_desk, None):
        found = Workspace.open(Path(workspace)) if workspace else Workspace.find_or_sample()
    with opening("The plan", open_desk, found.folder):
        return Desk(found)
