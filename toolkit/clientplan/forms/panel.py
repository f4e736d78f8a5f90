"""What a cell shows: a page of nodes, and the same in plain words for a notebook that isn't running."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from clientplan.forms.desk import Desk
from clientplan.forms.guard import guard
from clientplan.forms.nodes import Node
from clientplan.forms.page import Page
from clientplan.forms.status import Status


class Panel(Page):
    """Built anew when another plan is chosen. Children fill in `build` and `words`.

    No abstract base class: a widget's metaclass is traitlets' own. A test makes every form, and calls them all.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.status = Status(desk.clock)
        self.guard = guard(self.status.failed, desk.workspace.folder)
        self.on_msg(self.guard(self._received))
        self.refresh = self.guard(self._refresh)
        self.refresh()
        self.draw()
        desk.observe(self.refresh)

    def build(self) -> Sequence[Node]:
        """The nodes above the status line, or around it."""
        raise NotImplementedError

    def words(self) -> str:
        """The panel as plain text: no times, no places on this machine."""
        raise NotImplementedError

    def _refresh(self) -> None:
        self._built = False
        with self.at_once():
            self.status.clear()
            self.children = [self.status.view]  # should building fail, this says why
            built = self.build()
            self.children = [*built, *([] if self.status.view in built else [self.status.view])]
            self._built = True

    def _repr_mimebundle_(self, **options: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        data, about = super()._repr_mimebundle_(**options) or ({}, {})
        return data | {"text/plain": self.words() if self._built else self.status.words}, about
