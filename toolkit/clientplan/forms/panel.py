"""What a cell shows: a page of nodes, and the same in plain words for a notebook that isn't running."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

from clientplan.forms.desk import Desk
from clientplan.forms.guard import guard
from clientplan.forms.nodes import Node
from clientplan.forms.opening import opening
from clientplan.forms.page import Page
from clientplan.forms.status import Status


def _in_words(make: Callable[..., None]) -> Callable[..., None]:
    """Making a panel is guarded too, whatever it does before and after it has a status line."""

    @wraps(make)
    def made(panel: Panel, desk: Desk, *given: Any, **named: Any) -> None:
        with opening("This form", make, desk.workspace.folder):
            make(panel, desk, *given, **named)

    return made


class Panel(Page):
    """Built anew when another plan is chosen. Children fill in `build` and `words`.

    No abstract base class: a widget's metaclass is traitlets' own. A test makes every form, and calls them all.
    """

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        if "__init__" in vars(cls):
            cls.__init__ = _in_words(cls.__init__)  # type: ignore[method-assign]  # it takes what it took

    @_in_words
    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.status = Status(desk.clock)
        self.guard = guard(self.status.failed, desk.workspace.folder)
        super().__init__(self.guard)
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
        return data | {"text/plain": self._text()}, about

    def _text(self) -> str:
        """The words of the panel, or what went wrong instead."""
        said: list[str] = []
        if self._built:
            self.guard(lambda: said.append(self.words()))()
        return said[0] if said else self.status.words
