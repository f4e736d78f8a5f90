"""What a cell shows: a box of widgets, and the same in plain words for a notebook that isn't running."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import ipywidgets as widgets

from clientplan.forms.desk import Desk
from clientplan.forms.guard import guard
from clientplan.forms.markup import Markup, tag
from clientplan.forms.status import Status


class Panel(widgets.VBox):
    """Built anew when another plan is chosen. Children fill in `build` and `words`.

    No abstract base class: a widget's metaclass is traitlets' own. A test makes every form, and calls them all.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.add_class("cp-panel")
        self.desk = desk
        self.status = Status(desk.clock)
        self.guard = guard(self.status.failed, desk.workspace.folder)
        # every panel brings the style: one cell may be run alone, and Lab may take another cell out of the page
        self._style = widgets.HTML(_style())
        self.refresh = self.guard(self._refresh)
        self.refresh()
        desk.observe(self.refresh)

    def build(self) -> list[Any]:
        """The widgets above the status line, or around it."""
        raise NotImplementedError

    def words(self) -> str:
        """The panel as plain text: no times, no places on this machine."""
        raise NotImplementedError

    def _refresh(self) -> None:
        self._built = False
        self.status.clear()
        self.children = [self._style, self.status.view]  # should building fail, this says why
        built = self.build()
        self.children = [self._style, *built, *([] if self.status.view in built else [self.status.view])]
        self._built = True

    def _repr_mimebundle_(self, **options: Any) -> dict[str, Any]:
        bundle: dict[str, Any] = super()._repr_mimebundle_(**options)
        return bundle | {"text/plain": self.words() if self._built else self.status.words}


@cache
def _style() -> Markup:
    here = Path(__file__).parent
    sheets = [here / "forms.css", *sorted((here / "styles").glob("*.css"))]
    return tag("style", Markup("\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)))
